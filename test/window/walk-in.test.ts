import {assert, expect, waitUntil} from '@open-wc/testing';
import type {TakeInCase} from '@tongban/domain/case/command.js';
import {WindowPage} from './window-page.js';

const [DEMO_ID, DEMO_MOBILE, DEMO_CARD] = ['999320196603159026', '19900000001', '6228480402564890018'];

async function walkIn(page: WindowPage): Promise<void> {
  page.element.go({at: 'walk-in'});
  await page.type('#item', '正常退休');
  await page.press('.hit .button');
  await page.find('[part=walk-in-form]');
}

async function answer(page: WindowPage, words: string): Promise<void> {
  await page.says(words);
  page.all('.question label').find(({textContent}) => textContent.includes(words))?.querySelector('input')?.click();
  await page.element.updateComplete;
}

async function choose(page: WindowPage, material: string, words: string): Promise<void> {
  const group = await page.find(`[aria-label="收取方式: ${material}"]`);
  [...group.querySelectorAll('label')].find(({textContent}) => textContent.includes(words))?.querySelector('input')?.click();
  await page.element.updateComplete;
}

async function scan(page: WindowPage, material: string, file: File): Promise<void> {
  const input = await page.find<HTMLInputElement>(`[aria-label="扫描或选择文件：${material}"]`);
  const files = new DataTransfer();
  files.items.add(file);
  input.files = files.files;
  input.dispatchEvent(new Event('change'));
}

const pdf = (name: string) => new File(['%PDF-1.7'], name, {type: 'application/pdf'});
const takenIn = (page: WindowPage) => page.portal.calls.find(({name}) => name === 'staff.takeIn')?.args[0] as TakeInCase | undefined;

describe('a walk-in', () => {
  it('says of each item whether this window may take it in, or why not', async () => {
    const page = await WindowPage.open({agreements: []});
    page.element.go({at: 'walk-in'});
    await page.type('#item', '公积金');
    await page.says('两地之间没有收件协议');
    await page.says('还没有完整指南');
    assert.isFalse(page.has('.hit .button'));
  });

  it('says in words why each paper is wanted', async () => {
    const page = await WindowPage.open();
    await walkIn(page);
    await answer(page, '查不到');
    await page.says('退休证或退休审批表');
    assert.notInclude(page.words, '[object');
    assert.include(page.all('.collect fieldset').find(({textContent}) => textContent.includes('退休证'))?.textContent.replace(/\s+/g, ' '), '查不到');
  });

  it('is taken in with its situation, papers and originals, and opens with the receipt to print', async () => {
    const page = await WindowPage.open();
    await walkIn(page);
    await answer(page, '查不到');
    await answer(page, '本人办理');
    await page.type('#form-name', '顾秀兰');
    await page.type('#form-idNo', DEMO_ID);
    await page.type('#form-mobile', DEMO_MOBILE);
    await choose(page, '申请人居民身份证', '调用电子证照');
    await choose(page, '退休证或退休审批表', '只收纸质');
    await choose(page, '本人银行卡(Ⅰ类户)', '扫描');
    await scan(page, '本人银行卡(Ⅰ类户)', pdf('bank.pdf'));
    await page.says('已上传');
    await page.press('#form-seen-bank');
    await page.type('#form-field-bankNo', DEMO_CARD);
    const province = await page.find<HTMLSelectElement>('#form-field-center');
    await waitUntil(() => province.options.length > 1);
    province.value = '310000';
    province.dispatchEvent(new Event('change'));
    await page.press('[part=take-in]');
    await page.says('收件凭证已生成');

    const sent = takenIn(page);
    assert.deepEqual([sent?.mode, sent?.windowRegion, sent?.answers], ['agent', '320500', {retired: 'no', channel: 'self'}]);
    assert.deepEqual(sent?.applicant, {userType: 'person', name: '顾秀兰', idNo: DEMO_ID, mobile: DEMO_MOBILE});
    assert.deepEqual(sent?.fields, {name: '顾秀兰', idNo: DEMO_ID, mobile: DEMO_MOBILE, center: '310000', bankNo: DEMO_CARD});
    assert.deepEqual(sent?.slots.map(({materialId, state, pieces}) => [materialId, state, pieces.length]), [['id', 'waived', 0], ['bank', 'provided', 1], ['retire', 'provided', 0]]);
    assert.deepEqual(page.acted.map(({args}) => (args[2] as {payload: unknown}).payload), [{materialId: 'bank', how: 'originalSeen'}, {materialId: 'retire', how: 'copyKept'}]);
    await page.find('[part=print]');
    assert.notInclude(page.words, DEMO_ID, 'a screen at a counter is read by whoever stands there');
  });

  it('sends nothing while something is missing or wrong, and leads to each', async () => {
    const page = await WindowPage.open();
    await walkIn(page);
    await page.type('#form-idNo', '999320196603159027');
    await page.press('[part=take-in]');
    await page.says('身份证号码有误');
    await waitUntil(() => page.focused?.id === 'walk-in-wrongs');
    assert.isUndefined(takenIn(page));
    page.all('#walk-in-wrongs button').find(({textContent}) => textContent.includes('“姓名”'))?.click();
    await waitUntil(() => page.focused?.id === 'form-name');
    await expect(page.element).to.be.accessible();
  });

  it('leads to the material whose certificate nobody holds', async () => {
    const page = await WindowPage.open({failing: {'staff.takeIn': 'TB_MATERIAL_MISSING'}});
    await walkIn(page);
    await answer(page, '能(人社已办退休)');
    await answer(page, '本人办理');
    await page.type('#form-name', '顾秀兰');
    await page.type('#form-idNo', DEMO_ID);
    await page.type('#form-mobile', DEMO_MOBILE);
    await choose(page, '申请人居民身份证', '调用电子证照');
    await choose(page, '本人银行卡(Ⅰ类户)', '只收纸质');
    await page.type('#form-field-bankNo', DEMO_CARD);
    const province = await page.find<HTMLSelectElement>('#form-field-center');
    await waitUntil(() => province.options.length > 1);
    province.value = '310000';
    province.dispatchEvent(new Event('change'));
    await page.press('[part=take-in]');
    await page.says('“申请人居民身份证”没有查到电子证照或共享数据');
    assert.equal((await page.find<HTMLInputElement>('#form-name')).value, '顾秀兰');
  });

  it('says why a scan was refused, and keeps what was typed when the clerk looks elsewhere', async () => {
    const page = await WindowPage.open({failing: {'staff.scan': 'TB_UPLOAD_TOO_LARGE'}});
    await walkIn(page);
    await choose(page, '本人银行卡(Ⅰ类户)', '扫描');
    await scan(page, '本人银行卡(Ⅰ类户)', pdf('huge.pdf'));
    await page.says('文件太大');
    await page.type('#form-name', '顾秀兰');
    await page.key('F2');
    await page.find('#find');
    await page.key('n', {code: 'KeyN', altKey: true});
    assert.equal((await page.find<HTMLInputElement>('#form-name')).value, '顾秀兰');
  });
});

import {assert, expect, oneEvent, waitUntil} from '@open-wc/testing';
import type {Command} from '@tongban/domain/case/command.js';
import type {TbCaseActed} from '@tongban/window/window/events.js';
import {officeCase} from '../../stories/support/fixtures/office.js';
import {shanghaiChief, shanghaiReviewer, suzhouClerk} from '../../stories/support/fixtures/staff.js';
import {NOW} from '../../stories/support/fixtures/times.js';
import {actedCase, actorOf, contextOf} from '../../stories/support/fixtures/walked-case.js';
import {WindowPage} from './window-page.js';

const reasonOf = (page: WindowPage, action: string) => page.all(`#bar-${action}`)[0]?.textContent.trim();
const commandsOf = (page: WindowPage) => page.acted.map(({args}) => args[2] as Command);
const stateNow = (page: WindowPage, serial: number) => page.portal.world.office.find(({file}) => file.caseNo === officeCase(serial).file.caseNo)?.file.state;

describe('a case at the window', () => {
  it('says how many workdays home has left to tell of faults', async () => {
    const page = await WindowPage.open();
    await page.openCase(2);
    assert.include(page.words, '属地还有 5 个工作日告知');
  });

  it('offers to forward only once every original was checked, and says which were not', async () => {
    const page = await WindowPage.open();
    await page.openCase(2);
    assert.include(reasonOf(page, 'forward') ?? '', '本人银行卡');
    assert.equal((await page.find('[data-action=forward]')).getAttribute('aria-disabled'), 'true');
    for (const name of ['本人银行卡(Ⅰ类户)', '退休证或退休审批表']) {
      await page.press(`[aria-label="“${name}”原件已核"]`);
      await waitUntil(() => !page.has(`[aria-label="“${name}”原件已核"]`));
    }
    await waitUntil(() => !page.has('#bar-forward'));
    assert.deepEqual(commandsOf(page).map(({payload}) => payload), [{materialId: 'bank', how: 'originalSeen'}, {materialId: 'retire', how: 'originalSeen'}]);
  });

  it('shows a file beside the buttons for its original, and leaves nothing of it when it is closed', async () => {
    const page = await WindowPage.open();
    await page.openCase(2);
    await page.press('[data-piece="up-bank"]');
    const picture = await page.find<HTMLImageElement>('[part=piece] img');
    await waitUntil(() => picture.naturalWidth > 0, 'the picture was never drawn');
    const kept = picture.src;
    await page.key('Escape');
    await waitUntil(() => !page.has('[part=piece]') && page.focused?.getAttribute('data-piece') === 'up-bank');
    assert.isTrue(page.has('#case-title'), 'the case stays open');
    const isGone = await fetch(kept).then(() => false, () => true);
    assert.isTrue(isGone);
  });

  it('says so when a file is not what was handed in', async () => {
    const page = await WindowPage.open({failing: {'staff.openPiece': 'TB_UPLOAD_HASH'}});
    await page.openCase(2);
    await page.press('[data-piece="up-bank"]');
    await page.says('文件在传输中损坏');
    assert.isFalse(page.has('[part=piece] img'));
  });

  it('shows every power an agreement would have to give as barred with the reason, and sends nothing when it is pressed', async () => {
    const page = await WindowPage.open({agreements: []});
    await page.openCase(2);
    assert.equal(reasonOf(page, 'forward'), '没有有效的协议授予本窗口这项权力。');
    assert.equal(reasonOf(page, 'onceNotice'), '没有有效的协议授予本窗口这项权力。');
    await page.press('[data-action=forward]');
    await page.press('[aria-label="“本人银行卡(Ⅰ类户)”原件已核"]');
    assert.deepEqual(page.acted, []);
  });

  it('asks before it does what cannot be taken back', async () => {
    const page = await WindowPage.open({}, shanghaiReviewer);
    await page.openCase(4);
    await page.press('[data-action=accept]');
    await page.says('请确认：受理');
    assert.equal(stateNow(page, 4), 'atHome');
    setTimeout(() => void page.press('[part=send]'));
    const {caseNo, action} = await oneEvent<TbCaseActed>(page.element, 'tb-case-acted');
    assert.deepEqual([caseNo, action], [officeCase(4).file.caseNo, 'accept']);
    await page.says('已完成：受理');
    assert.equal(stateNow(page, 4), 'accepted');
  });

  it('tells all faults in one list, and not before the clerk says that it is complete', async () => {
    const page = await WindowPage.open({}, shanghaiReviewer);
    await page.openCase(4);
    await page.press('[data-action=onceNotice]');
    await page.press('[part=send]');
    await page.says('还没有勾选任何问题');
    await page.press('#form-tick-m-bank');
    await page.type('#form-what-m-bank', '看不清卡号');
    await page.press('#form-tick-f-bankNo');
    await page.press('[part=form] .faults .open:last-child .chip:nth-child(3)');
    await page.press('[part=send]');
    await waitUntil(() => page.focused?.id === 'form-complete');
    await page.press('#form-complete');
    await page.press('[part=send]');
    await page.says('请确认：一次性告知');
    await page.press('[part=send]');
    await waitUntil(() => stateNow(page, 4) === 'supplement');
    assert.deepEqual(commandsOf(page), [
      {action: 'onceNotice', payload: {faults: [{materialId: 'bank', what: '看不清卡号'}, {fieldId: 'bankNo', what: '与申报内容不一致'}]}},
    ]);
  });

  it('presets no decision and wants a reason for a denial', async () => {
    const page = await WindowPage.open({}, shanghaiReviewer);
    await page.openCase(6);
    await page.press('[data-action=decide]');
    await page.find('[part=form]');
    assert.isEmpty(page.all('[part=form] input').filter((input) => (input as HTMLInputElement).checked));
    await page.press('.choices .choice:nth-child(2) input');
    await page.press('[part=send]');
    await page.says('“理由”还没有填写');
    assert.deepEqual(page.acted, []);
  });

  it('lets the second person do what the first has proposed', async () => {
    const page = await WindowPage.open({}, shanghaiReviewer);
    await page.openCase(4);
    assert.include(reasonOf(page, 'refuse') ?? '', '另一位工作人员');
    await page.press('[data-action=propose]');
    await page.press('#form-what');
    await page.type('#form-reason', '账户不在本市');
    await page.press('[part=send]');
    await page.says('提请不予受理：账户不在本市');
    assert.include(reasonOf(page, 'refuse') ?? '', '另一位工作人员');

    const chief = await WindowPage.open({office: page.portal.world.office}, shanghaiChief);
    await chief.openCase(4);
    await chief.press('[data-action=refuse]');
    assert.equal((await chief.find<HTMLTextAreaElement>('#form-reason')).value, '账户不在本市');
  });

  it('hands over only to somebody whose document was checked, and prints the receipt', async () => {
    const page = await WindowPage.open();
    await page.openCase(7);
    await page.press('[data-action=handOver]');
    await page.press('[part=send]');
    await page.says('请先核实并勾选');
    await page.press('#form-idChecked');
    await page.press('[part=send]');
    await page.press('[part=send]');
    await page.says('送达回证已生成');
    assert.equal(stateNow(page, 7), 'closed');
    await page.find('[part=print]');
  });

  it('takes corrections on paper over the counter', async () => {
    const page = await WindowPage.open();
    await page.openCase(5);
    await page.press('[data-action=resubmit]');
    await page.press('[part=send]');
    await page.says('还没有扫描件');
    await page.press('#form-paper-bank');
    await page.press('[part=send]');
    await waitUntil(() => stateNow(page, 5) === 'atHome');
  });

  it('sends a waybill with a parcel and none with an electronic transfer', async () => {
    const checked = ['bank', 'retire'].reduce((walked, materialId) => actedCase(walked, {action: 'checkOriginal', payload: {materialId, how: 'originalSeen'}}, contextOf(actorOf(suzhouClerk), NOW)), officeCase(2));
    const page = await WindowPage.open({office: [checked]});
    await page.openCase(2);
    await page.press('[data-action=forward]');
    assert.isFalse(page.has('#form-waybill'));
    await page.press('.choices .choice:nth-child(2) input');
    await page.press('[part=send]');
    await page.says('“运单号”还没有填写');
    await page.type('#form-waybill', 'EA123456789CN');
    await page.press('[part=send]');
    await page.press('[part=send]');
    await waitUntil(() => stateNow(page, 2) === 'forwarding');
    assert.deepEqual(commandsOf(page), [{action: 'forward', payload: {carrier: 'ems', waybill: 'EA123456789CN'}}]);
  });

  it('works without a mouse: Alt and a digit starts, Ctrl+Enter sends, Escape goes back', async () => {
    const page = await WindowPage.open({}, shanghaiReviewer);
    await page.openCase(4);
    await page.key('1', {code: 'Digit1', altKey: true});
    await page.says('请确认：受理');
    await page.key('Escape');
    await waitUntil(() => !page.has('[part=form]'));
    await page.key('1', {code: 'Digit1', altKey: true});
    await page.find('[part=form]');
    await page.key('Enter', {ctrlKey: true});
    await waitUntil(() => stateNow(page, 4) === 'accepted');
  });

  it('is accessible with a form that has something wrong', async () => {
    const page = await WindowPage.open({}, shanghaiReviewer);
    await page.openCase(4);
    await page.press('[data-action=onceNotice]');
    await page.press('#form-tick-m-bank');
    await page.press('[part=send]');
    await expect(page.element).to.be.accessible();
  });
});

describe('a case that moves while a clerk is writing', () => {
  /** Shanghai's second clerk tells the faults first. */
  function told(page: WindowPage): void {
    const {world} = page.portal;
    const notice: Command = {action: 'onceNotice', payload: {faults: [{materialId: 'bank', what: '看不清卡号'}]}};
    world.office = world.office.map((walked) => (walked.file.caseNo === officeCase(4).file.caseNo ? actedCase(walked, notice, contextOf(actorOf(shanghaiChief), NOW)) : walked));
  }

  async function writing(): Promise<WindowPage> {
    const page = await WindowPage.open({}, shanghaiReviewer);
    await page.openCase(4);
    await page.press('[data-action=propose]');
    await page.press('#form-what');
    await page.type('#form-reason', '账户不在本市');
    return page;
  }

  it('is refused, fetched again, and what changed is shown beside what was typed', async () => {
    const page = await writing();
    told(page);
    await page.press('[part=send]');
    await page.says('办件刚刚有变化');
    await page.says('现在的状态：待补正');
    assert.include(page.words, '办件已被更新');
    assert.equal((await page.find<HTMLTextAreaElement>('#form-reason')).value, '账户不在本市');
    assert.isTrue((await page.find<HTMLButtonElement>('[part=send]')).disabled);
  });

  it('holds back sending until the clerk has seen a change that came by itself', async () => {
    const page = await writing();
    told(page);
    page.portal.announce({about: 'case', caseNo: officeCase(4).file.caseNo});
    await page.says('办件刚刚有变化');
    assert.isTrue((await page.find<HTMLButtonElement>('[part=send]')).disabled);
    await page.press('[part=seen]');
    await waitUntil(() => !page.has('[part=changes]'));
    assert.isFalse((await page.find<HTMLButtonElement>('[part=send]')).disabled);
    assert.equal((await page.find<HTMLTextAreaElement>('#form-reason')).value, '账户不在本市');
  });
});

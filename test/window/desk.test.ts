import {assert, waitUntil} from '@open-wc/testing';
import {officeCase} from '../../stories/support/fixtures/office.js';
import {actedCase, actorOf, contextOf} from '../../stories/support/fixtures/walked-case.js';
import {shanghaiReviewer} from '../../stories/support/fixtures/staff.js';
import {NOW} from '../../stories/support/fixtures/times.js';
import {WindowPage} from './window-page.js';

const {caseNo, shortCode} = officeCase(2).file;

describe('the desk', () => {
  it('opens a case by its short code, as a scanner types it', async () => {
    const page = await WindowPage.open();
    await page.type('#find', ` ${shortCode.toLowerCase()} `);
    await page.press('[part=open]');
    await page.find('[part=case-header]');
    assert.include(page.words, caseNo);
  });

  it('refuses a code with one sign wrong without asking anybody', async () => {
    const page = await WindowPage.open();
    await page.type('#find', `${shortCode.slice(0, 7)}${shortCode.endsWith('2') ? '3' : '2'}`);
    await page.press('[part=open]');
    await page.says('短码有误');
    assert.isFalse(page.portal.calls.some(({name}) => name === 'staff.find'));
    assert.equal((await page.find('#find')).getAttribute('aria-invalid'), 'true');
  });

  it('says when no case has the number, and goes back to the list', async () => {
    const page = await WindowPage.open();
    await page.type('#find', '12310000999000080R3002099008000202611239999');
    await page.press('[part=open]');
    await page.says('没有找到，请核对编号');
    await page.press('[part=back]');
    await page.find('[part=inbox]');
  });

  it('takes a sign typed outside any field into the number field', async () => {
    const page = await WindowPage.open();
    const row = await page.find('tr[aria-selected=true]');
    row.focus();
    await page.key('K', {}, 'tr[aria-selected=true]');
    assert.equal(page.focused?.id, 'find');
  });

  it('lists the most urgent first and moves by arrow keys to what Enter opens', async () => {
    const page = await WindowPage.open();
    const first = await page.find('tr[aria-selected=true]');
    assert.equal(first.dataset['case'], officeCase(6).file.caseNo);
    first.focus();
    await page.key('ArrowDown', {}, 'tr[aria-selected=true]');
    await waitUntil(() => page.focused !== first && page.focused?.getAttribute('aria-selected') === 'true');
    const second = (page.focused as HTMLElement).dataset['case'];
    await page.key('Enter', {}, 'tr[aria-selected=true]');
    await page.find('[part=case-header]');
    assert.include(page.words, second ?? '?');
  });

  it('filters by step and says how many lie there', async () => {
    const page = await WindowPage.open();
    await page.find('[part=inbox]');
    const tray = page.all('.tray').find(({textContent}) => textContent.includes('待签收'));
    assert.include(tray?.textContent ?? '', '1');
    tray?.click();
    await waitUntil(() => page.all('tr[data-case]').length === 1);
    assert.equal(page.all('tr[data-case]')[0]?.dataset['case'], officeCase(3).file.caseNo);
  });

  it('follows a case that moves elsewhere', async () => {
    const page = await WindowPage.open();
    await page.find('[part=inbox]');
    const sign = actedCase(officeCase(3), {action: 'signFor', payload: {}}, contextOf(actorOf(shanghaiReviewer), NOW));
    page.portal.world.office = page.portal.world.office.map((walked) => (walked.file.caseNo === sign.file.caseNo ? sign : walked));
    page.portal.announce({about: 'case', caseNo: sign.file.caseNo});
    const row = () => page.all('tr[data-case]').find(({dataset}) => dataset['case'] === sign.file.caseNo);
    await waitUntil(() => row()?.textContent.includes('属地已接收'));
  });

  it('shows an empty window what to do', async () => {
    const page = await WindowPage.open({office: []});
    await page.says('按 Alt+N 开始现场收件');
  });

  it('says in words that the list failed, and tries again', async () => {
    const page = await WindowPage.open({failing: {'staff.inbox': 'TB_GATEWAY'}});
    await page.says('政务网关暂时无法处理');
    page.portal.world.failing = {};
    await page.press('[part=retry]');
    await page.find('[part=inbox]');
  });
});

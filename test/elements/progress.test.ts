import '@tongban/elements/progress.js';
import {assert, expect, fixture, html, oneEvent, waitUntil} from '@open-wc/testing';
import type {TbCaseChanged, TbCaseSelected, TbPayRequest, TbRateRequest, TbSupplementRequest} from '@tongban/elements/progress/events.js';
import type {TbProgress} from '@tongban/elements/progress/progress.js';
import {sendKeys} from '@web/test-runner-commands';
import {fixturePortal, type FixturePortal} from '../../stories/support/fixture-portal.js';
import {CASE_NO, caseFile, closedCase, supplementCase} from '../../stories/support/fixtures/cases.js';
import {anonymous} from '../../stories/support/fixtures/people.js';

async function progress(portal: FixturePortal, caseNo = CASE_NO): Promise<TbProgress> {
  const element = await fixture<TbProgress>(html`<tb-progress lang="zh-CN" case=${caseNo} .portal=${portal}></tb-progress>`);
  await waitUntil(() => element.shadowRoot?.querySelector('h2, h3, [role=alert], [part=empty]'));
  return element;
}

const wordsOf = (element: TbProgress) => element.shadowRoot?.textContent ?? '';
const find = (element: TbProgress, selector: string) => element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
const part = (element: TbProgress, name: string) => find(element, `[part~=${name}]`);
const cancel = (event: Event) => event.preventDefault();

describe('<tb-progress>', () => {
  it('is accessible as one case, as a notice to answer and as a list', async () => {
    await expect(await progress(fixturePortal('ready', {cases: [closedCase]}))).to.be.accessible();
    await expect(await progress(fixturePortal('ready', {cases: [supplementCase]}))).to.be.accessible();
    await expect(await progress(fixturePortal(), '')).to.be.accessible();
  });

  it('says in plain words where the case stands, who acts and by when', async () => {
    const element = await progress(fixturePortal());
    await waitUntil(() => wordsOf(element).includes('由上海市审查'));
    assert.equal(part(element, 'headline')?.textContent, '已受理，正在办理');
    assert.include(part(element, 'clocks')?.textContent, '2026年11月24日 前');
    assert.include(wordsOf(element), '办理机构处理中');
  });

  it('never guesses a day beyond the calendar', async () => {
    const clocks = [{kind: 'promised' as const, start: '2026-12-30', dueNow: {notBefore: '2027-01-04'}, state: 'running' as const, light: 'green' as const}];
    const element = await progress(fixturePortal('ready', {cases: [{...caseFile, clocks}]}));
    assert.include(part(element, 'clocks')?.textContent, '不早于2027年1月4日');
  });

  it('asks the page for the form when a notice is to be answered', async () => {
    const element = await progress(fixturePortal('ready', {cases: [supplementCase]}));
    element.addEventListener('tb-supplement-request', cancel);
    setTimeout(() => part(element, 'supplement')?.click());
    const event = await oneEvent<TbSupplementRequest>(element, 'tb-supplement-request');
    assert.equal(event.caseNo, CASE_NO);
    assert.include(wordsOf(element), '银行卡照片模糊，看不清卡号');
  });

  it('asks the page for a rating, and opens it itself where the page does not', async () => {
    const element = await progress(fixturePortal('ready', {cases: [closedCase]}));
    setTimeout(() => find(element, '[data-act=act-hand-over]')?.click());
    const event = await oneEvent<TbRateRequest>(element, 'tb-rate-request');
    assert.deepEqual([event.caseNo, event.act], [CASE_NO, 'act-hand-over']);
    await waitUntil(() => find(element, 'tb-rating'));
  });

  const fee = {state: 'due' as const, lines: [{name: '工本费', fen: 4000}], dueFen: 4000, paidFen: 0, refundFen: 0, payments: [], mayPayOnline: true};

  it('leads to the cashier with the sum the case says, and leaves only where the page does not', async () => {
    const element = await progress(fixturePortal('ready', {cases: [{...caseFile, fee}]}));
    assert.include(part(element, 'fee')?.textContent, '待缴 40.00 元');
    element.addEventListener('tb-pay-request', cancel);
    setTimeout(() => part(element, 'pay')?.click());
    const {caseNo, url, fen} = await oneEvent<TbPayRequest>(element, 'tb-pay-request');
    assert.deepEqual([caseNo, new URL(url).origin, fen], [CASE_NO, 'https://pay.example', 4000]);
  });

  it('says why paying cannot begin', async () => {
    const element = await progress(fixturePortal('ready', {cases: [{...caseFile, fee}], failing: {'payments.begin': 'TB_PAYMENT_CASHIER'}}));
    part(element, 'pay')?.click();
    await waitUntil(() => part(element, 'fee')?.querySelector('[role=alert]'));
    assert.isFalse(part(element, 'pay')?.hasAttribute('disabled'));
  });

  it('offers no way to pay what is settled or has to be paid at a window', async () => {
    const element = await progress(fixturePortal('ready', {cases: [{...caseFile, fee: {...fee, mayPayOnline: false}}]}));
    assert.include(part(element, 'fee')?.textContent, '请到办理窗口缴费');
    assert.isNull(part(element, 'pay'));
  });

  it('offers no rating for an act that was rated', async () => {
    const acts = closedCase.acts.map((act) => ({...act, rated: true}));
    const element = await progress(fixturePortal('ready', {cases: [{...closedCase, acts}]}));
    assert.isNull(find(element, '[data-act]'));
  });

  it('follows the case live and says so once', async () => {
    const portal = fixturePortal();
    const element = await progress(portal);
    portal.world.cases = [supplementCase];
    setTimeout(() => portal.announce({about: 'case', caseNo: CASE_NO}));
    const event = await oneEvent<TbCaseChanged>(element, 'tb-case-changed');
    assert.deepEqual([event.caseNo, event.state, event.revision], [CASE_NO, 'supplement', 6]);
    await waitUntil(() => part(element, 'supplement'));
    assert.include(find(element, '[role=status]')?.textContent, '办件有新进展：需要您补正');
    let more = 0;
    element.addEventListener('tb-case-changed', () => more++);
    portal.announce({about: 'case', caseNo: CASE_NO});
    await element.updateComplete;
    assert.equal(more, 0);
  });

  it('opens a paper with its plain-text twin and a code that leads back', async () => {
    const element = await progress(fixturePortal());
    find(element, '[data-doc="SL-2026-0001"]')?.click();
    await waitUntil(() => part(element, 'paper'));
    assert.include(part(element, 'paper')?.textContent, '受理通知书');
    assert.include(part(element, 'text')?.textContent, `办件编号：${CASE_NO}`);
    assert.isOk(find(element, '.qr path'));
    await expect(element).to.be.accessible();
    part(element, 'close')?.click();
    await waitUntil(() => !part(element, 'paper'));
    assert.equal(element.shadowRoot?.activeElement?.getAttribute('data-doc'), 'SL-2026-0001');
  });

  it('withdraws only after one question, with the revision on screen', async () => {
    const portal = fixturePortal();
    const element = await progress(portal);
    part(element, 'withdraw')?.click();
    await waitUntil(() => element.shadowRoot?.activeElement?.id === 'withdraw-title');
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Escape'});
    await waitUntil(() => !part(element, 'withdraw-question'));
    assert.isFalse(portal.calls.some(({name}) => name === 'cases.withdraw'));
    part(element, 'withdraw')?.click();
    await waitUntil(() => part(element, 'withdraw-do'));
    part(element, 'withdraw-do')?.click();
    await waitUntil(() => part(element, 'headline')?.textContent === '已撤回');
    assert.deepEqual(portal.calls.find(({name}) => name === 'cases.withdraw')?.args, [CASE_NO, caseFile.revision, undefined]);
    assert.isNull(part(element, 'withdraw'));
  });

  it('shows the latest state when somebody was faster', async () => {
    const portal = fixturePortal('ready', {failing: {'cases.withdraw': 'TB_CASE_STALE'}});
    const element = await progress(portal);
    part(element, 'withdraw')?.click();
    await waitUntil(() => part(element, 'withdraw-do'));
    part(element, 'withdraw-do')?.click();
    await waitUntil(() => part(element, 'problem'));
    assert.include(part(element, 'problem')?.textContent, '办件已被更新');
    assert.isAbove(portal.calls.filter(({name}) => name === 'cases.get').length, 1);
  });

  it('lists cases with what waits for the person first', async () => {
    const waiting = {...supplementCase, caseNo: `${CASE_NO}1`, shortCode: 'W4LK1N22', updatedAt: '2026-11-01T09:00:00+08:00'};
    const element = await progress(fixturePortal('ready', {cases: [closedCase, caseFile, waiting]}), '');
    const first = find(element, '[part=case]');
    assert.include(first?.textContent, '等您处理');
    setTimeout(() => find(element, '[part=case] button')?.click());
    const event = await oneEvent<TbCaseSelected>(element, 'tb-case-selected');
    assert.equal(event.caseNo, waiting.caseNo);
  });

  it('says what is missing when there are no cases, no sign-in or no such case', async () => {
    assert.include(wordsOf(await progress(fixturePortal('empty'), '')), '您还没有办件');
    const stranger = fixturePortal('ready', {session: anonymous, failing: {'cases.mine': 'TB_SIGN_IN_REQUIRED'}});
    const list = await progress(stranger, '');
    part(list, 'sign-in')?.querySelector('button')?.click();
    await waitUntil(() => stranger.calls.some(({name}) => name === 'session.signIn'));
    assert.include(wordsOf(await progress(fixturePortal(), 'no-such-case')), '没有找到这个办件');
  });

  it('marks a copy with its time', async () => {
    const element = await progress(fixturePortal('stale'));
    assert.include(part(element, 'stale')?.textContent, '11月20日 16:40');
    assert.isOk(part(element, 'headline'));
  });
});

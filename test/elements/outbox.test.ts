import '@tongban/elements/outbox.js';
import {assert, expect, fixture, html, oneEvent, waitUntil} from '@open-wc/testing';
import type {Outbox, OutboxEntry} from '@tongban/domain/outbox/outbox.js';
import {outboxStates, type OutboxStateEntry} from '@tongban/domain/outbox/outbox-state.js';
import type {TbGivenUp, TbMendRequest} from '@tongban/elements/outbox/events.js';
import type {TbOutbox} from '@tongban/elements/outbox/outbox.js';
import {sendKeys} from '@web/test-runner-commands';
import {fixturePortal, type FixturePortal} from '../../stories/support/fixture-portal.js';
import {allSent, busyOutbox, emptyOutbox, entriesByState} from '../../stories/support/fixtures/outbox.js';
import {CASE_NO} from '../../stories/support/fixtures/cases.js';

const holding = (...entries: OutboxEntry[]) => fixturePortal('ready', {outbox: {...allSent, entries}});
const portalOf = (outbox: Outbox) => fixturePortal('ready', {outbox});

async function outbox(portal: FixturePortal, lang = 'zh-CN'): Promise<TbOutbox> {
  const element = await fixture<TbOutbox>(html`<tb-outbox lang=${lang} .portal=${portal}></tb-outbox>`);
  await waitUntil(() => element.shadowRoot?.querySelector('[part=entries], [part=empty], [part=sealed], [part=wiped], [part=failed]'));
  return element;
}

const wordsOf = (element: TbOutbox) => element.shadowRoot?.textContent ?? '';
const find = (element: TbOutbox, selector: string) => element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
const part = (element: TbOutbox, name: string) => find(element, `[part~=${name}]`);
const step = (element: TbOutbox, name: string) => find(element, `[data-step=${name}]`);
const announced = (element: TbOutbox) => find(element, '[role=status]')?.textContent ?? '';
const callsTo = (portal: FixturePortal, name: string) => portal.calls.filter((call) => call.name === name).map(({args}) => args);

describe('<tb-outbox>', () => {
  it('is accessible with everything in it, and with a question on screen', async () => {
    const element = await outbox(portalOf(busyOutbox));
    await expect(element).to.be.accessible();
    step(element, 'takeTheirs')?.click();
    await waitUntil(() => part(element, 'question'));
    await expect(element).to.be.accessible();
  });

  for (const [name, entry] of Object.entries(entriesByState) as [string, OutboxEntry][]) {
    it(`says in the words of the table what ${name} is, in both languages`, async () => {
      const {zh, en}: OutboxStateEntry = outboxStates[entry.state];
      const [chinese, english] = [await outbox(holding(entry)), await outbox(holding(entry), 'en')];
      assert.include(part(chinese, 'state')?.textContent, zh.label);
      assert.include(part(chinese, 'means')?.textContent, zh.means);
      assert.include(part(english, 'state')?.textContent, en.label);
      assert.include(part(english, 'means')?.textContent, en.means);
    });
  }

  it('says since when it waits, how often and when it was tried, why, and when it goes again', async () => {
    const element = await outbox(holding(entriesByState.waiting));
    const facts = part(element, 'facts')?.textContent.replace(/\s+/g, ' ') ?? '';
    assert.match(facts, /保存时间\s*11月20日 16:40/);
    assert.match(facts, /上次发送\s*11月23日 09:05/);
    assert.match(facts, /已尝试\s*3 次/);
    assert.match(facts, /下次自动发送\s*11月23日 09:15/);
    assert.include(part(element, 'means')?.textContent, '没有连上网络');
  });

  it('counts what is not delivered and what waits for the person', async () => {
    const element = await outbox(portalOf(busyOutbox));
    assert.equal(part(element, 'summary')?.textContent, '还有 4 项没有送达 · 1 项等您处理');
    assert.include(wordsOf(element), '「待发送」不等于已提交，「已送达」不等于已受理。');
  });

  it('puts first what waits for the person, and last what has arrived', async () => {
    const element = await outbox(holding(entriesByState.receipted, entriesByState.queued, {...entriesByState.refused, commandId: 'r'}));
    const states = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('[part=entry]') ?? [])].map(({dataset}) => dataset['state']);
    assert.deepEqual(states, ['refused', 'queued', 'receipted']);
  });

  it('sends now what waits', async () => {
    const portal = holding(entriesByState.waiting);
    const element = await outbox(portal);
    part(element, 'send-now')?.click();
    await waitUntil(() => part(element, 'state')?.textContent.includes('发送中'));
    assert.lengthOf(callsTo(portal, 'outbox.sendNow'), 1);
    assert.isNull(part(element, 'send-now'));
  });

  it('asks for a sign-in, and for nothing else, where that is what it waits for', async () => {
    const portal = holding(entriesByState['signed-out']);
    const element = await outbox(portal);
    assert.isNull(part(element, 'send-now'));
    part(element, 'sign-in')?.querySelector('button')?.click();
    await waitUntil(() => callsTo(portal, 'session.signIn').length === 1);
  });

  it('asks before it gives something up, and keeps it when the answer is no', async () => {
    const portal = holding(entriesByState.refused);
    const element = await outbox(portal);
    step(element, 'giveUp')?.click();
    await waitUntil(() => part(element, 'question'));
    assert.equal(element.shadowRoot?.activeElement?.id, 'question');
    await sendKeys({press: 'Escape'});
    await waitUntil(() => step(element, 'giveUp'));
    await waitUntil(() => element.shadowRoot?.activeElement === step(element, 'giveUp'), 'the focus is where it was');
    assert.isEmpty(callsTo(portal, 'outbox.giveUp'));
  });

  it('gives it up once that is confirmed, and says so to the page', async () => {
    const portal = holding(entriesByState.refused);
    const element = await outbox(portal);
    step(element, 'giveUp')?.click();
    await waitUntil(() => part(element, 'give-up-do'));
    setTimeout(() => part(element, 'give-up-do')?.click());
    const {commandId} = await oneEvent<TbGivenUp>(element, 'tb-given-up');
    assert.equal(commandId, 'c-1');
    await waitUntil(() => part(element, 'empty'));
    assert.equal(element.shadowRoot?.activeElement?.id, 'title');
  });

  it('says why something could not be given up, and goes on showing it', async () => {
    const portal = fixturePortal('ready', {outbox: {...allSent, entries: [entriesByState.refused]}, failing: {'outbox.giveUp': 'TB_COMMAND_UNDERWAY'}});
    const element = await outbox(portal);
    step(element, 'giveUp')?.click();
    await waitUntil(() => part(element, 'give-up-do'));
    part(element, 'give-up-do')?.click();
    await waitUntil(() => find(element, '[role=alert]'));
    assert.include(find(element, '[role=alert]')?.textContent, '可能已经发出');
    assert.isNotNull(part(element, 'entry'));
  });

  it('asks the page for the form when something is to be mended, and opens it itself where the page does not', async () => {
    const element = await outbox(holding(entriesByState.conflict));
    setTimeout(() => step(element, 'keepMine')?.click());
    const event = await oneEvent<TbMendRequest>(element, 'tb-mend-request');
    assert.equal(event.caseNo, CASE_NO);
    await waitUntil(() => find(element, 'tb-application-form'));
    assert.equal(find(element, 'tb-application-form')?.getAttribute('case'), CASE_NO);
  });

  it('leaves the form to a page that cancels', async () => {
    const element = await outbox(holding(entriesByState.refused));
    element.addEventListener('tb-mend-request', (event) => event.preventDefault());
    setTimeout(() => step(element, 'mend')?.click());
    const {taskCode} = await oneEvent<TbMendRequest>(element, 'tb-mend-request');
    assert.equal(taskCode, 'fund-retire');
    await element.updateComplete;
    assert.isNull(find(element, 'tb-application-form'));
  });

  it('says since when nothing waits', async () => {
    assert.include(wordsOf(await outbox(portalOf(allSent))), '11月20日 16:40 收到最后一份回执');
    assert.notInclude(wordsOf(await outbox(portalOf(emptyOutbox))), '回执');
  });

  it('never says that nothing waits after what was saved here was cleared', async () => {
    const element = await outbox(portalOf({...allSent, wipedAt: '2026-11-22T08:00:00+08:00'}));
    assert.include(part(element, 'wiped')?.textContent, '已被清除');
    assert.isNull(part(element, 'empty'));
    assert.notInclude(wordsOf(element), '没有待发送的内容');
  });

  it('tells of what is locked only how much there is, and asks for a sign-in', async () => {
    const element = await outbox(portalOf({...emptyOutbox, sealed: {submit: 2}, isLocked: true}));
    assert.include(part(element, 'sealed')?.textContent, '申请 2 项');
    assert.isNotNull(part(element, 'sign-in'));
    assert.notInclude(wordsOf(element), '没有待发送的内容');
  });

  it('asks nobody to sign in for what others left here', async () => {
    const element = await outbox(portalOf({...allSent, sealed: {rating: 1}}));
    assert.include(part(element, 'sealed')?.textContent, '他人');
    assert.isNull(part(element, 'sign-in'));
  });

  it('follows the outbox live and says it once, politely', async () => {
    const portal = holding(entriesByState.sending);
    const element = await outbox(portal);
    assert.equal(announced(element), '');
    portal.world.outbox = {...allSent, entries: [{...entriesByState.receipted, commandId: entriesByState.sending.commandId}]};
    portal.announce({about: 'outbox'});
    await waitUntil(() => part(element, 'state')?.textContent.includes('已送达'));
    await waitUntil(() => announced(element) === '没有待发送的内容');
  });
});

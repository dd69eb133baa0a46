import {assert, expect, oneEvent, waitUntil} from '@open-wc/testing';
import type {TbProgressRequest, TbSubmitted} from '@tongban/elements/application-form/events.js';
import {fixturePortal} from '../../stories/support/fixture-portal.js';
import {CASE_NO} from '../../stories/support/fixtures/cases.js';
import {agent, anonymous, expired, retiree, signedInAs} from '../../stories/support/fixtures/people.js';
import {NOW} from '../../stories/support/fixtures/times.js';
import {BANK_CARD, callsOf, field, filledDraft, find, form, part, ready, saved, type, wordsOf} from './support/form-driver.js';

describe('<tb-application-form>, sending', () => {
  it('is accessible while it is filled in, after a failed try to send, and as a receipt', async () => {
    const {element} = await ready();
    await expect(element).to.be.accessible();
    part(element, 'submit')?.click();
    await waitUntil(() => part(element, 'filed'));
    await expect(element).to.be.accessible();
    const empty = await form(fixturePortal());
    part(empty, 'submit')?.click();
    await waitUntil(() => part(empty, 'problems'));
    await expect(empty).to.be.accessible();
  });

  it('sends nothing that is not complete: lists it all and moves to the first', async () => {
    const portal = fixturePortal();
    const element = await form(portal);
    part(element, 'submit')?.click();
    await waitUntil(() => part(element, 'problems'));
    assert.isEmpty(callsOf(portal, 'cases.submit'));
    await waitUntil(() => element.shadowRoot?.activeElement?.getAttribute('name') === 'situation-retired');
    const links = [...(part(element, 'problems')?.querySelectorAll('button') ?? [])];
    assert.isTrue(links.some((link) => link.textContent?.includes('请提供：本人银行卡')));
    links.find((link) => link.textContent?.includes('银行卡号'))?.click();
    await waitUntil(() => element.shadowRoot?.activeElement?.getAttribute('data-field') === 'bankNo');
  });

  it('asks for two consents and presets neither', async () => {
    const portal = fixturePortal('ready', {draft: filledDraft});
    const element = await form(portal);
    assert.lengthOf(element.shadowRoot!.querySelectorAll('[id^=consent-]:checked'), 0);
    find(element, '#consent-purpose')?.click();
    await element.updateComplete;
    part(element, 'submit')?.click();
    await waitUntil(() => element.shadowRoot?.activeElement?.id === 'consent-sensitive');
    assert.isEmpty(callsOf(portal, 'cases.submit'));
  });

  it('sends once and shows the receipt with both numbers', async () => {
    const {element, portal} = await ready();
    setTimeout(() => part(element, 'submit')?.click());
    const event = await oneEvent<TbSubmitted>(element, 'tb-submitted');
    assert.deepEqual([event.state, event.caseNo], ['filed', CASE_NO]);
    await waitUntil(() => part(element, 'filed'));
    assert.equal(part(element, 'case-no')?.textContent, CASE_NO);
    assert.equal(part(element, 'short-code')?.textContent, 'K7M2Q9TD');
    assert.lengthOf(callsOf(portal, 'cases.submit'), 1);
    await waitUntil(() => element.shadowRoot?.activeElement?.localName === 'h2');
  });

  it('tells queued from filed', async () => {
    const portal = fixturePortal('ready', {draft: filledDraft});
    const element = await form(portal);
    const states: string[] = [];
    element.addEventListener('tb-submitted', (event) => states.push(event.state));
    portal.world.draft = {...filledDraft, status: 'queued'};
    portal.announce({about: 'draft', draftId: 'draft-1'});
    await waitUntil(() => part(element, 'queued'));
    assert.include(wordsOf(element), '已保存，待发送');
    portal.world.draft = {...filledDraft, status: 'filed', receipt: {caseNo: CASE_NO, shortCode: 'K7M2Q9TD', at: NOW, papers: []}};
    portal.announce({about: 'draft', draftId: 'draft-1'});
    await waitUntil(() => part(element, 'filed'));
    assert.deepEqual(states, ['queued', 'filed']);
  });

  it('asks the page to show the progress', async () => {
    const {element} = await ready();
    element.addEventListener('tb-progress-request', (event) => event.preventDefault());
    part(element, 'submit')?.click();
    await waitUntil(() => part(element, 'follow'));
    setTimeout(() => part(element, 'follow')?.click());
    const event = await oneEvent<TbProgressRequest>(element, 'tb-progress-request');
    assert.equal(event.caseNo, CASE_NO);
  });

  it('asks to sign in where a draft cannot be opened, and goes on by itself afterwards', async () => {
    const portal = fixturePortal('ready', {session: anonymous, failing: {'cases.openDraft': 'TB_SIGN_IN_REQUIRED'}});
    const element = await form(portal);
    await waitUntil(() => part(element, 'sign-in'));
    portal.world.failing = {};
    part(element, 'sign-in')?.querySelector('button')?.click();
    await waitUntil(() => part(element, 'summary'));
    assert.isNull(part(element, 'sign-in'));
  });

  it('keeps everything on screen when the sign-in runs out, and sends after signing in again', async () => {
    const {element, portal} = await ready();
    portal.world.session = expired;
    portal.announce({about: 'session'});
    await waitUntil(() => part(element, 'sign-in'));
    assert.equal(field(element, 'bankNo')?.value, BANK_CARD);
    part(element, 'submit')?.click();
    await waitUntil(() => part(element, 'failure'));
    assert.isEmpty(callsOf(portal, 'cases.submit'));
    part(element, 'sign-in')?.querySelector('button')?.click();
    await waitUntil(() => !part(element, 'sign-in'));
    part(element, 'submit')?.click();
    await waitUntil(() => part(element, 'filed'));
  });

  it('asks for a higher level before sending, with everything saved', async () => {
    const {element, portal} = await ready({session: signedInAs({...retiree, loa: 2})});
    type(element, 'bankNo', '6222020200112230014');
    part(element, 'submit')?.click();
    await waitUntil(() => part(element, 'failure')?.textContent?.includes('更高等级'));
    part(element, 'step-up')?.querySelector('button')?.click();
    await waitUntil(() => !part(element, 'step-up'));
    assert.deepInclude(callsOf(portal, 'session.signIn')[0]?.args[0], {minLoa: 3});
    const order = portal.calls.map(({name}) => name).filter((name) => name === 'cases.saveDraft' || name === 'session.signIn');
    assert.equal(order[order.indexOf('session.signIn') - 1], 'cases.saveDraft');
    assert.equal(portal.world.draft.fields.bankNo, '6222020200112230014');
  });

  it('files under the delegation one acts under, and says for whom', async () => {
    const portal = fixturePortal('ready', {session: signedInAs({...agent, actingFor: agent.delegations[1]})});
    const element = await form(portal);
    await saved(portal, ({delegationId}) => delegationId === 'dlg-guardian');
    assert.equal(part(element, 'acting')?.textContent, '*文静 代 *一诺 办理');
  });

  it('says why a draft was refused, and lets one put it right', async () => {
    const portal = fixturePortal('ready', {draft: {...filledDraft, status: 'refused', problem: 'TB_EDITION_INACTIVE'}});
    const element = await form(portal);
    assert.include(part(element, 'refused')?.textContent, '该事项的这一版本已停用');
    type(element, 'bankNo', '6222020200112230014');
    await saved(portal, ({fields}) => fields.bankNo === '6222020200112230014');
    portal.world.draft = {...portal.world.draft, status: 'editing', problem: undefined}; // As the store does with the first change.
    portal.announce({about: 'draft', draftId: 'draft-1'});
    for (const consent of ['purpose', 'sensitive']) find(element, `#consent-${consent}`)?.click();
    await element.updateComplete;
    assert.isOk(part(element, 'refused'));
    part(element, 'submit')?.click();
    await waitUntil(() => part(element, 'filed'));
  });
});

import '@tongban/elements/application-form.js';
import {assert, expect, fixture, html, oneEvent, waitUntil} from '@open-wc/testing';
import type {Attachment, Draft} from '@tongban/domain/draft.js';
import type {TbApplicationForm} from '@tongban/elements/application-form/application-form.js';
import type {TbDraftSaved, TbProgressRequest, TbSubmitted} from '@tongban/elements/application-form/events.js';
import {sendKeys} from '@web/test-runner-commands';
import {fixturePortal, type FixturePortal, type World} from '../../stories/support/fixture-portal.js';
import {CASE_NO, freshDraft, halfwayDraft, supplementCase} from '../../stories/support/fixtures/cases.js';
import {fundRetireGuide} from '../../stories/support/fixtures/guides.js';
import {agent, anonymous, expired, retiree, signedInAs} from '../../stories/support/fixtures/people.js';
import {NOW} from '../../stories/support/fixtures/times.js';

const BANK_CARD = '6222020200112230006';

async function form(portal: FixturePortal, of: {item?: string; caseNo?: string} = {item: fundRetireGuide.taskCode}): Promise<TbApplicationForm> {
  const element = await fixture<TbApplicationForm>(
    html`<tb-application-form lang="zh-CN" item=${of.item ?? ''} case=${of.caseNo ?? ''} .portal=${portal}></tb-application-form>`,
  );
  await waitUntil(() => element.shadowRoot?.querySelector('h2, [role=alert], [part=empty]'));
  return element;
}

const wordsOf = (element: TbApplicationForm) => element.shadowRoot?.textContent ?? '';
const find = <E extends HTMLElement = HTMLElement>(element: TbApplicationForm, selector: string) => element.shadowRoot?.querySelector<E>(selector) ?? null;
const part = (element: TbApplicationForm, name: string) => find(element, `[part~=${name}]`);
const field = (element: TbApplicationForm, id: string) => find<HTMLInputElement>(element, `[data-field="${id}"]`);
const callsOf = (portal: FixturePortal, name: string) => portal.calls.filter((call) => call.name === name);
const saved = (portal: FixturePortal, holds: (draft: Draft) => boolean) => waitUntil(() => holds(portal.world.draft), 'was not saved', {timeout: 3000});

function type(element: TbApplicationForm, id: string, value: string): void {
  const input = field(element, id)!;
  input.value = value;
  input.dispatchEvent(new Event('input', {bubbles: true}));
}

function choose(element: TbApplicationForm, select: string, value: string): void {
  const input = find<HTMLSelectElement>(element, select)!;
  input.value = value;
  input.dispatchEvent(new Event('change', {bubbles: true}));
}

function hand(element: TbApplicationForm, materialId: string, file: File): void {
  const transfer = new DataTransfer();
  transfer.items.add(file);
  const input = find<HTMLInputElement>(element, `[data-upload="${materialId}"]`)!;
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', {bubbles: true}));
}

const scan = (name = 'bank.pdf') => new File(['%PDF-1.4'], name, {type: 'application/pdf'});
const done: Attachment = {attachmentId: 'att-1', materialId: 'bank', fileName: '银行卡.pdf', mediaType: 'application/pdf', size: 9, sent: 9, state: 'done'};

/** All filled in but the consents. */
const filledDraft: Draft = {
  ...freshDraft,
  answers: {retired: 'yes', channel: 'self'},
  fields: {name: '*秀兰', idNo: '9****************6', mobile: '199****0001', center: '310000', bankNo: BANK_CARD},
  attachments: [done],
};

async function ready(world: Partial<World> = {}): Promise<{element: TbApplicationForm; portal: FixturePortal}> {
  const portal = fixturePortal('ready', {draft: filledDraft, ...world});
  const element = await form(portal);
  for (const consent of ['purpose', 'sensitive']) find(element, `#consent-${consent}`)?.click();
  await element.updateComplete;
  return {element, portal};
}

describe('<tb-application-form>', () => {
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

  it('fills in what the government knows and saves it with the slots', async () => {
    const portal = fixturePortal();
    const element = await form(portal);
    await saved(portal, ({fields}) => fields.idNo === retiree.idNo);
    assert.equal(find(element, '[data-known=name]')?.textContent, '*秀兰');
    assert.isNull(field(element, 'idNo'));
    assert.deepInclude(portal.world.draft.slots.map(({materialId, state}) => ({materialId, state})), {materialId: 'id', state: 'waived'});
  });

  it('lets one change how to be reached, never who one is', async () => {
    const element = await form(fixturePortal());
    await waitUntil(() => find(element, '[data-known=mobile]'));
    assert.lengthOf(element.shadowRoot!.querySelectorAll('[data-known] ~ .button'), 1);
    find(element, '[data-known=mobile] ~ .button')?.click();
    await waitUntil(() => element.shadowRoot?.activeElement?.getAttribute('data-field') === 'mobile');
  });

  it('saves each change by itself and says so', async () => {
    const portal = fixturePortal();
    const element = await form(portal);
    const events: TbDraftSaved[] = [];
    element.addEventListener('tb-draft-saved', (event) => events.push(event));
    type(element, 'bankNo', BANK_CARD);
    await saved(portal, ({fields}) => fields.bankNo === BANK_CARD);
    await waitUntil(() => part(element, 'saved')?.textContent?.includes('已保存 09:05'));
    assert.equal(events[events.length - 1]?.draftId, 'draft-1');
  });

  it('keeps what was typed when saving fails, and saves it with the next change', async () => {
    const portal = fixturePortal('ready', {failing: {'cases.saveDraft': 'TB_VAULT_FULL'}});
    const element = await form(portal);
    type(element, 'bankNo', '622202');
    await waitUntil(() => part(element, 'saved')?.textContent?.includes('本机空间不足'));
    assert.equal(field(element, 'bankNo')?.value, '622202');
    portal.world.failing = {};
    type(element, 'bankNo', BANK_CARD);
    await saved(portal, ({fields}) => fields.bankNo === BANK_CARD);
  });

  it('asks no more than the answers need', async () => {
    const portal = fixturePortal();
    const element = await form(portal);
    find(element, '[name=situation-retired]')?.click();
    await saved(portal, ({answers}) => answers.retired === 'yes');
    await waitUntil(() => !portal.world.draft.slots.some(({materialId}) => materialId === 'retire'));
    assert.isNull(find(element, '[data-upload=retire]'));
  });

  it('says beside the field what is wrong with it once it is left', async () => {
    const element = await form(fixturePortal());
    field(element, 'bankNo')?.focus();
    await sendKeys({type: '6222'});
    assert.isNull(find(element, '#field-bankNo-error'));
    await sendKeys({press: 'Tab'});
    await waitUntil(() => find(element, '#field-bankNo-error'));
    assert.include(find(element, '#field-bankNo-error')?.textContent, '12至19位');
    assert.equal(field(element, 'bankNo')?.getAttribute('aria-invalid'), 'true');
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

  it('attaches a scan, says why one is refused, and takes it off again', async () => {
    const portal = fixturePortal();
    const element = await form(portal);
    hand(element, 'bank', scan());
    await waitUntil(() => part(element, 'file')?.textContent?.includes('bank.pdf'));
    hand(element, 'bank', new File(['MZ'], 'setup.exe', {type: 'application/x-msdownload'}));
    await waitUntil(() => wordsOf(element).includes('“setup.exe”：不支持这种文件'));
    part(element, 'file')?.querySelector('button')?.click();
    await waitUntil(() => !part(element, 'file'));
    assert.isEmpty(portal.world.draft.attachments);
  });

  it('takes a scan that is dropped', async () => {
    const element = await form(fixturePortal());
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(scan('dropped.pdf'));
    part(element, 'drop')?.dispatchEvent(new DragEvent('drop', {dataTransfer, cancelable: true}));
    await waitUntil(() => part(element, 'file')?.textContent?.includes('dropped.pdf'));
  });

  it('shows how far an upload has come, and that it waits for the network', async () => {
    const portal = fixturePortal('ready', {draft: halfwayDraft});
    const element = await form(portal);
    assert.include(part(element, 'file')?.textContent, '5.0 MB / 12.0 MB');
    portal.announce({about: 'network', online: false});
    await waitUntil(() => part(element, 'file')?.textContent?.includes('等待网络，恢复后自动上传'));
    portal.announce({about: 'network', online: true});
    portal.world.draft = {...portal.world.draft, attachments: halfwayDraft.attachments.map((one) => ({...one, sent: one.size, state: 'done' as const}))};
    portal.announce({about: 'draft', draftId: 'draft-1'});
    await waitUntil(() => part(element, 'file')?.textContent?.includes('已上传'));
  });

  it('hands in what is 免交 all the same, and leaves it to the government again', async () => {
    const portal = fixturePortal('ready', {draft: filledDraft});
    const element = await form(portal);
    const wish = () => [...element.shadowRoot!.querySelectorAll('button')].find((button) => button.getAttribute('aria-label')?.endsWith(': 申请人居民身份证'));
    wish()?.click();
    await waitUntil(() => find(element, '[data-upload=id]'));
    await saved(portal, ({slots}) => slots.some(({materialId, state}) => materialId === 'id' && state === 'empty'));
    wish()?.click();
    await saved(portal, ({slots}) => slots.some(({materialId, state}) => materialId === 'id' && state === 'waived'));
    assert.isNull(find(element, '[data-upload=id]'));
  });

  it('leaves papers to the window one chooses, and asks which', async () => {
    const portal = fixturePortal('ready', {draft: {...filledDraft, attachments: []}, session: signedInAs({...retiree, homeRegion: '320600'})});
    const element = await form(portal);
    find(element, '[name=mode][value=agent]')?.click();
    await saved(portal, ({mode, windowRegion}) => mode === 'agent' && windowRegion === '320600');
    await waitUntil(() => find<HTMLSelectElement>(element, '#window-1')?.value === '320600');
    assert.include(wordsOf(element), '异地委托授权协议');
    choose(element, '#window-1', '320500');
    await saved(portal, ({windowRegion}) => windowRegion === '320500');
    for (const consent of ['purpose', 'sensitive']) find(element, `#consent-${consent}`)?.click();
    await element.updateComplete;
    part(element, 'submit')?.click();
    await waitUntil(() => part(element, 'filed'));
  });

  it('answers a notice with what it names and nothing else', async () => {
    const portal = fixturePortal('ready', {cases: [supplementCase]});
    const element = await form(portal, {caseNo: CASE_NO});
    assert.include(part(element, 'faults')?.textContent, '银行卡照片模糊');
    const ids = [...element.shadowRoot!.querySelectorAll('[data-field], [data-upload]')].map((input) => input.getAttribute('data-field') ?? input.getAttribute('data-upload'));
    assert.deepEqual(ids, ['bankNo', 'bank']);
    await saved(portal, ({slots}) => slots.length === 1 && slots[0]?.materialId === 'bank' && slots[0].pieces.length === 0);
  });

  it('says when a case needs no answer', async () => {
    const element = await form(fixturePortal(), {caseNo: CASE_NO});
    assert.include(wordsOf(element), '现在不需要补正');
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

  it('leads back to where the draft was left', async () => {
    const element = await form(fixturePortal('ready', {draft: halfwayDraft}));
    assert.include(part(element, 'resumed')?.textContent, '11月20日 16:40');
    part(element, 'resumed')?.querySelector('button')?.click();
    await waitUntil(() => element.shadowRoot?.activeElement?.id === 'title-fields');
  });

  it('says why a draft was refused, and lets one put it right', async () => {
    const portal = fixturePortal('ready', {draft: {...filledDraft, status: 'refused', problem: 'TB_EDITION_INACTIVE'}});
    const element = await form(portal);
    assert.include(part(element, 'refused')?.textContent, '该事项的这一版本已停用');
    type(element, 'bankNo', '6222020200112230014');
    await saved(portal, ({fields}) => fields.bankNo === '6222020200112230014');
  });

  it('starts over for another item', async () => {
    const portal = fixturePortal('ready', {draft: filledDraft});
    const element = await form(portal);
    element.item = 'no-such-item';
    await waitUntil(() => wordsOf(element).includes('没有这个事项'));
  });
});

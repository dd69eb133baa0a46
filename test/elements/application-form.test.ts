import {assert, waitUntil} from '@open-wc/testing';
import type {TbDraftSaved} from '@tongban/elements/application-form/events.js';
import type {Ground} from '@tongban/elements/application-form/ground.js';
import {settled} from '@tongban/elements/application-form/settle.js';
import {shapeOf} from '@tongban/elements/application-form/shape.js';
import {sendKeys} from '@web/test-runner-commands';
import {fixturePortal} from '../../stories/support/fixture-portal.js';
import {CASE_NO, freshDraft, halfwayDraft, supplementCase} from '../../stories/support/fixtures/cases.js';
import {fundRetireGuide} from '../../stories/support/fixtures/guides.js';
import {agent, retiree, signedInAs} from '../../stories/support/fixtures/people.js';
import {BANK_CARD, choose, field, filledDraft, find, form, hand, part, saved, scan, type, wordsOf} from './support/form-driver.js';

describe('<tb-application-form>', () => {
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

  it('keeps what a notice does not name', async () => {
    const slots = supplementCase.slots.map(({refusedReason: _refused, check: _check, ...slot}) => slot);
    const portal = fixturePortal('ready', {cases: [supplementCase], draft: {...freshDraft, slots}});
    await form(portal, {caseNo: CASE_NO});
    await saved(portal, ({slots: now}) => now.map(({materialId, state}) => `${materialId} ${state}`).join() === 'id waived,bank empty');
  });

  it('goes through the whole form again when a precheck returned it, at the same window', async () => {
    const portal = fixturePortal('ready', {cases: [{...supplementCase, state: 'returned', allowed: ['amend', 'withdraw']}]});
    const element = await form(portal, {caseNo: CASE_NO});
    assert.include(part(element, 'faults')?.textContent, '银行卡照片模糊');
    assert.isOk(field(element, 'center'));
    assert.isNull(find(element, '[name=mode]'));
    assert.include(wordsOf(element), '原来填写：622202*********1234');
  });

  it('takes nothing over from whom one acted for before, in a draft from the time when there was one for all', () => {
    const fields = {name: '张秀兰', idNo: '999999195003070016', mobile: '19900000001', bankNo: BANK_CARD};
    const draft = {...freshDraft, fields};
    const session = signedInAs({...agent, actingFor: agent.delegations[1]});
    const ground: Ground = {session, guide: fundRetireGuide, region: '310000', held: [], file: undefined, draft, keptAnswers: {}};
    const edit = settled(ground, draft, shapeOf(ground, draft));
    assert.deepEqual([edit?.delegationId, edit?.fields], ['dlg-guardian', {...fields, name: '*一诺', idNo: '', mobile: ''}]);
  });

  it('says when a case needs no answer', async () => {
    const element = await form(fixturePortal(), {caseNo: CASE_NO});
    assert.include(wordsOf(element), '现在不需要补正');
  });

  it('leads back to where the draft was left', async () => {
    const element = await form(fixturePortal('ready', {draft: halfwayDraft}));
    assert.include(part(element, 'resumed')?.textContent, '11月20日 16:40');
    part(element, 'resumed')?.querySelector('button')?.click();
    await waitUntil(() => element.shadowRoot?.activeElement?.id === 'title-fields');
  });

  it('starts over for another item', async () => {
    const portal = fixturePortal('ready', {draft: filledDraft});
    const element = await form(portal);
    element.item = 'no-such-item';
    await waitUntil(() => wordsOf(element).includes('没有这个事项'));
  });

  it('keeps what one agreed to with the draft', async () => {
    const portal = fixturePortal();
    const element = await form(portal);
    for (const consent of ['purpose', 'sensitive']) find(element, `#consent-${consent}`)?.click();
    await saved(portal, ({consents}) => consents?.purpose === true && consents.sensitive);
    element.remove();
    const again = await form(portal);
    assert.isTrue(find<HTMLInputElement>(again, '#consent-purpose')?.checked);
  });

  it('opens another draft for whom one acts for, with nothing typed for oneself in it, and finds the first again', async () => {
    const portal = fixturePortal('ready', {session: signedInAs(agent)});
    const element = await form(portal);
    type(element, 'bankNo', BANK_CARD);
    await saved(portal, ({fields}) => fields['bankNo'] === BANK_CARD);
    await portal.session.actUnder('dlg-guardian');
    await waitUntil(() => field(element, 'bankNo')?.value === '');
    assert.equal(portal.world.draft.delegationId, 'dlg-guardian');
    await portal.session.actUnder(null);
    await waitUntil(() => field(element, 'bankNo')?.value === BANK_CARD);
  });

  it('takes over what was answered before signing in, and the tab forgets it', async () => {
    const portal = fixturePortal();
    await portal.answers.keep(fundRetireGuide.taskCode, {channel: 'agent'});
    await form(portal);
    await saved(portal, ({answers}) => answers['channel'] === 'agent');
    await waitUntil(async () => Object.keys(await portal.answers.kept(fundRetireGuide.taskCode)).length === 0);
  });
});

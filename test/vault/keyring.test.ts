import {assert} from '@open-wc/testing';
import {addAttachment} from '@tongban/vault/worker/attachments.js';
import {keepCopy, readCopy} from '@tongban/vault/worker/copies.js';
import {createDraft, readDraft} from '@tongban/vault/worker/drafts.js';
import {hasVault, unlock} from '@tongban/vault/worker/keyring.js';
import {queueCommand, queueDraft} from '@tongban/vault/worker/outbox.js';
import {AN_ITEM, aDraftBody} from '../fixtures/drafts.js';
import {GATEWAY, MONDAY, openVault, type TestVault} from '../support/open-vault.js';
import {rejectsWith} from '../support/rejects-with.js';

const MARKER = 'MARKER-李秀英-320602195001019999';

describe('the vault of a person', () => {
  let vault: TestVault;

  beforeEach(async () => {
    vault = await openVault();
  });

  afterEach(() => vault.remove());

  it('opens a draft again after a reload and a new sign-in', async () => {
    const {draftId} = await createDraft(vault.db, await vault.safeOf('li'), AN_ITEM, aDraftBody({fields: {name: MARKER}}), MONDAY);
    const again = await vault.safeOf('li');
    assert.equal((await readDraft(vault.db, again, draftId)).fields['name'], MARKER);
  });

  it('cannot be read without the share of the gateway', async () => {
    const {draftId} = await createDraft(vault.db, await vault.safeOf('li'), AN_ITEM, aDraftBody(), MONDAY);
    const stranger = await vault.safeOf('li', 'a guessed share');
    await rejectsWith('TB_VAULT_LOCKED', readDraft(vault.db, stranger, draftId));
  });

  it('does not show one person the draft of another', async () => {
    const {draftId} = await createDraft(vault.db, await vault.safeOf('li'), AN_ITEM, aDraftBody(), MONDAY);
    await rejectsWith('TB_DRAFT_UNKNOWN', readDraft(vault.db, await vault.safeOf('wang'), draftId));
  });

  it('opens nothing once it is locked', async () => {
    const safe = await vault.safeOf('li');
    const {draftId} = await createDraft(vault.db, safe, AN_ITEM, aDraftBody(), MONDAY);
    safe.lock();
    await rejectsWith('TB_VAULT_LOCKED', readDraft(vault.db, safe, draftId));
    await rejectsWith('TB_VAULT_LOCKED', keepCopy(vault.db, safe, 'my-cases', {value: [], asOf: ''}));
  });

  it('keeps what an old share sealed for the day that share comes back', async () => {
    const {draftId} = await createDraft(vault.db, await vault.safeOf('li'), AN_ITEM, aDraftBody(), MONDAY);
    await vault.safeOf('li', 'a wrong share, for a while');
    assert.equal((await readDraft(vault.db, await vault.safeOf('li'), draftId)).draftId, draftId);
  });

  it('makes one first key when two tabs sign in at once', async () => {
    const [one, other] = await Promise.all([vault.safeOf('li'), vault.safeOf('li')]);
    assert.equal(await vault.db.count('keyring'), 1);
    const {draftId} = await createDraft(vault.db, one, AN_ITEM, aDraftBody({fields: {name: MARKER}}), MONDAY);
    assert.equal((await readDraft(vault.db, other, draftId)).fields['name'], MARKER);
  });

  it('leaves nothing readable on the disk: no name, no number of a case, no key', async () => {
    const safe = await vault.safeOf('li');
    const {master} = await unlock(vault.db, {gateway: GATEWAY, personId: 'li', share: 'share of li'}, MONDAY);
    const {draftId} = await createDraft(vault.db, safe, {caseNo: 'CASE-31000020260001'}, aDraftBody({caseNo: 'CASE-31000020260001', fields: {name: MARKER}}), MONDAY);
    await addAttachment(vault.db, safe, draftId, {materialId: 'bank', fileName: `${MARKER}.pdf`, mediaType: 'application/pdf'}, new TextEncoder().encode(`%PDF-${MARKER}`).buffer, MONDAY);
    await queueDraft(vault.db, safe, draftId, {kind: 'resubmit', lane: 'case/CASE-31000020260001', content: {name: MARKER}}, (body) => ({...body, status: 'queued'}), MONDAY);
    await queueCommand(vault.db, safe, {kind: 'rating', lane: 'rating/1', content: {comment: MARKER}}, MONDAY);
    await keepCopy(vault.db, safe, 'case/CASE-31000020260001', {value: {applicant: MARKER}, asOf: '2026-01-05T00:00:00Z'});
    const disk = await vault.everything();
    for (const secret of [MARKER, '李秀英', '320602195001019999', 'CASE-31000020260001', 'share of li', String.fromCharCode(...master)]) assert.notInclude(disk, secret);
    assert.include(disk, GATEWAY, 'the probe does read what is clear');
  });

  it('refuses a copy that was moved to another place', async () => {
    const safe = await vault.safeOf('li');
    await keepCopy(vault.db, safe, 'case/A', {value: 'A', asOf: ''});
    await keepCopy(vault.db, safe, 'case/B', {value: 'B', asOf: ''});
    const [a, b] = await vault.db.getAll('copies');
    const tx = vault.db.transaction('copies', 'readwrite');
    await tx.store.put({...a!, sealed: b!.sealed});
    await tx.done;
    await rejectsWith('TB_VAULT_LOCKED', Promise.all([readCopy(vault.db, safe, 'case/A'), readCopy(vault.db, safe, 'case/B')]));
  });

  it('knows whether anybody signed in to a gateway here', async () => {
    assert.isFalse(await hasVault(vault.db, GATEWAY));
    await vault.safeOf('li');
    assert.isTrue(await hasVault(vault.db, GATEWAY));
    assert.isFalse(await hasVault(vault.db, 'https://other.example'));
  });
});

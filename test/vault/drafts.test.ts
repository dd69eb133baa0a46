import {assert} from '@open-wc/testing';
import {atomically} from '@tongban/vault/worker/atomically.js';
import {changeDraft, createDraft, discardDraft, findOpenDraft, listDrafts, readDraft} from '@tongban/vault/worker/drafts.js';
import {queueDraft} from '@tongban/vault/worker/outbox.js';
import type {Safe} from '@tongban/vault/worker/safe.js';
import {AN_ITEM, aDraftBody} from '../fixtures/drafts.js';
import {MONDAY, openVault, type TestVault} from '../support/open-vault.js';
import {rejectsWith} from '../support/rejects-with.js';

const TUESDAY = MONDAY + 24 * 60 * 60 * 1000;
const command = {kind: 'submit', lane: 'draft', content: {}} as const;

describe('drafts', () => {
  let vault: TestVault;
  let safe: Safe;

  beforeEach(async () => {
    vault = await openVault();
    safe = await vault.safeOf('li');
  });

  afterEach(() => vault.remove());

  it('are one for an item, however many tabs open it at once', async () => {
    const drafts = await Promise.all([1, 2, 3].map(() => createDraft(vault.db, safe, AN_ITEM, aDraftBody(), MONDAY)));
    assert.equal(new Set(drafts.map(({draftId}) => draftId)).size, 1);
  });

  it('are another for another region', async () => {
    await createDraft(vault.db, safe, AN_ITEM, aDraftBody(), MONDAY);
    assert.isUndefined(await findOpenDraft(vault.db, safe, {...AN_ITEM, forRegion: '320000'}));
  });

  it('are another for whom one acts for, and one\'s own again afterwards', async () => {
    const own = await createDraft(vault.db, safe, AN_ITEM, aDraftBody(), MONDAY);
    const forFirm = {...AN_ITEM, delegationId: 'dlg-firm-agent'};
    assert.isUndefined(await findOpenDraft(vault.db, safe, forFirm));
    await createDraft(vault.db, safe, forFirm, aDraftBody(), TUESDAY);
    assert.equal((await findOpenDraft(vault.db, safe, {...AN_ITEM, delegationId: undefined}))?.draftId, own.draftId);
  });

  it('lose no field when many tabs write at once', async () => {
    const {draftId} = await createDraft(vault.db, safe, AN_ITEM, aDraftBody(), MONDAY);
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    await Promise.all(names.map((name) => changeDraft(vault.db, safe, draftId, (body) => ({...body, fields: {...body.fields, [name]: 'typed'}}), TUESDAY)));
    assert.hasAllKeys((await readDraft(vault.db, safe, draftId)).fields, names);
  });

  it('list the newest first', async () => {
    const old = await createDraft(vault.db, safe, AN_ITEM, aDraftBody(), MONDAY);
    const fresh = await createDraft(vault.db, safe, {caseNo: 'A'}, aDraftBody(), TUESDAY);
    assert.deepEqual((await listDrafts(vault.db, safe)).map(({draftId}) => draftId), [fresh.draftId, old.draftId]);
  });

  it('cannot be discarded once they are queued', async () => {
    const {draftId} = await createDraft(vault.db, safe, AN_ITEM, aDraftBody(), MONDAY);
    await queueDraft(vault.db, safe, draftId, command, (body) => ({...body, status: 'queued'}), MONDAY);
    await rejectsWith('TB_DRAFT_LOCKED', discardDraft(vault.db, safe, draftId));
    assert.equal((await readDraft(vault.db, safe, draftId)).status, 'queued');
  });

  it('are queued once, even when the button is pressed in two tabs', async () => {
    const {draftId} = await createDraft(vault.db, safe, AN_ITEM, aDraftBody(), MONDAY);
    const press = () => queueDraft(vault.db, safe, draftId, command, (body) => ({...body, status: 'queued'}), MONDAY);
    const presses = await Promise.all([press(), press()].map((pressed) => pressed.then(() => 'queued', (error: Error) => error.name)));
    assert.sameMembers(presses, ['queued', 'TB_DRAFT_LOCKED']);
    assert.equal(await vault.db.count('outbox'), 1);
  });

  it('make room for a new one once they are queued', async () => {
    const {draftId} = await createDraft(vault.db, safe, AN_ITEM, aDraftBody(), MONDAY);
    await queueDraft(vault.db, safe, draftId, command, (body) => ({...body, status: 'queued'}), MONDAY);
    assert.isUndefined(await findOpenDraft(vault.db, safe, AN_ITEM));
  });

  it('are gone after discarding, and discarding again changes nothing', async () => {
    const {draftId} = await createDraft(vault.db, safe, AN_ITEM, aDraftBody(), MONDAY);
    await discardDraft(vault.db, safe, draftId);
    await discardDraft(vault.db, safe, draftId);
    await rejectsWith('TB_DRAFT_UNKNOWN', readDraft(vault.db, safe, draftId));
  });
});

describe('a transaction of the vault', () => {
  let vault: TestVault;

  beforeEach(async () => {
    vault = await openVault();
  });

  afterEach(() => vault.remove());

  const row = {state: 'a', started: {}, startedAt: MONDAY};

  it('keeps nothing when a later write fails', async () => {
    const halfway = atomically(vault.db, ['sign-ins', 'receipts'], async (tx) => {
      await tx.objectStore('sign-ins').put(row);
      throw new Error('power cut');
    });
    await rejectsWith('TB_VAULT_WRITE', halfway);
    assert.equal(await vault.db.count('sign-ins'), 0);
  });

  it('says that there is no room, and keeps nothing', async () => {
    const full = atomically(vault.db, ['sign-ins'], async (tx) => {
      await tx.objectStore('sign-ins').put(row);
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await rejectsWith('TB_VAULT_FULL', full);
    assert.equal(await vault.db.count('sign-ins'), 0);
  });

  it('says so when another tab closed the database', async () => {
    vault.db.close();
    await rejectsWith('TB_VAULT_CLOSED', atomically(vault.db, ['sign-ins'], (tx) => tx.objectStore('sign-ins').put(row)));
  });
});

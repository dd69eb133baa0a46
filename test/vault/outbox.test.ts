import {assert} from '@open-wc/testing';
import type {Receipt} from '@tongban/domain/case/case-file.js';
import {addAttachment} from '@tongban/vault/worker/attachments.js';
import {changeDraft, createDraft, readDraft} from '@tongban/vault/worker/drafts.js';
import {claimNext, contentOf, freeze, giveUp, hasten, listCommands, nextDue, NOBODY, postpone, queueCommand, queueDraft, setAside} from '@tongban/vault/worker/outbox.js';
import {hasReceipt, readReceipt, RECEIPT_KEPT_MS, settle, sweep} from '@tongban/vault/worker/receipts.js';
import type {Safe} from '@tongban/vault/worker/safe.js';
import {AN_ITEM, aDraftBody} from '../fixtures/drafts.js';
import {MONDAY, openVault, type TestVault} from '../support/open-vault.js';
import {rejectsWith} from '../support/rejects-with.js';

const LEASE = 60_000;
const queued = (body: ReturnType<typeof aDraftBody>) => ({...body, status: 'queued' as const});
const aReceipt = (commandId: string): Receipt => ({commandId, caseNo: 'C1', shortCode: 'ABCD1234', revision: 1, state: 'submitted', at: '2026-01-05T00:00:00Z', papers: [], jws: 'a.b.c'});

describe('the outbox', () => {
  let vault: TestVault;
  let safe: Safe;

  beforeEach(async () => {
    vault = await openVault();
    safe = await vault.safeOf('li');
  });

  afterEach(() => vault.remove());

  const queue = (lane: string, content: unknown = {}) => queueCommand(vault.db, safe, {kind: 'withdraw', lane, content}, MONDAY);
  const claim = (now = MONDAY, holder = 'tab 1') => claimNext(vault.db, safe.owner, holder, now, LEASE);
  const aQueuedDraft = async () => {
    const {draftId} = await createDraft(vault.db, safe, AN_ITEM, aDraftBody(), MONDAY);
    await addAttachment(vault.db, safe, draftId, {materialId: 'bank', fileName: 'a.pdf', mediaType: 'application/pdf'}, new ArrayBuffer(8), MONDAY);
    await queueDraft(vault.db, safe, draftId, {kind: 'submit', lane: draftId, content: {}}, queued, MONDAY);
    return draftId;
  };

  it('hands a command to one of two tabs', async () => {
    await queue('case/1');
    const claims = await Promise.all([claim(MONDAY, 'tab 1'), claim(MONDAY, 'tab 2')]);
    assert.lengthOf(claims.filter(Boolean), 1);
  });

  it('keeps the order within a case, and lets other cases pass', async () => {
    const first = await queue('case/1');
    await queue('case/1');
    const other = await queue('case/2');
    assert.equal((await claim())?.commandId, first);
    assert.equal((await claim())?.commandId, other);
    assert.isUndefined(await claim());
  });

  it('gives a command to another tab when its holder is gone, with the same key and the same content', async () => {
    const commandId = await queue('case/1', {say: 'the same'});
    await claim(MONDAY, 'killed tab');
    assert.isUndefined(await claim(MONDAY + LEASE - 1, 'tab 2'));
    const taken = await claim(MONDAY + LEASE, 'tab 2');
    assert.equal(taken?.commandId, commandId);
    assert.deepEqual(await contentOf(safe, taken!), {say: 'the same'});
  });

  it('lets no tab that slept past its lease write over the one that took over', async () => {
    await queue('case/1');
    const asleep = (await claim(MONDAY, 'sleeper'))!;
    await claim(MONDAY + LEASE, 'tab 2');
    assert.isFalse(await postpone(vault.db, asleep, 0, 9));
    assert.isFalse(await freeze(vault.db, safe, asleep, {forged: true}));
    await setAside(vault.db, safe, asleep, 'rejected', 'TB_FORBIDDEN', MONDAY);
    const [row] = await listCommands(vault.db, safe.owner);
    assert.include(row, {leasedBy: 'tab 2', state: 'leased', attempts: 0});
  });

  it('waits as long as it was told, or until somebody hurries it', async () => {
    await queue('case/1');
    await postpone(vault.db, (await claim())!, MONDAY + 5_000, 1);
    assert.isUndefined(await claim(MONDAY + 4_999));
    assert.equal(await nextDue(vault.db, safe.owner), MONDAY + 5_000);
    await hasten(vault.db, safe.owner);
    assert.equal((await claim(MONDAY))?.attempts, 1);
  });

  it('holds up only the case whose command was refused, until it is given up', async () => {
    const refused = await queue('case/1');
    const next = await queue('case/1');
    const other = await queue('case/2');
    await setAside(vault.db, safe, (await claim())!, 'conflict', 'TB_CASE_STALE', MONDAY);
    assert.equal((await claim())?.commandId, other);
    assert.isUndefined(await claim());
    await giveUp(vault.db, refused);
    assert.equal((await claim())?.commandId, next);
  });

  it('does not give up what may still be on its way', async () => {
    const commandId = await queue('case/1');
    await giveUp(vault.db, commandId);
    assert.equal((await claim())?.commandId, commandId);
  });

  it('stores a receipt, files the draft and drops command and scans, all at once', async () => {
    const draftId = await aQueuedDraft();
    const row = (await claim())!;
    await settle(vault.db, safe, row, aReceipt(row.commandId), MONDAY);
    assert.include(await readDraft(vault.db, safe, draftId), {status: 'filed'});
    assert.equal((await readReceipt(vault.db, safe, row.commandId))?.caseNo, 'C1');
    for (const store of ['outbox', 'attachments', 'chunks'] as const) assert.equal(await vault.db.count(store), 0, store);
  });

  it('settles twice as it settles once: the same receipt may come to two tabs', async () => {
    await aQueuedDraft();
    const row = (await claim())!;
    await settle(vault.db, safe, row, aReceipt(row.commandId), MONDAY);
    await settle(vault.db, safe, row, aReceipt(row.commandId), MONDAY);
    assert.equal(await vault.db.count('receipts'), 1);
  });

  it('keeps the command when its receipt cannot be stored', async () => {
    await aQueuedDraft();
    const row = (await claim())!;
    safe.lock();
    await rejectsWith('TB_VAULT_LOCKED', settle(vault.db, safe, row, aReceipt(row.commandId), MONDAY));
    assert.equal(await vault.db.count('outbox'), 1);
    assert.equal(await vault.db.count('receipts'), 0);
  });

  it('says on the draft why it was refused, and sends it under a new key once mended', async () => {
    const draftId = await aQueuedDraft();
    const refused = (await claim())!;
    await setAside(vault.db, safe, refused, 'rejected', 'TB_FIELD_INVALID', MONDAY);
    assert.include(await readDraft(vault.db, safe, draftId), {status: 'refused', problem: 'TB_FIELD_INVALID'});
    await changeDraft(vault.db, safe, draftId, (body) => ({...body, status: 'editing'}), MONDAY);
    await queueDraft(vault.db, safe, draftId, {kind: 'submit', lane: draftId, content: {}}, queued, MONDAY);
    const mended = (await claim())!;
    assert.notEqual(mended.commandId, refused.commandId);
    assert.equal(await vault.db.count('outbox'), 1);
  });

  it('sends what nobody signed for, and keeps of it nothing but that it arrived', async () => {
    const commandId = await queueCommand(vault.db, undefined, {kind: 'rating', lane: 'rating/1', content: {stars: 5, ticket: 'T'}}, MONDAY);
    const row = (await claimNext(vault.db, NOBODY, 'tab', MONDAY, LEASE))!;
    assert.deepEqual(await contentOf(undefined, row), {stars: 5, ticket: 'T'});
    await settle(vault.db, undefined, row, {ratingId: '1'}, MONDAY);
    assert.isTrue(await hasReceipt(vault.db, commandId));
    assert.notInclude(await vault.everything(), 'ticket');
  });

  it('forgets receipts after 90 days, but never what still waits', async () => {
    const draftId = await aQueuedDraft();
    await sweep(vault.db, safe.owner, MONDAY + 2 * RECEIPT_KEPT_MS);
    assert.equal((await readDraft(vault.db, safe, draftId)).status, 'queued');
    const row = (await claim())!;
    await settle(vault.db, safe, row, aReceipt(row.commandId), MONDAY);
    await sweep(vault.db, safe.owner, MONDAY + RECEIPT_KEPT_MS + 1);
    assert.isFalse(await hasReceipt(vault.db, row.commandId));
    await rejectsWith('TB_DRAFT_UNKNOWN', readDraft(vault.db, safe, draftId));
  });
});

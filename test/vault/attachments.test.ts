import {assert} from '@open-wc/testing';
import {addAttachment, CHUNK_BYTES, forgetUploads, noteProgress, readBytes, removeAttachment, unsentAttachments} from '@tongban/vault/worker/attachments.js';
import {createDraft, discardDraft, readDraft} from '@tongban/vault/worker/drafts.js';
import {queueDraft} from '@tongban/vault/worker/outbox.js';
import type {Safe} from '@tongban/vault/worker/safe.js';
import {AN_ITEM, aDraftBody} from '../fixtures/drafts.js';
import {MONDAY, openVault, type TestVault} from '../support/open-vault.js';
import {rejectsWith} from '../support/rejects-with.js';

const about = {materialId: 'bank', fileName: '银行卡.pdf', mediaType: 'application/pdf'};

/** Bytes that differ everywhere a chunk could be taken for another. */
const bytesOf = (size: number) => Uint8Array.from({length: size}, (_, i) => (i * 31 + (i >> 12)) % 251).buffer;

async function readAll(vault: TestVault, safe: Safe, attachmentId: string, size: number): Promise<Uint8Array<ArrayBuffer>> {
  const whole = new Uint8Array(size);
  for (let start = 0; start < size; ) {
    const part = await readBytes(vault.db, safe, attachmentId, start);
    whole.set(part, start);
    start += part.length;
  }
  return whole;
}

describe('attachments', () => {
  let vault: TestVault;
  let safe: Safe;
  let draftId: string;

  beforeEach(async () => {
    vault = await openVault();
    safe = await vault.safeOf('li');
    ({draftId} = await createDraft(vault.db, safe, AN_ITEM, aDraftBody(), MONDAY));
  });

  afterEach(() => vault.remove());

  it('come back byte for byte, in chunks of at most one MiB', async () => {
    const size = 2 * CHUNK_BYTES + 17;
    const {attachmentId, sha256} = await addAttachment(vault.db, safe, draftId, about, bytesOf(size), MONDAY);
    assert.equal(await vault.db.count('chunks'), 3);
    const back = await readAll(vault, safe, attachmentId, size);
    assert.deepEqual(new Uint8Array(await crypto.subtle.digest('SHA-256', back)), Uint8Array.from(sha256!.match(/../g)!, (hex) => parseInt(hex, 16)));
    assert.equal(sha256, (await readDraft(vault.db, safe, draftId)).attachments[0]!.sha256);
  });

  it('are read from any byte on, for an upload that broke in mid-chunk', async () => {
    const {attachmentId} = await addAttachment(vault.db, safe, draftId, about, bytesOf(CHUNK_BYTES + 100), MONDAY);
    assert.lengthOf(await readBytes(vault.db, safe, attachmentId, CHUNK_BYTES - 3), 3);
    assert.deepEqual([...(await readBytes(vault.db, safe, attachmentId, CHUNK_BYTES + 98))], [...new Uint8Array(bytesOf(CHUNK_BYTES + 100)).subarray(-2)]);
  });

  it('refuse a chunk that was put in another chunk’s place', async () => {
    const {attachmentId} = await addAttachment(vault.db, safe, draftId, about, bytesOf(CHUNK_BYTES * 2), MONDAY);
    const second = await vault.db.get('chunks', [attachmentId, 1]);
    const tx = vault.db.transaction('chunks', 'readwrite');
    await tx.store.put({...second!, n: 0});
    await tx.done;
    await rejectsWith('TB_VAULT_LOCKED', readBytes(vault.db, safe, attachmentId, 0));
  });

  it('leave no bytes behind when they are removed, or their draft is discarded', async () => {
    const {attachmentId} = await addAttachment(vault.db, safe, draftId, about, bytesOf(CHUNK_BYTES + 1), MONDAY);
    await addAttachment(vault.db, safe, draftId, about, bytesOf(10), MONDAY);
    await removeAttachment(vault.db, safe, draftId, attachmentId);
    assert.equal(await vault.db.count('chunks'), 1);
    await discardDraft(vault.db, safe, draftId);
    assert.equal(await vault.db.count('chunks'), 0);
    assert.equal(await vault.db.count('attachments'), 0);
  });

  it('cannot be added to, or taken from, a draft that was submitted', async () => {
    const {attachmentId} = await addAttachment(vault.db, safe, draftId, about, bytesOf(10), MONDAY);
    await queueDraft(vault.db, safe, draftId, {kind: 'submit', lane: 'l', content: {}}, (body) => ({...body, status: 'queued'}), MONDAY);
    await rejectsWith('TB_DRAFT_LOCKED', addAttachment(vault.db, safe, draftId, about, bytesOf(10), MONDAY));
    await rejectsWith('TB_DRAFT_LOCKED', removeAttachment(vault.db, safe, draftId, attachmentId));
    assert.equal(await vault.db.count('chunks'), 1);
  });

  it('are sent oldest first until they are up or refused', async () => {
    const first = await addAttachment(vault.db, safe, draftId, about, bytesOf(10), MONDAY);
    const second = await addAttachment(vault.db, safe, draftId, about, bytesOf(10), MONDAY + 1);
    assert.deepEqual((await unsentAttachments(vault.db, safe)).map(({attachmentId}) => attachmentId), [first.attachmentId, second.attachmentId]);
    await noteProgress(vault.db, first.attachmentId, {state: 'done', uploadId: 'u1', sent: 10});
    assert.deepEqual((await unsentAttachments(vault.db, safe)).map(({attachmentId}) => attachmentId), [second.attachmentId]);
  });

  it('start again from the bytes kept here when the gateway has lost them', async () => {
    const {attachmentId} = await addAttachment(vault.db, safe, draftId, about, bytesOf(10), MONDAY);
    await noteProgress(vault.db, attachmentId, {state: 'done', uploadId: 'u1', uploadUrl: 'https://gateway.example/v1/uploads/u1', sent: 10});
    await forgetUploads(vault.db, safe, draftId);
    const [row] = await unsentAttachments(vault.db, safe);
    assert.include(row, {state: 'waiting', sent: 0});
    assert.notProperty(row, 'uploadUrl');
  });

  it('tell an upload that they were removed meanwhile', async () => {
    assert.isFalse(await noteProgress(vault.db, 'removed', {sent: 5}));
  });
});

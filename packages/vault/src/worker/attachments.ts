import type {Attachment} from '@tongban/domain/case/draft.js';
import {TbError} from '@tongban/domain/errors.js';
import {newId} from '../shared/new-id.js';
import {atomically} from './atomically.js';
import type {TbDatabase} from './database.js';
import {hex, type Safe} from './safe.js';
import type {Sealed} from './seal.js';

/** Bytes of one sealed chunk before sealing: what is sent again after a break is at most one. */
export const CHUNK_BYTES = 1024 * 1024;

/** A scan on its way, as it lies on disk. Clear: how much, how far, where to; sealed: what it is. Its bytes lie in `chunks`. */
export interface AttachmentRow extends UploadProgress {
  attachmentId: string;
  draftId: string;
  owner: string;
  size: number;
  addedAt: number;
  sealed: Sealed;
}

/** How far an upload has come. The gateway's own offset is the truth; this is what is shown and resumed from. */
export interface UploadProgress {
  sent: number;
  state: Attachment['state'];
  problem?: string;
  /** Kept before the first byte goes out. */
  uploadUrl?: string;
  uploadId?: string;
}

interface Label {
  materialId: string;
  fileName: string;
  mediaType: string;
  sha256: string;
}

export interface NewAttachment {
  materialId: string;
  fileName: string;
  mediaType: string;
}

/**
 * Keeps a scan: row and every sealed chunk in one transaction, for an open draft only.
 *
 * The hash is taken over the whole file at once, because WebCrypto has no digest in pieces; the size limit bounds what that costs.
 *
 * @throws TbError TB_DRAFT_UNKNOWN, TB_DRAFT_LOCKED, TB_VAULT_FULL
 */
export async function addAttachment(db: TbDatabase, safe: Safe, draftId: string, about: NewAttachment, bytes: ArrayBuffer, now: number): Promise<Attachment> {
  const attachmentId = newId(now);
  const label: Label = {...about, sha256: hex(await crypto.subtle.digest('SHA-256', bytes))};
  const chunks = await sealChunks(safe, attachmentId, bytes);
  const row: AttachmentRow = {
    attachmentId, draftId, owner: safe.owner, size: bytes.byteLength, addedAt: now, sent: 0, state: 'waiting',
    sealed: await safe.seal(['attachments', attachmentId], label),
  };
  await atomically(db, ['drafts', 'attachments', 'chunks'], async (tx) => {
    const draft = await tx.objectStore('drafts').get(draftId);
    if (draft?.owner !== safe.owner) throw new TbError('TB_DRAFT_UNKNOWN');
    if (!draft.open) throw new TbError('TB_DRAFT_LOCKED');
    await tx.objectStore('attachments').add(row);
    for (const [n, sealed] of chunks.entries()) await tx.objectStore('chunks').add({attachmentId, n, sealed});
  });
  return viewAttachment(safe, row);
}

/** The attachments of a draft in the order they were added. */
export async function attachmentsOf(db: TbDatabase, safe: Safe, draftId: string): Promise<Attachment[]> {
  const rows = await db.getAllFromIndex('attachments', 'by-draft', draftId);
  const own = rows.filter(({owner}) => owner === safe.owner).sort(inOrder);
  return Promise.all(own.map((row) => viewAttachment(safe, row)));
}

/** Attachments that still have bytes to send, oldest first, whatever draft they belong to. */
export async function unsentAttachments(db: TbDatabase, safe: Safe): Promise<AttachmentRow[]> {
  const rows = await db.getAllFromIndex('attachments', 'by-owner', safe.owner);
  return rows.filter(({state}) => state !== 'done' && state !== 'refused').sort(inOrder);
}

export async function attachmentRow(db: TbDatabase, attachmentId: string): Promise<AttachmentRow | undefined> {
  return db.get('attachments', attachmentId);
}

/** The plain bytes of a file from `start` to at most the end of the chunk that holds it. @throws TB_UPLOAD_UNKNOWN when they are gone */
export async function readBytes(db: TbDatabase, safe: Safe, attachmentId: string, start: number): Promise<Uint8Array<ArrayBuffer>> {
  const n = Math.floor(start / CHUNK_BYTES);
  const chunk = await db.get('chunks', [attachmentId, n]);
  if (!chunk) throw new TbError('TB_UPLOAD_UNKNOWN');
  return new Uint8Array(await safe.openBytes(['chunks', attachmentId, n], chunk.sealed)).subarray(start - n * CHUNK_BYTES);
}

/** Notes how far an upload has come. False when the attachment was removed meanwhile: then there is nothing to send any more. */
export async function noteProgress(db: TbDatabase, attachmentId: string, progress: Partial<UploadProgress>): Promise<boolean> {
  return atomically(db, ['attachments'], async (tx) => {
    const row = await tx.objectStore('attachments').get(attachmentId);
    if (!row) return false;
    await tx.objectStore('attachments').put({...row, ...progress});
    return true;
  });
}

/** The gateway does not know the uploads of a draft (any more): they start again from the bytes kept here. */
export async function forgetUploads(db: TbDatabase, safe: Safe, draftId: string): Promise<void> {
  await atomically(db, ['attachments'], async (tx) => {
    const store = tx.objectStore('attachments');
    for (const {uploadUrl: _url, uploadId: _id, problem: _problem, ...row} of await store.index('by-draft').getAll(draftId)) {
      if (row.owner === safe.owner) await store.put({...row, sent: 0, state: 'waiting'});
    }
  });
}

/** @throws TbError TB_DRAFT_LOCKED once the draft is queued; one that is not there is removed already */
export async function removeAttachment(db: TbDatabase, safe: Safe, draftId: string, attachmentId: string): Promise<void> {
  await atomically(db, ['drafts', 'attachments', 'chunks'], async (tx) => {
    const row = await tx.objectStore('attachments').get(attachmentId);
    if (row?.owner !== safe.owner || row.draftId !== draftId) return;
    if (!(await tx.objectStore('drafts').get(draftId))?.open) throw new TbError('TB_DRAFT_LOCKED');
    await tx.objectStore('chunks').delete(IDBKeyRange.bound([attachmentId], [attachmentId, []]));
    await tx.objectStore('attachments').delete(attachmentId);
  });
}

const inOrder = (a: AttachmentRow, b: AttachmentRow) => a.addedAt - b.addedAt || (a.attachmentId < b.attachmentId ? -1 : 1);

async function sealChunks(safe: Safe, attachmentId: string, bytes: ArrayBuffer): Promise<Sealed[]> {
  const sealed: Sealed[] = [];
  for (let start = 0; start < bytes.byteLength; start += CHUNK_BYTES) {
    const plain = new Uint8Array(bytes, start, Math.min(CHUNK_BYTES, bytes.byteLength - start));
    sealed.push(await safe.sealBytes(['chunks', attachmentId, sealed.length], plain));
  }
  return sealed;
}

/** An attachment as an element shows it. */
export async function viewAttachment(safe: Safe, {attachmentId, size, sent, state, problem, uploadId, sealed}: AttachmentRow): Promise<Attachment> {
  const label = (await safe.open(['attachments', attachmentId], sealed)) as Label;
  return {attachmentId, ...label, size, sent, state, ...(problem !== undefined && {problem}), ...(uploadId !== undefined && {uploadId})};
}

import type {Receipt} from '@tongban/domain/case/case-file.js';
import type {CommandKind} from '@tongban/domain/outbox/outbox.js';
import {atomically, type Writing} from './atomically.js';
import type {TbDatabase} from './database.js';
import {changeDraft, dropAttachments} from './drafts.js';
import type {OutboxRow} from './outbox.js';
import type {Safe} from './safe.js';
import type {Sealed} from './seal.js';

export const RECEIPT_KEPT_MS = 90 * 24 * 60 * 60 * 1000;

/** The gateway's word that it has taken a command. */
export interface ReceiptRow {
  commandId: string;
  owner: string;
  storedAt: number;
  /** What it is the receipt of; absent in rows of older code. `queuedAt` in milliseconds since 1970. */
  of?: {kind: CommandKind; queuedAt: number; attempts: number; draftId?: string};
  /** Sealed like its command; a rating by ticket leaves nothing but the fact that it arrived. */
  sealed?: Sealed;
}

/**
 * Stores a receipt and drops its command, in one transaction; with a filed draft its scans go too, for the gateway has them.
 *
 * Whoever holds the receipt may do this, lease or not: the gateway's word stands.
 */
export async function settle(db: TbDatabase, safe: Safe | undefined, row: OutboxRow, receipt: unknown, now: number): Promise<void> {
  const {commandId, owner, kind, createdAt, attempts, draftId} = row;
  const sealed = safe && (await safe.seal(['receipts', commandId], receipt));
  const kept: ReceiptRow = {commandId, owner, storedAt: now, of: {kind, queuedAt: createdAt, attempts: attempts + 1, ...(draftId !== undefined && {draftId})}, ...(sealed && {sealed})};
  const swap = async (tx: Writing<'receipts' | 'outbox'>) => {
    const current = await tx.objectStore('outbox').get(row.seq);
    if (current?.commandId === commandId) await tx.objectStore('outbox').delete(row.seq);
    await tx.objectStore('receipts').put(kept);
  };
  if (draftId === undefined || !safe) {
    await atomically(db, ['outbox', 'receipts'], swap);
    return;
  }
  const {caseNo, shortCode, at, papers} = receipt as Receipt;
  await changeDraft(db, safe, draftId, ({problem: _mended, ...body}) => ({...body, status: 'filed', receipt: {caseNo, shortCode, at, papers}}), now, {
    stores: ['outbox', 'receipts', 'attachments', 'chunks'],
    async write(tx) {
      await swap(tx as unknown as Writing<'receipts' | 'outbox'>);
      await dropAttachments(tx as unknown as Writing<'attachments' | 'chunks'>, draftId);
    },
  });
}

/** The receipt of a command, while it is kept. */
export async function readReceipt(db: TbDatabase, safe: Safe, commandId: string): Promise<Receipt | undefined> {
  const row = await db.get('receipts', commandId);
  return row?.sealed && ((await safe.open(['receipts', commandId], row.sealed)) as Receipt);
}

/** The receipts of an owner that are kept, oldest first. */
export async function listReceipts(db: TbDatabase, owner: string): Promise<ReceiptRow[]> {
  return (await db.getAllFromIndex('receipts', 'by-owner', owner)).sort((a, b) => a.storedAt - b.storedAt);
}

/** Whether a command has arrived. */
export async function hasReceipt(db: TbDatabase, commandId: string): Promise<boolean> {
  return (await db.getKey('receipts', commandId)) !== undefined;
}

/**
 * Forgets receipts after 90 days, the time the gateway keeps their keys, and with them the drafts that were filed as long ago.
 * A draft that still waits to be sent stays, however old it is; a refused command without a draft has been told long ago.
 */
export async function sweep(db: TbDatabase, owner: string, now: number): Promise<void> {
  await atomically(db, ['receipts', 'drafts', 'outbox'], async (tx) => {
    const [receipts, drafts] = [tx.objectStore('receipts'), tx.objectStore('drafts')];
    const commands = await tx.objectStore('outbox').index('by-owner').getAll(owner);
    const waiting = new Set(commands.map(({draftId}) => draftId));
    for (const {seq, state, draftId, createdAt} of commands) {
      const isOver = draftId === undefined && (state === 'rejected' || state === 'conflict');
      if (isOver && createdAt + RECEIPT_KEPT_MS < now) await tx.objectStore('outbox').delete(seq);
    }
    for (const {commandId, storedAt} of await receipts.index('by-owner').getAll(owner)) if (storedAt + RECEIPT_KEPT_MS < now) await receipts.delete(commandId);
    for (const {draftId, open, savedAt} of await drafts.index('by-owner').getAll(owner)) {
      if (!open && !waiting.has(draftId) && savedAt + RECEIPT_KEPT_MS < now) await drafts.delete(draftId);
    }
  });
}

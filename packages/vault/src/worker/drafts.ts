import {Draft, type DraftStatus} from '@tongban/domain/case/draft.js';
import {TbError} from '@tongban/domain/errors.js';
import {parse} from '@tongban/domain/parse.js';
import type {StoreNames} from 'idb';
import {newId} from '../shared/new-id.js';
import {atomically, type Writing} from './atomically.js';
import {attachmentsOf} from './attachments.js';
import type {TbDatabase, TbSchema} from './database.js';
import type {Safe} from './safe.js';
import type {Sealed} from './seal.js';

/** An application as it lies on disk. Clear: whose it is, a blind name of what it is for, whether it can still be changed. */
export interface DraftRow {
  draftId: string;
  owner: string;
  /** Blind name of the item, region and whom one acts for, or of the case it answers. */
  subject: string;
  open: boolean;
  /** Counts writes, so that two tabs do not overwrite each other unseen. */
  revision: number;
  savedAt: number;
  sealed: Sealed;
}

/** A draft without what lies elsewhere: its attachments have rows of their own, its id and time are columns. */
export type DraftBody = Omit<Draft, 'draftId' | 'savedAt' | 'attachments'>;

/** What a draft is for: one open draft each. */
export type DraftSubject = {taskCode: string; forRegion?: string; delegationId?: string | undefined} | {caseNo: string};

/** The open draft for a subject, if there is one. */
export async function findOpenDraft(db: TbDatabase, safe: Safe, subject: DraftSubject): Promise<Draft | undefined> {
  const rows = await db.getAllFromIndex('drafts', 'by-subject', await subjectName(safe, subject));
  const row = rows.find(({open}) => open);
  return row && readDraft(db, safe, row.draftId);
}

/** Makes a draft; when another tab made one for the same subject meanwhile, that one is the answer. */
export async function createDraft(db: TbDatabase, safe: Safe, subject: DraftSubject, body: DraftBody, now: number): Promise<Draft> {
  const draftId = newId(now);
  const name = await subjectName(safe, subject);
  const sealed = await safe.seal(['drafts', draftId], body);
  const kept = await atomically(db, ['drafts'], async (tx) => {
    const store = tx.objectStore('drafts');
    const other = (await store.index('by-subject').getAll(name)).find(({open}) => open);
    if (other) return other.draftId;
    await store.add({draftId, owner: safe.owner, subject: name, open: true, revision: 1, savedAt: now, sealed});
    return draftId;
  });
  return readDraft(db, safe, kept);
}

/** @throws TbError TB_DRAFT_UNKNOWN, TB_VAULT_LOCKED */
export async function readDraft(db: TbDatabase, safe: Safe, draftId: string): Promise<Draft> {
  const [row, attachments] = await Promise.all([rowOf(db, safe, draftId), attachmentsOf(db, safe, draftId)]);
  const body = (await safe.open(['drafts', draftId], row.sealed)) as DraftBody;
  return parse(Draft, {...body, draftId, attachments, savedAt: new Date(row.savedAt).toISOString()}, 'TB_VAULT_WRITE');
}

/** All drafts of the safe's person, newest first. */
export async function listDrafts(db: TbDatabase, safe: Safe): Promise<Draft[]> {
  const rows = await db.getAllFromIndex('drafts', 'by-owner', safe.owner);
  rows.sort((a, b) => b.savedAt - a.savedAt);
  return Promise.all(rows.map(({draftId}) => readDraft(db, safe, draftId)));
}

/** More to write in the transaction that changes a draft, after the draft itself. */
export interface Alongside<Name extends StoreNames<TbSchema>> {
  stores: Name[];
  /** Looked at before anything is written: false leaves all as it is. */
  holds?(tx: Writing<Name | 'drafts'>): Promise<boolean>;
  write(tx: Writing<Name | 'drafts'>): Promise<unknown>;
}

/**
 * Changes a draft by a pure function of what it is now, and writes what goes with it in the same transaction.
 *
 * Sealing cannot happen inside a transaction, so another tab may write in between; then the change is made again on top of it.
 */
export async function changeDraft<Name extends StoreNames<TbSchema>>(
  db: TbDatabase,
  safe: Safe,
  draftId: string,
  change: (body: DraftBody) => DraftBody,
  now: number,
  alongside?: Alongside<Name>,
): Promise<Draft> {
  for (;;) {
    const row = await rowOf(db, safe, draftId);
    const body = change((await safe.open(['drafts', draftId], row.sealed)) as DraftBody);
    const sealed = await safe.seal(['drafts', draftId], body);
    const next: DraftRow = {...row, open: isOpen(body.status), revision: row.revision + 1, savedAt: now, sealed};
    const stores: (Name | 'drafts')[] = ['drafts', ...(alongside?.stores ?? [])];
    const written = await atomically(db, stores, async (tx) => {
      if (alongside?.holds && !(await alongside.holds(tx))) return true;
      if (!(await replace(tx as unknown as Writing<'drafts'>, next, row.revision))) return false;
      await alongside?.write(tx);
      return true;
    });
    if (written) return readDraft(db, safe, draftId);
  }
}

/** Forgets a draft with its attachments; one that is not there is forgotten already. @throws TB_DRAFT_LOCKED once it is queued */
export async function discardDraft(db: TbDatabase, safe: Safe, draftId: string): Promise<void> {
  await atomically(db, ['drafts', 'attachments', 'chunks', 'outbox'], async (tx) => {
    const row = await tx.objectStore('drafts').get(draftId);
    if (row?.owner !== safe.owner) return;
    for (const command of await tx.objectStore('outbox').index('by-owner').getAll(safe.owner)) {
      if (command.draftId !== draftId) continue;
      if (command.state !== 'rejected' && command.state !== 'conflict') throw new TbError('TB_DRAFT_LOCKED');
      await tx.objectStore('outbox').delete(command.seq);
    }
    await dropAttachments(tx as unknown as Writing<'attachments' | 'chunks'>, draftId);
    await tx.objectStore('drafts').delete(draftId);
  });
}

/** Drops the attachments of a draft with their bytes. */
export async function dropAttachments(tx: Writing<'attachments' | 'chunks'>, draftId: string): Promise<void> {
  for (const attachmentId of await tx.objectStore('attachments').index('by-draft').getAllKeys(draftId)) {
    await tx.objectStore('chunks').delete(IDBKeyRange.bound([attachmentId], [attachmentId, []]));
    await tx.objectStore('attachments').delete(attachmentId);
  }
}

async function replace(tx: Writing<'drafts'>, next: DraftRow, expected: number): Promise<boolean> {
  const store = tx.objectStore('drafts');
  const now = await store.get(next.draftId);
  if (!now) throw new TbError('TB_DRAFT_UNKNOWN');
  if (now.revision !== expected) return false;
  await store.put(next);
  return true;
}

async function rowOf(db: TbDatabase, safe: Safe, draftId: string): Promise<DraftRow> {
  const row = await db.get('drafts', draftId);
  if (row?.owner !== safe.owner) throw new TbError('TB_DRAFT_UNKNOWN');
  return row;
}

/** Whether the person may still change it. A refused one can be mended and sent again. */
export const isOpen = (status: DraftStatus): boolean => status === 'editing' || status === 'refused';

/** For oneself the name ends with the region: drafts from before others could be acted for are found by it too. */
const subjectName = (safe: Safe, subject: DraftSubject) =>
  safe.blind(
    'caseNo' in subject
      ? `draft|case|${subject.caseNo}`
      : ['draft', 'item', subject.taskCode, subject.forRegion ?? '', ...(subject.delegationId === undefined ? [] : [subject.delegationId])].join('|'),
  );

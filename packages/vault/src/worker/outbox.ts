import {TbError, type ErrorCode} from '@tongban/domain/errors.js';
import type {CommandKind, WaitReason} from '@tongban/domain/outbox/outbox.js';
import {newId} from '../shared/new-id.js';
import {atomically, type Writing} from './atomically.js';
import type {TbDatabase} from './database.js';
import {changeDraft, isOpen, type DraftBody} from './drafts.js';
import type {Safe} from './safe.js';
import type {Sealed} from './seal.js';
import type {Draft} from '@tongban/domain/case/draft.js';

/** Whose commands are those of a visitor who rates by ticket without signing in. */
export const NOBODY = 'nobody';

/**
 * A command on its way to the gateway. It leaves this store only in the transaction that stores its receipt, or when the person
 * gives up a refused one. Clear: what sending needs to know; sealed: what is sent.
 */
export interface OutboxRow {
  /** Order of queueing. */
  seq: number;
  /** UUIDv7; the Idempotency-Key, the same at every attempt. */
  commandId: string;
  owner: string;
  /** Blind name of the case or draft: commands of one lane go one after the other, and a refused one holds up only its lane. */
  lane: string;
  kind: CommandKind;
  draftId?: string;
  state: 'queued' | 'leased' | 'waiting' | 'rejected' | 'conflict';
  /** Milliseconds since 1970. */
  notBefore: number;
  attempts: number;
  /** When it was last tried, and what it waits for since. */
  triedAt?: number;
  waitsFor?: WaitReason;
  /** The sender that works on it, and until when nobody else may. */
  leasedBy?: string;
  leasedUntil?: number;
  createdAt: number;
  problem?: ErrorCode;
  sealed?: Sealed;
  /**
   * Plain content, of a rating by ticket alone: nobody is signed in, so there is no key that only one person has. It says which
   * act was rated and how, and names nobody.
   */
  plain?: unknown;
}

export type NewCommand = Pick<OutboxRow, 'kind' | 'draftId'> & {lane: string; content: unknown};
type UnnumberedRow = Omit<OutboxRow, 'seq'>;

/** Queues a command of the safe's person, or of nobody. Resolves once it is durable. */
export async function queueCommand(db: TbDatabase, safe: Safe | undefined, command: NewCommand, now: number): Promise<string> {
  const row = await newRow(safe, command, now);
  await atomically(db, ['outbox'], (tx) => tx.objectStore('outbox').add(row as OutboxRow));
  return row.commandId;
}

/**
 * Queues a draft: its new status and its command, both or neither. A refused command of the same draft gives way to the new one.
 *
 * @throws TbError TB_DRAFT_LOCKED when it is queued already
 */
export async function queueDraft(db: TbDatabase, safe: Safe, draftId: string, command: Omit<NewCommand, 'draftId'>, change: (body: DraftBody) => DraftBody, now: number): Promise<Draft> {
  const row = await newRow(safe, {...command, draftId}, now);
  const lockedOnce = (body: DraftBody) => {
    if (!isOpen(body.status)) throw new TbError('TB_DRAFT_LOCKED');
    return change(body);
  };
  return changeDraft(db, safe, draftId, lockedOnce, now, {
    stores: ['outbox'],
    async write(tx) {
      const store = tx.objectStore('outbox');
      for (const old of await store.index('by-owner').getAll(safe.owner)) if (old.draftId === draftId) await store.delete(old.seq);
      await store.add(row as OutboxRow);
    },
  });
}

/** What is sent, as it was queued or as it was last frozen. */
export async function contentOf(safe: Safe | undefined, row: OutboxRow): Promise<unknown> {
  if (!row.sealed) return row.plain;
  if (!safe) throw new TbError('TB_VAULT_LOCKED');
  return safe.open(['outbox', row.commandId], row.sealed);
}

/** Fixes what is sent before its first attempt, so that every attempt sends the same bytes under the same key. */
export async function freeze(db: TbDatabase, safe: Safe, row: OutboxRow, content: unknown): Promise<boolean> {
  const sealed = await safe.seal(['outbox', row.commandId], content);
  return changeLeased(db, row, (now) => ({...now, sealed}));
}

/** All commands of an owner, in order. */
export async function listCommands(db: TbDatabase, owner: string): Promise<OutboxRow[]> {
  return (await db.getAllFromIndex('outbox', 'by-owner', owner)).sort((a, b) => a.seq - b.seq);
}

export async function commandRow(db: TbDatabase, commandId: string): Promise<OutboxRow | undefined> {
  return db.getFromIndex('outbox', 'by-command', commandId);
}

/**
 * Leases the first command that may go now: the head of its lane, due, and in nobody else's hands.
 *
 * @param mayGo what else must be true of it; must answer at once
 */
export async function claimNext(db: TbDatabase, owner: string, holder: string, now: number, leaseMs: number, mayGo: (row: OutboxRow) => boolean = always): Promise<OutboxRow | undefined> {
  return atomically(db, ['outbox'], async (tx) => {
    const rows = await tx.objectStore('outbox').index('by-owner').getAll(owner);
    const row = headsOf(rows).find((head) => isDue(head, now) && mayGo(head));
    if (!row) return undefined;
    const leased: OutboxRow = {...row, state: 'leased', leasedBy: holder, leasedUntil: now + leaseMs, triedAt: now};
    await tx.objectStore('outbox').put(leased);
    return leased;
  });
}

/** When the next command becomes due, or undefined when none ever does by itself. */
export async function nextDue(db: TbDatabase, owner: string, mayGo: (row: OutboxRow) => boolean = always): Promise<number | undefined> {
  const heads = headsOf(await db.getAllFromIndex('outbox', 'by-owner', owner)).filter(mayGo);
  const times = heads.flatMap(({state, notBefore, leasedUntil}) =>
    state === 'leased' ? [leasedUntil ?? 0] : state === 'queued' || state === 'waiting' ? [notBefore] : [],
  );
  return times.length > 0 ? Math.min(...times) : undefined;
}

/** Puts a leased command back until `notBefore`. False when the lease was lost meanwhile. */
export async function postpone(db: TbDatabase, row: OutboxRow, notBefore: number, attempts: number, waitsFor?: WaitReason): Promise<boolean> {
  return changeLeased(db, row, (now) => ({...withoutLease(now), state: 'waiting', notBefore, attempts, ...(waitsFor && {waitsFor})}));
}

/** Makes everything that waits due at once: the network is back, or somebody signed in. */
export async function hasten(db: TbDatabase, owner: string): Promise<void> {
  await atomically(db, ['outbox'], async (tx) => {
    for (const row of await tx.objectStore('outbox').index('by-owner').getAll(owner)) {
      if (row.state === 'waiting') await tx.objectStore('outbox').put({...row, notBefore: 0});
    }
  });
}

/** Sets a leased command aside as refused or in conflict; its draft, if it has one, says why and can be mended. */
export async function setAside(db: TbDatabase, safe: Safe | undefined, row: OutboxRow, state: 'rejected' | 'conflict', problem: ErrorCode, now: number): Promise<void> {
  const aside = (current: OutboxRow): OutboxRow => ({...withoutLease(current), state, problem});
  if (row.draftId === undefined || !safe) {
    await changeLeased(db, row, aside);
    return;
  }
  await changeDraft(db, safe, row.draftId, (body) => ({...body, status: 'refused', problem}), now, {
    stores: ['outbox'],
    holds: async (tx) => isHeld(await tx.objectStore('outbox').get(row.seq), row),
    write: async (tx) => tx.objectStore('outbox').put(aside((await tx.objectStore('outbox').get(row.seq)) ?? row)),
  });
}

/** Forgets a command that was set aside. Any other stays: it may have gone out. */
export async function giveUp(db: TbDatabase, commandId: string): Promise<void> {
  await atomically(db, ['outbox'], async (tx) => {
    const row = await tx.objectStore('outbox').index('by-command').get(commandId);
    if (row && isSetAside(row)) await tx.objectStore('outbox').delete(row.seq);
  });
}

/** Whether the gateway's last word on it was no, so that it is not sent any more. */
export const isSetAside = ({state}: Pick<OutboxRow, 'state'>): boolean => state === 'rejected' || state === 'conflict';

/** How many commands of each kind lie here for owners other than these. Of theirs nobody else learns more. */
export async function countOthers(db: TbDatabase, owners: readonly string[]): Promise<Partial<Record<CommandKind, number>>> {
  const counts: Partial<Record<CommandKind, number>> = {};
  for (const {owner, kind} of await db.getAll('outbox')) if (!owners.includes(owner)) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

async function newRow(safe: Safe | undefined, {content, kind, lane, draftId}: NewCommand, now: number): Promise<UnnumberedRow> {
  const commandId = newId(now);
  const carried = safe ? {sealed: await safe.seal(['outbox', commandId], content)} : {plain: content};
  const ownLane = safe ? await safe.blind(`lane|${lane}`) : lane;
  return {commandId, owner: safe?.owner ?? NOBODY, lane: ownLane, kind, ...(draftId !== undefined && {draftId}), state: 'queued', notBefore: 0, attempts: 0, createdAt: now, ...carried};
}

function changeLeased(db: TbDatabase, row: OutboxRow, change: (now: OutboxRow) => OutboxRow): Promise<boolean> {
  return atomically(db, ['outbox'], async (tx: Writing<'outbox'>) => {
    const now = await tx.objectStore('outbox').get(row.seq);
    if (!isHeld(now, row)) return false;
    await tx.objectStore('outbox').put(change(now));
    return true;
  });
}

/** Fencing: a sender that slept past its lease must not write over the one that took over. */
const isHeld = (now: OutboxRow | undefined, row: OutboxRow): now is OutboxRow => now?.commandId === row.commandId && now.leasedBy === row.leasedBy && now.state === 'leased';

const always = () => true;

const withoutLease = ({leasedBy: _by, leasedUntil: _until, ...row}: OutboxRow): OutboxRow => row;

function headsOf(rows: OutboxRow[]): OutboxRow[] {
  const heads = new Map<string, OutboxRow>();
  for (const row of [...rows].sort((a, b) => a.seq - b.seq)) if (!heads.has(row.lane)) heads.set(row.lane, row);
  return [...heads.values()];
}

function isDue({state, notBefore, leasedUntil = 0}: OutboxRow, now: number): boolean {
  if (state === 'leased') return leasedUntil <= now;
  return (state === 'queued' || state === 'waiting') && notBefore <= now;
}

import type {EventDraft} from '../acts/act-on.js';
import {canonicalJson} from '../canonical-json.js';
import {GENESIS_HASH, type CaseEvent} from './case-event.js';
import {TbError} from '../errors.js';

/** SHA-256 of the UTF-8 bytes, lower-case hex. */
export type Sha256 = (text: string) => Promise<string>;

/** A replica of one case's log. `held` waits for what is missing before it. */
export interface Log {
  readonly events: readonly CaseEvent[];
  readonly held: readonly CaseEvent[];
}

export const emptyLog: Log = {events: [], held: []};

/**
 * A log with more events merged in, in any order and any number of times: an `eventId` counts once, and what comes too early is
 * held back until its predecessors are there. Two replicas that have had the same events are equal.
 *
 * @throws TbError TB_LOG_BROKEN when two different events claim one place, one id names two events, or a link does not fit
 */
export function mergeLog(log: Log, incoming: readonly CaseEvent[]): Log {
  const bySeq = new Map<number, CaseEvent>();
  const seqOfId = new Map<string, number>();
  for (const event of [...log.events, ...log.held, ...incoming]) {
    const there = bySeq.get(event.seq);
    if (there && canonicalJson(there) !== canonicalJson(event)) throw broken(event.seq, 'fork');
    if ((seqOfId.get(event.eventId) ?? event.seq) !== event.seq) throw broken(event.seq, 'eventId');
    if (!there) bySeq.set(event.seq, event);
    seqOfId.set(event.eventId, event.seq);
  }
  const events: CaseEvent[] = [];
  for (let next = bySeq.get(1); next; next = bySeq.get(events.length + 1)) {
    requireLink(events[events.length - 1], next);
    events.push(next);
  }
  const held = [...bySeq.values()].filter(({seq}) => seq > events.length).sort((a, b) => a.seq - b.seq);
  return {events, held};
}

/** What is hashed of an event: all of it but the hash itself, in canonical form. */
export function canonicalEvent(event: Omit<CaseEvent, 'hash'>): string {
  const {hash: _hash, ...rest} = event as CaseEvent;
  return canonicalJson(rest);
}

/** Gives an event its id and its place in the chain. `eventId` is the command's id, so that one command is one event. */
export async function sealEvent(draft: EventDraft, {eventId, prevHash, sha256}: {eventId: string; prevHash: string; sha256: Sha256}): Promise<CaseEvent> {
  const event = {...draft, eventId, prevHash};
  return {...event, hash: await sha256(canonicalEvent(event))};
}

/** Goes through a whole log from its first event. @throws TbError TB_LOG_BROKEN with the `seq` of the first event that is not true */
export async function verifyChain(events: readonly CaseEvent[], sha256: Sha256): Promise<void> {
  let before: CaseEvent | undefined;
  for (const event of events) {
    requireLink(before, event);
    if (event.hash !== (await sha256(canonicalEvent(event)))) throw broken(event.seq, 'hash');
    before = event;
  }
}

function requireLink(before: CaseEvent | undefined, event: CaseEvent): void {
  if (event.seq !== (before?.seq ?? 0) + 1) throw broken(event.seq, 'seq');
  if (event.prevHash !== (before?.hash ?? GENESIS_HASH)) throw broken(event.seq, 'prevHash');
  if (before && event.caseNo !== before.caseNo) throw broken(event.seq, 'caseNo');
}

const broken = (seq: number, why: string) => new TbError('TB_LOG_BROKEN', {details: {seq, why}});

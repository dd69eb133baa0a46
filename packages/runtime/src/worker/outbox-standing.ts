import type {OutboxEntry} from '@tongban/domain/outbox/outbox.js';
import {isSetAside, type OutboxRow} from '@tongban/vault/worker/outbox.js';

/** Where a command stands: its state, and what it waits for until when. */
export type Standing = Pick<OutboxEntry, 'state' | 'waitsFor' | 'nextTryAt'>;

/**
 * Where each command stands, as its row and those before it in its lane say.
 *
 * @param rows of one owner, in the order of queueing
 * @param lacksScans whether bytes of a draft are still to be sent
 */
export function standings(rows: readonly OutboxRow[], lacksScans: (draftId: string) => boolean, now: number): Standing[] {
  return rows.map((row, at) => {
    const earlier = rows.slice(0, at).filter(({lane}) => lane === row.lane);
    if (row.state === 'conflict') return {state: 'conflict'};
    if (row.state === 'rejected') return {state: 'refused'};
    if (earlier.some(isSetAside)) return {state: 'blocked', waitsFor: 'earlier'};
    if (row.state === 'leased') return {state: (row.leasedUntil ?? 0) > now ? 'sending' : 'waiting'};
    if (row.state === 'waiting') return waiting(row, now);
    if (earlier.length > 0) return {state: 'queued', waitsFor: 'earlier'};
    return row.draftId !== undefined && lacksScans(row.draftId) ? {state: 'queued', waitsFor: 'scans'} : {state: 'queued'};
  });
}

/** When somebody has to sign in first, there is no time to name. */
function waiting({waitsFor, notBefore}: OutboxRow, now: number): Standing {
  const hasTime = waitsFor !== 'signIn' && notBefore > now;
  return {state: 'waiting', ...(waitsFor && {waitsFor}), ...(hasTime && {nextTryAt: new Date(notBefore).toISOString()})};
}

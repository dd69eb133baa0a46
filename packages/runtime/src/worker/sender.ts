import {unsentAttachments} from '@tongban/vault/worker/attachments.js';
import {claimNext, hasten, nextDue, NOBODY, type OutboxRow} from '@tongban/vault/worker/outbox.js';
import type {Safe} from '@tongban/vault/worker/safe.js';
import {newId} from '@tongban/vault/shared/new-id.js';
import {deliver, type DeliverOptions, type Fate} from './deliver.js';
import {lead} from './leader.js';
import {repeat, type Repeating} from './repeat.js';
import type {ScanSender} from './scan-sender.js';

/** Twice the longest a post may take: after that whoever held a command is taken for gone. */
const LEASE_MS = 60_000;

/**
 * Sends what lies in the outbox, exactly once and in order per case: a command keeps its key at every attempt, and leaves the
 * outbox only with its receipt.
 */
export interface Sender {
  /** Whose commands go out from now on, beside nobody's. */
  serve(safe: Safe | undefined): void;
  /** Something was queued in this tab: the tab that leads is to send it, whichever that is. */
  wake(): void;
  /** Something was queued in another tab. */
  rouse(): void;
  /** The network is back, or somebody signed in: pauses are over. */
  hasten(): Promise<void>;
  /** One attempt at one command now, for somebody who waits for it. */
  attempt(commandId: string, safe: Safe | undefined): Promise<Fate>;
  stop(): void;
}

export function createSender(options: DeliverOptions & {scans: ScanSender; queued: () => void}): Sender {
  const {gateway, database, now, scans, queued} = options;
  const holder = newId(now());
  const running = new Set<Repeating>();
  const stopNobody = serveLanes(undefined);
  let stopPerson: (() => void) | undefined;
  let served: Safe | undefined;

  /** Leads for one owner and works through their commands; one tab per owner does. */
  function serveLanes(safe: Safe | undefined): () => void {
    return lead(`tb:${gateway}:sender:${safe?.owner ?? NOBODY}`, (signal) => {
      const commands = repeat(() => sendDue(safe, signal), signal, now);
      const lanes = [commands, ...(safe ? [repeat(() => sendScans(safe, signal, commands), signal, now)] : [])];
      for (const lane of lanes) running.add(lane);
      signal.addEventListener('abort', () => lanes.forEach((lane) => running.delete(lane)));
    });
  }

  async function sendDue(safe: Safe | undefined, signal: AbortSignal): Promise<number | undefined> {
    const db = await database();
    const owner = safe?.owner ?? NOBODY;
    const mayGo = await readyCommands(safe);
    while (!signal.aborted) {
      const row = await claimNext(db, owner, holder, now(), LEASE_MS, mayGo);
      if (!row) return nextDue(db, owner, mayGo);
      const fate = await deliver(options, safe, row);
      if (fate.kind === 'refused') rouse(); // Its scans may have to go up again.
      if (fate.kind === 'waiting' && !fate.reached) return nextDue(db, owner, mayGo); // The others would hear the same.
    }
    return undefined;
  }

  async function sendScans(safe: Safe, signal: AbortSignal, commands: Repeating): Promise<number | undefined> {
    const again = await scans.pass(safe, signal);
    commands.wake();
    return again;
  }

  /** A filing waits until the scans of its draft are up. */
  async function readyCommands(safe: Safe | undefined): Promise<(row: OutboxRow) => boolean> {
    const unsent = safe ? await unsentAttachments(await database(), safe) : [];
    const incomplete = new Set(unsent.map(({draftId}) => draftId));
    return ({draftId}) => draftId === undefined || !incomplete.has(draftId);
  }

  const rouse = () => running.forEach((lane) => lane.wake());

  return {
    serve(safe) {
      if (safe === served) return;
      stopPerson?.();
      served = safe;
      stopPerson = safe && serveLanes(safe);
    },
    wake() {
      rouse();
      queued(); // Every tab hears: whichever leads sends it.
    },
    rouse,
    async hasten() {
      scans.hasten();
      const db = await database();
      await hasten(db, NOBODY);
      if (served) await hasten(db, served.owner);
      rouse();
    },
    async attempt(commandId, safe) {
      const row = await claimNext(await database(), safe?.owner ?? NOBODY, holder, now(), LEASE_MS, (head) => head.commandId === commandId);
      return row ? deliver(options, safe, row) : {kind: 'waiting', reached: false};
    },
    stop() {
      stopPerson?.();
      stopNobody();
    },
  };
}

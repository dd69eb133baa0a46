import type {Receipt} from '@tongban/domain/case/case-file.js';
import {codeOf, type ErrorCode} from '@tongban/domain/errors.js';
import {parse} from '@tongban/domain/parse.js';
import type {Change} from '@tongban/domain/portal.js';
import {attachmentsOf, forgetUploads} from '@tongban/vault/worker/attachments.js';
import type {Connection} from '@tongban/vault/worker/connection.js';
import {contentOf, freeze, postpone, setAside, type OutboxRow} from '@tongban/vault/worker/outbox.js';
import {settle} from '@tongban/vault/worker/receipts.js';
import type {Safe} from '@tongban/vault/worker/safe.js';
import {backoff} from './backoff.js';
import {Outgoing, withPieces} from './outgoing.js';
import {postCommand, type Attempt, type Post} from './post-command.js';
import {verdictOf} from './verdict.js';

/** When nobody is signed in a command waits for `hasten`; this is only so that it is looked at again at all. */
const UNTIL_SIGNED_IN_MS = 60 * 60 * 1000;

/** `send` signs and sends. */
export interface DeliverOptions extends Post {
  readonly database: Connection;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly changed: (change: Change) => void;
}

/** What became of one command. */
export type Fate = {kind: 'sent'; receipt: unknown} | {kind: 'waiting'; reached: boolean} | {kind: 'refused'; code: ErrorCode};

/** Makes one attempt at a leased command and writes down what became of it. */
export async function deliver(options: DeliverOptions, safe: Safe | undefined, row: OutboxRow): Promise<Fate> {
  const {database, now, random, changed} = options;
  const db = await database();
  let outgoing: Outgoing | undefined;
  announceRow(row, changed); // 「发送中」
  const attempt = await attemptAt(row);
  const fate = await writeDown(attempt);
  announceRow(row, changed);
  if (fate.kind !== 'waiting') announce(outgoing, attempt, changed);
  return fate;

  async function attemptAt(command: OutboxRow): Promise<Attempt> {
    try {
      outgoing = await readyToGo(command);
      return await postCommand(options, command.commandId, outgoing);
    } catch (error) {
      const code = codeOf(error); // Nothing went out: it could not be read, or its scans are not fit to send.
      return code.startsWith('TB_VAULT') || code === 'TB_INTERNAL' ? verdictOf(error, {}) : {kind: 'refused', code};
    }
  }

  /** Every attempt sends the same bytes: what is still open is filled in once and kept before the first. */
  async function readyToGo(command: OutboxRow): Promise<Outgoing> {
    const queued = parse(Outgoing, await contentOf(safe, command));
    if (queued.frozen || !safe) return queued;
    const attachments = command.draftId === undefined ? [] : await attachmentsOf(db, safe, command.draftId);
    const ready = withPieces(queued, attachments);
    await freeze(db, safe, command, ready);
    return ready;
  }

  async function writeDown(outcome: Attempt): Promise<Fate> {
    if (outcome.kind === 'sent') {
      await settle(db, safe, row, outcome.receipt, now());
      return outcome;
    }
    if (outcome.kind === 'signIn') {
      await postpone(db, row, now() + UNTIL_SIGNED_IN_MS, row.attempts, 'signIn');
      return {kind: 'waiting', reached: true};
    }
    if (outcome.kind === 'wait') {
      await postpone(db, row, now() + backoff(row.attempts, outcome.retryAfter, random), row.attempts + 1, outcome.reached ? 'gateway' : 'network');
      return {kind: 'waiting', reached: outcome.reached};
    }
    if (outcome.code === 'TB_UPLOAD_UNKNOWN' && safe && row.draftId !== undefined) await forgetUploads(db, safe, row.draftId);
    await setAside(db, safe, row, outcome.kind === 'conflict' ? 'conflict' : 'rejected', outcome.code, now());
    return {kind: 'refused', code: outcome.code};
  }
}

function announceRow({draftId}: OutboxRow, changed: (change: Change) => void): void {
  changed({about: 'outbox'});
  if (draftId !== undefined) changed({about: 'draft', draftId});
}

function announce(outgoing: Outgoing | undefined, attempt: Attempt, changed: (change: Change) => void): void {
  if (outgoing?.route === 'rate') {
    changed({about: 'rating', ratingId: outgoing.body.ratingId});
  } else if (attempt.kind === 'sent') {
    changed({about: 'case', caseNo: (attempt.receipt as Receipt).caseNo});
    changed({about: 'cases'});
  }
}

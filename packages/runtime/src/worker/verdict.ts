import {codeOf, errors, TbError, type ErrorCode} from '@tongban/domain/errors.js';
import {outcomeOf, outcomes} from '@tongban/domain/outbox/outcome.js';

/** What the wire said to one attempt, beside the error it ended with. */
export interface Heard {
  /** HTTP status, when there was an answer at all. */
  readonly status?: number;
  /** `Retry-After` in milliseconds. */
  readonly retryAfter?: number;
}

/** What becomes of a command after a failed attempt. */
export type Verdict =
  /** Nobody knows whether it arrived, or it could not: the same key again, later. `reached` when the gateway answered. */
  | {kind: 'wait'; retryAfter: number; reached: boolean}
  /** As soon as somebody signed in; the attempt does not count. */
  | {kind: 'signIn'}
  /** Things have moved on: shown to the person, never resolved by the machine. */
  | {kind: 'conflict'; code: ErrorCode}
  /** The gateway's last word. */
  | {kind: 'refused'; code: ErrorCode};

/**
 * Sorts a failed attempt by the table of outcomes. Only a problem with a code of ours is the gateway's word: a page of a captive
 * portal or a proxy says nothing about the command, whatever its status.
 */
export function verdictOf(error: unknown, {status, retryAfter = 0}: Heard): Verdict {
  const code = codeOf(error);
  if (code === 'TB_VAULT_LOCKED' || statusOf(code) === 401) return {kind: 'signIn'}; // Nothing need have gone out.
  const isGatewaysWord = error instanceof TbError && code !== 'TB_GATEWAY_ANSWER' && code !== 'TB_INTERNAL';
  const {state, isRepeated, pausesAll} = outcomes[outcomeOf({status, hasReceipt: false, isGatewaysWord})];
  if (pausesAll) return {kind: 'signIn'};
  if (isRepeated) return {kind: 'wait', retryAfter, reached: status !== undefined};
  return {kind: state === 'conflict' ? 'conflict' : 'refused', code};
}

const statusOf = (code: ErrorCode): number => errors[code].status;

/** `Retry-After` (RFC 9110 §10.2.3), seconds or a date, in milliseconds from now; 0 when it says nothing usable. */
export function retryAfterOf(header: string | null, now: number): number {
  if (header === null) return 0;
  const ms = /^\d{1,9}$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}

import type {OutboxState} from './outbox-state.js';

/** What becomes of a command after one kind of outcome. */
export interface OutcomeEntry {
  /** Where the command stands then. */
  readonly state: OutboxState;
  /** Whether the same bytes go out again under the same key, without limit of number or age. */
  readonly isRepeated: boolean;
  /** Whether nothing else of this person goes out meanwhile. */
  readonly pausesAll: boolean;
}

/** Every way one attempt to send a command can end. */
export const outcomes = {
  /** The gateway's receipt, verified. */
  receipt: {state: 'receipted', isRepeated: false, pausesAll: false},
  /** Nobody answered. */
  unreached: {state: 'waiting', isRepeated: true, pausesAll: false},
  /** Somebody answered, but not in the gateway's words: it may or may not have arrived. */
  unknown: {state: 'waiting', isRepeated: true, pausesAll: false},
  /** The gateway cannot now; `Retry-After` is obeyed. */
  busy: {state: 'waiting', isRepeated: true, pausesAll: false},
  /** Nobody is signed in, or not any more; the attempt does not count. */
  signIn: {state: 'waiting', isRepeated: true, pausesAll: true},
  /** Things have moved on since it was made: a person decides, never the machine. */
  conflict: {state: 'conflict', isRepeated: false, pausesAll: false},
  /** Too much in one piece. */
  tooLarge: {state: 'refused', isRepeated: false, pausesAll: false},
  /** The gateway's last word. */
  refused: {state: 'refused', isRepeated: false, pausesAll: false},
  /** Nothing went out, because the row could not be read on the device. */
  unreadable: {state: 'quarantined', isRepeated: false, pausesAll: false},
} as const satisfies Record<string, OutcomeEntry>;

export type Outcome = keyof typeof outcomes;

/** What came back for one attempt. */
export interface Heard {
  /** HTTP status; undefined when there was no answer. */
  readonly status?: number | undefined;
  /** Whether a receipt came with it that is for this command and verifies. */
  readonly hasReceipt: boolean;
  /** Whether a failure is told in the gateway's own form, a problem with a code (RFC 9457). A captive portal's page is not. */
  readonly isGatewaysWord: boolean;
}

/** 4xx that say "not now" rather than "no": RFC 9110 §15.5.9, RFC 8470 §5.2, RFC 6585 §4. */
const NOT_NOW: ReadonlySet<number> = new Set([408, 425, 429]);

/** Sorts the answer to one attempt. Every number has a class, and only a receipt makes a receipt. */
export function outcomeOf({status, hasReceipt, isGatewaysWord}: Heard): Exclude<Outcome, 'unreadable'> {
  if (status === undefined) return 'unreached';
  if (status >= 200 && status < 300) return hasReceipt ? 'receipt' : 'unknown';
  if (status >= 500 || NOT_NOW.has(status)) return 'busy';
  if (!(status >= 400) || !isGatewaysWord) return 'unknown';
  if (status === 401) return 'signIn';
  if (status === 409 || status === 412) return 'conflict';
  return status === 413 ? 'tooLarge' : 'refused';
}

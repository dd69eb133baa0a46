import type {ErrorCode} from '../errors.js';
import type {Instant, Region6} from '../primitives.js';
import {outboxStates, type OutboxState, type OutboxStep} from './outbox-state.js';

/** What can lie in the outbox. */
export type CommandKind = 'submit' | 'resubmit' | 'withdraw' | 'rating';

/** Why something that is to be sent has not gone out, or has to go out again. */
export type WaitReason =
  /** The gateway cannot be reached. */
  | 'network'
  /** It was reached, but gave no receipt. */
  | 'gateway'
  | 'signIn'
  /** Its scans are still on their way. */
  | 'scans'
  /** An earlier one of the same case goes first. */
  | 'earlier';

/** One thing on its way, as its owner sees it. Nobody is named: item, number, times and sizes only. */
export interface OutboxEntry {
  readonly commandId: string;
  readonly kind: CommandKind;
  readonly state: OutboxState;
  readonly queuedAt: Instant;
  /** Bytes with its scans, as they lie on the device; absent once it was delivered. */
  readonly size?: number;
  /** Attempts that counted; waiting for a sign-in does not. */
  readonly attempts: number;
  /** Of what was delivered: when its receipt came. */
  readonly lastTryAt?: Instant;
  /** When it goes out again by itself. */
  readonly nextTryAt?: Instant;
  readonly waitsFor?: WaitReason;
  /** Why it was refused or conflicts. */
  readonly problem?: ErrorCode;
  readonly itemName?: string;
  readonly caseNo?: string;
  /** Where it can be changed: what `cases.openDraft` takes. Absent where nothing can be changed, or not by whom one acts for now. */
  readonly mendIn?: {readonly taskCode: string; readonly forRegion?: Region6} | {readonly caseNo: string};
}

/** The outbox of this device, as far as whoever is here may see it. */
export interface Outbox {
  /** In the order of queueing; what arrived within the last day stands last. */
  readonly entries: readonly OutboxEntry[];
  /** What others left on this device, or anybody while the vault is locked: how many of each kind, no more. */
  readonly sealed: Readonly<Partial<Record<CommandKind, number>>>;
  /** Nobody has signed in since the page was opened: what is one's own may be among the sealed. */
  readonly isLocked: boolean;
  /** When the last receipt came, as long as receipts are kept. */
  readonly lastReceiptAt?: Instant;
  /** Since when things that were saved here are known to be gone. Then nothing may be called sent for lack of rows. */
  readonly wipedAt?: Instant;
}

/** What a person can do about one entry now. */
export function stepsOf({state, waitsFor, mendIn}: Pick<OutboxEntry, 'state' | 'waitsFor' | 'mendIn'>): readonly OutboxStep[] {
  const fits: Partial<Record<OutboxStep, boolean>> = {
    signIn: waitsFor === 'signIn',
    sendNow: waitsFor !== 'signIn' && waitsFor !== 'earlier',
    mend: mendIn !== undefined,
    keepMine: mendIn !== undefined,
  };
  return outboxStates[state].steps.filter((step) => fits[step] ?? true);
}

/** How many are not known to be at the gateway. */
export function countUnsent(entries: readonly OutboxEntry[]): number {
  return entries.filter(({state}) => outboxStates[state].isUnsent).length;
}

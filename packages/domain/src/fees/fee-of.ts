import {truthOver} from '../case/case-guide.js';
import type {Case} from '../case/case.js';
import {fenOf} from './fen.js';
import type {FeeState, Payment} from './payment.js';
import type {Guide} from '../guide/guide.js';

/** How the fee of a case stands. Amounts in whole fen. */
export interface Fee {
  readonly lines: readonly {readonly name: string; readonly fen: number | null}[];
  /** What this case has to pay in all; null when the guide does not fix it. */
  readonly owedFen: number | null;
  /** Paid, less what was given back. */
  readonly paidFen: number;
  /** More came in than is owed. */
  readonly refundFen: number;
  /** Nothing stands in the way of making the result. */
  readonly isSettled: boolean;
  /** Absent where nothing was ever to be paid. */
  readonly state?: FeeState;
}

type FeeFacts = Pick<Case, 'answers' | 'payments' | 'feeWaiver' | 'state' | 'decision'>;

/**
 * What a case owes by its guide and its answers, what came in, and what has to go back.
 *
 * A case that ended without a result owes nothing. Where the guide leaves the amount open, the office says it by what it takes.
 */
export function feeOf(file: FeeFacts, guide: Pick<Guide, 'fees' | 'situations'>): Fee {
  const truth = truthOver(guide, file.answers);
  const lines = guide.fees
    .filter(({amount, when}) => amount !== 0 && truth(when) === true)
    .map(({name, amount}) => ({name, fen: amount === null ? null : fenOf(amount)}));
  const paidFen = file.payments.reduce((sum, payment) => sum + keptOf(payment), 0);
  const owedFen = file.feeWaiver || isWithoutResult(file) ? 0 : totalOf(lines);
  const refundFen = owedFen === null ? 0 : Math.max(0, paidFen - owedFen);
  const isSettled = owedFen === null ? paidFen > 0 : paidFen >= owedFen;
  const state = stateOf(file, {lines, owedFen, paidFen, refundFen, isSettled});
  return {lines, owedFen, paidFen, refundFen, isSettled, ...(state && {state})};
}

/** What of a payment has not been given back. */
export const keptOf = ({fen, refunds}: Payment): number => refunds.reduce((left, refund) => left - refund.fen, fen);

/** Whether a case has ended, or will end, with nothing to pay for. */
export function isWithoutResult({state, decision}: Pick<Case, 'state' | 'decision'>): boolean {
  return decision?.outcome === 'deny' || (['refused', 'sentBack', 'withdrawn', 'voided'] as readonly string[]).includes(state);
}

/** What an office has to look at again after a case has ended. Somebody who paid twice is found in the case itself. */
export const owesRefund = (file: Pick<Case, 'state' | 'decision' | 'payments'>): boolean => isWithoutResult(file) && file.payments.some((payment) => keptOf(payment) > 0);

function stateOf({feeWaiver, payments}: FeeFacts, {lines, owedFen, refundFen, isSettled}: Fee): FeeState | undefined {
  if (refundFen > 0) return 'refundDue';
  if (payments.length > 0 && owedFen === 0) return 'refunded';
  if (feeWaiver) return 'waived';
  if (lines.length === 0 || owedFen === 0) return payments.length > 0 ? 'paid' : undefined;
  if (isSettled) return 'paid';
  return owedFen === null ? 'open' : 'due';
}

function totalOf(lines: Fee['lines']): number | null {
  return lines.reduce<number | null>((sum, {fen}) => (sum === null || fen === null ? null : sum + fen), 0);
}

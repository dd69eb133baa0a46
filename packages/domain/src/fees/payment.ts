import * as v from 'valibot';
import {MOST_FEN} from './fen.js';
import {LocalDate, text} from '../primitives.js';

/** Whole fen, more than nothing. */
export const Fen = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_FEN));

/** Number of a bill, a receipt or a refund, as the cashier or the printed form gives it. Never a person's data. */
export const BillNo = v.pipe(v.string(), v.regex(/^[\w.-]{4,64}$/));

/** Through the province's cashier, or at a window. */
export const PaymentMeans = v.picklist(['online', 'cash', 'card']);
export type PaymentMeans = v.InferOutput<typeof PaymentMeans>;

/** Money that came in for a case, and what of it was given back. */
export const Payment = v.strictObject({
  billNo: BillNo,
  means: PaymentMeans,
  fen: Fen,
  on: LocalDate,
  refunds: v.array(v.strictObject({refundNo: BillNo, fen: Fen, on: LocalDate})),
});
export type Payment = v.InferOutput<typeof Payment>;

/**
 * `open`: something is to be paid, but the guide does not say how much. `refundDue` 待退款: more has come in than is owed, because
 * the case ended without a result or somebody paid twice.
 */
export const FeeState = v.picklist(['open', 'due', 'paid', 'waived', 'refundDue', 'refunded']);
export type FeeState = v.InferOutput<typeof FeeState>;

/** How the fee of a case stands, for a screen. Amounts are whole fen. */
export const FeeView = v.strictObject({
  state: FeeState,
  lines: v.array(v.strictObject({name: text(100), fen: v.optional(v.number())})),
  /** Still to be paid; absent while it is not fixed. */
  dueFen: v.optional(v.number()),
  /** Paid, less what was given back. */
  paidFen: v.number(),
  /** To be given back. */
  refundFen: v.number(),
  payments: v.array(Payment),
  /** Whether this reader may leave for the cashier now. */
  mayPayOnline: v.boolean(),
});
export type FeeView = v.InferOutput<typeof FeeView>;

/** A bill at the province's cashier, and the page to pay it on. */
export const PaymentBegun = v.strictObject({billNo: BillNo, url: v.pipe(text(2000), v.url()), fen: Fen});
export type PaymentBegun = v.InferOutput<typeof PaymentBegun>;

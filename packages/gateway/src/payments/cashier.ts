import {BillNo, Fen} from '@tongban/domain/fees/payment.js';
import {LocalDate} from '@tongban/domain/primitives.js';
import * as v from 'valibot';

/** What is to be paid. Nothing in it says who pays. */
export interface CashierOrder {
  /** Random; names this order between us and the cashier. */
  readonly orderNo: string;
  readonly fen: number;
  /** Name of the item, for the page that asks for the money. */
  readonly subject: string;
  /** Where the cashier tells us, server to server. */
  readonly notifyUrl: string;
  /** Where it sends the browser afterwards. Coming back there proves nothing. */
  readonly returnUrl: string;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

/** How an order stands, in the cashier's own word. */
export const PaymentNotice = v.variant('state', [
  v.object({state: v.literal('open'), orderNo: BillNo}),
  v.object({state: v.literal('closed'), orderNo: BillNo}),
  v.object({state: v.literal('paid'), orderNo: BillNo, billNo: BillNo, fen: Fen, paidOn: LocalDate}),
]);
export type PaymentNotice = v.InferOutput<typeof PaymentNotice>;

/**
 * The province's unified payment platform (统一公共支付平台), as the gateway needs it. A province with another protocol than
 * `http-cashier.ts` writes another of these.
 */
export interface Cashier {
  /** Opens an order; one it has already is answered as before. @throws TB_PAYMENT_CASHIER */
  open(order: CashierOrder): Promise<{billNo: string; payUrl: string}>;
  /** What a notice says, once it is clear that the cashier said it to us. @throws TB_PAYMENT_NOTICE */
  read(notice: string): Promise<PaymentNotice>;
  /** How an order stands; undefined when the cashier does not know it. @throws TB_PAYMENT_CASHIER, TB_PAYMENT_NOTICE */
  ask(orderNo: string): Promise<PaymentNotice | undefined>;
}

/** What a gateway lends a cashier's adapter. */
export interface CashierTools {
  /** The gateway's own origin: who orders, and whom a notice is for. */
  readonly self: string;
  readonly fetch: typeof fetch;
  /** A compact JWS by the gateway's published key. */
  readonly sign: (typ: string, claims: object) => Promise<string>;
}

export type OpenCashier = (tools: CashierTools) => Cashier;

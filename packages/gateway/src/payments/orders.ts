import {TbError} from '@tongban/domain/errors.js';
import {randomBytes} from 'node:crypto';
import type {Selectable} from 'kysely';
import type {Db, Tx} from '../database/database.js';
import type {Tables} from '../database/tables.js';

export type OrderRow = Selectable<Tables['payment_orders']>;

/** How long somebody may take at the cashier. */
const OPEN_MS = 30 * 60_000;

/** What was ordered at the cashier. A case has one open order at most; a closed one may still turn out to be paid. */
export async function openOrder(db: Db, caseNo: string): Promise<OrderRow | undefined> {
  return db.selectFrom('payment_orders').selectAll().where('case_no', '=', caseNo).where('state', '=', 'open').executeTakeFirst();
}

/** @throws TB_PAYMENT_NOTICE for one that was never made */
export async function orderOf(db: Db, orderNo: string): Promise<OrderRow> {
  const row = await db.selectFrom('payment_orders').selectAll().where('order_no', '=', orderNo).executeTakeFirst();
  if (!row) throw new TbError('TB_PAYMENT_NOTICE', {details: {why: 'order'}});
  return row;
}

/** A new order, or the one that somebody else has just made. */
export async function makeOrder(db: Db, caseNo: string, fen: number): Promise<OrderRow> {
  const now = Date.now();
  const made = await db
    .insertInto('payment_orders')
    .values({order_no: randomBytes(16).toString('hex'), case_no: caseNo, fen, state: 'open', bill_no: null, pay_url: null, created_at: new Date(now), expires_at: new Date(now + OPEN_MS)})
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  return made ?? (await openOrder(db, caseNo)) ?? makeOrder(db, caseNo, fen);
}

export async function keepBill(db: Db, orderNo: string, {billNo, payUrl}: {billNo: string; payUrl: string}): Promise<void> {
  await db.updateTable('payment_orders').set({bill_no: billNo, pay_url: payUrl}).where('order_no', '=', orderNo).execute();
}

export async function closeOrder(db: Db, orderNo: string): Promise<void> {
  await db.updateTable('payment_orders').set({state: 'closed'}).where('order_no', '=', orderNo).where('state', '=', 'open').execute();
}

export async function payOrder(tx: Tx, orderNo: string, billNo: string): Promise<void> {
  await tx.updateTable('payment_orders').set({state: 'paid', bill_no: billNo}).where('order_no', '=', orderNo).execute();
}

/** Open ones of which nothing was heard for a while. */
export async function quietOrders(db: Db, before: Date): Promise<OrderRow[]> {
  return db.selectFrom('payment_orders').selectAll().where('state', '=', 'open').where('created_at', '<', before).orderBy('created_at').limit(200).execute();
}

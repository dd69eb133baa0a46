import {actOn} from '@tongban/domain/acts/act-on.js';
import type {Actor} from '@tongban/domain/acts/actor.js';
import {transitions} from '@tongban/domain/acts/transitions.js';
import type {Case} from '@tongban/domain/case/case.js';
import {caseGuide} from '@tongban/domain/case/case-guide.js';
import {TbError} from '@tongban/domain/errors.js';
import {feeOf} from '@tongban/domain/fees/fee-of.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import {sha256} from '../canonical-hash.js';
import type {Access} from '../cases/access.js';
import {loadCase, loadCaseForUpdate, partyOf} from '../cases/case-store.js';
import type {Rules} from '../cases/rules.js';
import type {Writer} from '../cases/writer.js';
import type {Db} from '../database/database.js';
import type {Principal} from '../identity/principal.js';
import type {Cashier, PaymentNotice} from './cashier.js';
import {closeOrder, keepBill, makeOrder, openOrder, orderOf, payOrder, quietOrders, type OrderRow} from './orders.js';

export interface PaymentParts {
  readonly db: Db;
  readonly rules: Rules;
  readonly access: Access;
  readonly writer: Writer;
  /** Absent where a province takes no money online. */
  readonly cashier?: Cashier;
  readonly notifyUrl: string;
}

export interface Payments {
  /**
   * Where the payer has to go. The same order again while it is open.
   *
   * @throws TB_PAYMENT_OFFLINE, TB_FEE_SETTLED, TB_FEE_NOT_FIXED, TB_CASE_TRANSITION, TB_PAYMENT_CASHIER
   */
  begin(caseNo: string, returnUrl: string, payer: Extract<Principal, {kind: 'person'}>): Promise<{billNo: string; url: string; fen: number}>;
  /** The cashier's notice, however often it comes. @throws TB_PAYMENT_NOTICE */
  take(notice: string): Promise<void>;
  /** Asks about orders of which no notice came. */
  reconcile(): Promise<void>;
}

const CASHIER: Actor = {kind: 'system', id: 'cashier'};
const QUIET_MS = 60_000;

/** What is paid through the province's cashier. A payment is believed on the cashier's signed word and on nothing else. */
export function payments({db, rules, access, writer, cashier, notifyUrl}: PaymentParts): Payments {
  /** One event per order, whoever brings the word, and however often. */
  async function settle(order: OrderRow, {billNo, fen, paidOn}: Extract<PaymentNotice, {state: 'paid'}>): Promise<void> {
    if (fen !== order.fen) throw new TbError('TB_PAYMENT_NOTICE', {details: {why: 'amount'}});
    const {order_no: orderNo, case_no: caseNo} = order;
    const key = `paid-${orderNo}`;
    const command = {key, fingerprint: sha256(key), bodySha256: sha256('{}')};
    // What does not change while we wait is asked before the transaction.
    const context = await rules.context((await loadCase(db, caseNo)).file, CASHIER);
    await writer.write(command, `system ${caseNo}`, rules.now(), async (tx) => {
      const before = await loadCaseForUpdate(tx, caseNo);
      const at = Date.parse(context.at) < Date.parse(before.file.updatedAt) ? before.file.updatedAt : context.at;
      const act = actOn(before.file, {action: 'payFee', payload: {billNo, fen, on: paidOn}}, {...context, at});
      await payOrder(tx, orderNo, billNo);
      return {before, act};
    });
  }

  async function heard(order: OrderRow, said: PaymentNotice | undefined): Promise<'open' | 'paid' | 'closed'> {
    if (said?.state === 'paid') await settle(order, said);
    else if (said?.state !== 'open') await closeOrder(db, order.order_no);
    return said?.state ?? 'closed';
  }

  /** An order that can still be used for this amount. One that was paid meanwhile is written down first. */
  async function usable(caseNo: string, fen: number, at: Cashier): Promise<OrderRow | undefined> {
    const order = await openOrder(db, caseNo);
    if (!order) return undefined;
    const isKnown = order.pay_url !== null;
    const stand = isKnown ? await heard(order, await at.ask(order.order_no)) : 'open';
    if (stand === 'paid') throw new TbError('TB_FEE_SETTLED');
    if (stand === 'open' && order.fen === fen && order.expires_at.getTime() > Date.now()) return order;
    await closeOrder(db, order.order_no);
    return undefined;
  }

  return {
    async begin(number, returnUrl, payer) {
      const {file} = await loadCase(db, number);
      const {guide} = await access.contextFor(file, await partyOf(db, file.partyId), payer);
      if (!cashier || guide.payOnline === false) throw new TbError('TB_PAYMENT_OFFLINE');
      const fen = amountDue(file, guide);
      const order = (await usable(file.caseNo, fen, cashier)) ?? (await makeOrder(db, file.caseNo, fen));
      if (order.bill_no !== null && order.pay_url !== null) return {billNo: order.bill_no, url: order.pay_url, fen: order.fen};
      const opened = await cashier.open({
        orderNo: order.order_no, fen: order.fen, subject: file.itemName, notifyUrl, returnUrl, expiresAt: Math.floor(order.expires_at.getTime() / 1000),
      });
      await keepBill(db, order.order_no, opened);
      return {billNo: opened.billNo, url: opened.payUrl, fen: order.fen};
    },

    async take(notice) {
      if (!cashier) throw new TbError('TB_PAYMENT_NOTICE');
      const said = await cashier.read(notice);
      await heard(await orderOf(db, said.orderNo), said);
    },

    async reconcile() {
      if (!cashier) return;
      for (const order of await quietOrders(db, new Date(Date.now() - QUIET_MS))) {
        if (order.pay_url === null) await closeOrder(db, order.order_no);
        else await heard(order, await cashier.ask(order.order_no));
      }
    },
  };
}

/** @throws TB_FEE_SETTLED, TB_FEE_NOT_FIXED, TB_CASE_TRANSITION */
function amountDue(file: Case, guide: Guide): number {
  const {state, owedFen, paidFen} = feeOf(file, caseGuide(guide, file));
  if (state === 'open') throw new TbError('TB_FEE_NOT_FIXED');
  if (state !== 'due' || owedFen === null) throw new TbError('TB_FEE_SETTLED');
  if (!transitions.takeFee.from.includes(file.state)) throw new TbError('TB_CASE_TRANSITION', {details: {state: file.state}});
  return owedFen - paidFen;
}

import {failed, passed, unless, wished, type Guard} from './guard.js';
import {feeOf, keptOf} from '../fees/fee-of.js';

/** Guards about money (domain.md §15). */

export const feeSettled: Guard = {
  about: 'case',
  check: ({file, context: {guide}}) => unless(!feeOf(file, guide).isSettled && 'fee'),
};

/** Something is still to be paid. */
export const feeOpen: Guard = {
  about: 'case',
  check: ({file, context: {guide}}) => unless(feeOf(file, guide).isSettled && 'settled', 'TB_FEE_SETTLED'),
};

/** What a window takes is what is owed, no more and no less; where the guide does not fix it, the office does. */
export const amountOwed: Guard = {
  about: 'wish',
  check(attempt) {
    const wish = wished(attempt, 'takeFee');
    const {owedFen, paidFen} = feeOf(attempt.file, attempt.context.guide);
    return unless(wish !== undefined && owedFen !== null && wish.fen !== owedFen - paidFen && 'amount', 'TB_FEE_AMOUNT');
  },
};

/** One bill, one payment. */
export const newBill: Guard = {
  about: 'wish',
  check(attempt) {
    const billNo = (wished(attempt, 'takeFee') ?? wished(attempt, 'payFee'))?.billNo;
    return unless(attempt.file.payments.some((payment) => payment.billNo === billNo) && 'billNo');
  },
};

export const refundOwed: Guard = {
  about: 'case',
  check: ({file, context: {guide}}) => unless(feeOf(file, guide).refundFen === 0 && 'refund'),
};

/** Out of a payment goes back what it brought in at most, and in all no more than is owed back. */
export const refundFits: Guard = {
  about: 'wish',
  check(attempt) {
    const wish = wished(attempt, 'refundFee');
    if (!wish) return passed;
    const {file, context: {guide}} = attempt;
    const payment = file.payments.find(({billNo}) => billNo === wish.billNo);
    if (!payment) return failed('billNo');
    if (file.payments.some(({refunds}) => refunds.some(({refundNo}) => refundNo === wish.refundNo))) return failed('refundNo');
    return unless(wish.fen > Math.min(keptOf(payment), feeOf(file, guide).refundFen) && 'amount', 'TB_FEE_AMOUNT');
  },
};

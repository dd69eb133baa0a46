import {CaseState} from '../case/case-state.js';
import type {Action} from '../case/command.js';
import type {Transition} from './transition.js';

type FeeAction = Extract<Action, 'payFee' | 'takeFee' | 'waiveFee' | 'refundFee'>;

/** From the receipt until the result is made. */
const payable = ['received', 'atHome', 'forwarding', 'supplement', 'accepted', 'reviewing', 'suspended', 'decided'] as const;
/** Money comes in, and has to go back, whatever has become of the case meanwhile. */
const filed = CaseState.options.filter((state) => state !== 'draft');

/** The rows of the state machine about money (domain.md §15). None changes the state. */
export const feeTransitions: Readonly<Record<FeeAction, Transition>> = {
  payFee: {
    from: filed,
    to: 'same',
    who: ['system'], // On the word of the province's cashier, never of the page that came back from it.
    guards: ['newBill'],
    tells: 'feePaid',
  },
  takeFee: {
    from: payable,
    to: 'same',
    staff: {roles: ['receiver', 'deliverer'], home: true, window: {power: 'receive'}},
    guards: ['feeOpen', 'amountOwed', 'newBill'],
    tells: 'feePaid',
  },
  waiveFee: {
    from: payable,
    to: 'same',
    staff: {roles: ['chief'], home: true},
    guards: ['feeOpen'],
    reason: 'always',
  },
  refundFee: {
    from: filed,
    to: 'same',
    staff: {roles: ['reviewer', 'chief'], home: true},
    guards: ['refundOwed', 'refundFits'],
    tells: 'feeRefunded',
  },
};

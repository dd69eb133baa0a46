import type {Action, Payload} from '@tongban/domain/case/command.js';
import {forward, dispatch, handOver, make, withdraw} from './counter-forms.js';
import {accept, decide, decidePart, expire, extend, propose, refuse, startPart, suspend, voidCase, waiveFee} from './decision-forms.js';
import {faultForm} from './fault-form.js';
import {refundFee, takeFee} from './fee-forms.js';
import type {ActionForm} from './open-form.js';
import {nothingToFill, plainForm} from './plain-form.js';
import {fillLack, resubmit} from './slot-forms.js';

/**
 * The actions a clerk has, in the order their buttons stand: forward along the road first, then what leads off it. Originals are
 * checked in the table of materials; a face is matched by a device, which this window does not have yet.
 */
export const actionForms: {readonly [A in Action]?: ActionForm<Payload<A>>} = {
  precheck: nothingToFill({}),
  precheckPass: nothingToFill({}),
  takeIn: plainForm(() => [], (_value, {staff}) => ({office: staff.office})),
  resubmit,
  forward,
  signFor: nothingToFill({}),
  accept,
  deemAccepted: nothingToFill({}),
  startReview: nothingToFill({}),
  startPart,
  decidePart,
  fillLack,
  takeFee,
  decide,
  make,
  dispatch,
  handOver,
  close: nothingToFill({}),
  resume: nothingToFill({}),
  onceNotice: faultForm,
  precheckReturn: faultForm,
  returnAtWindow: faultForm,
  suspend,
  extend,
  waiveFee,
  refundFee,
  propose,
  refuse,
  expire,
  withdraw,
  void: voidCase,
};

export const clerkActions = Object.keys(actionForms) as Action[];

/** Acts that end, decide or tell the applicant something: none can be taken back, so each is confirmed once more. */
export const irreversible: ReadonlySet<Action> = new Set<Action>([
  ...(['precheckPass', 'precheckReturn', 'takeIn', 'returnAtWindow', 'forward', 'onceNotice', 'accept', 'deemAccepted'] as const),
  ...(['refuse', 'decide', 'handOver', 'close', 'withdraw', 'expire', 'void', 'decidePart'] as const),
  ...(['make', 'dispatch', 'suspend', 'extend', 'takeFee', 'waiveFee', 'refundFee'] as const),
]);

/** Acts that bring a case to its end by the usual road: one of them is the button to press. */
export const onTheRoad: ReadonlySet<Action> = new Set<Action>(clerkActions.slice(0, clerkActions.indexOf('resume') + 1));

/** Acts that end a case or go against the applicant: their button says so. */
export const grave: ReadonlySet<Action> = new Set<Action>(['refuse', 'expire', 'withdraw', 'void']);

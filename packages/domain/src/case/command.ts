import * as v from 'valibot';
import {MaterialSlot, Piece, SlotCheck} from '../slots/slot.js';
import {BillNo, Fen} from '../fees/payment.js';
import {LocalDate, Region6, Slug, text} from '../primitives.js';
import {Answers} from '../guide/when.js';

const nothing = v.strictObject({});
const reason = v.pipe(text(1000), v.minLength(1));

/** One fault of an OnceNotice: what is wrong with which material or field, and what to do. */
export const Fault = v.strictObject({materialId: v.optional(Slug), fieldId: v.optional(Slug), what: reason, remedy: v.optional(text(500))});
export type Fault = v.InferOutput<typeof Fault>;

/** What an applicant sends to file or to file again. */
export const Filing = v.strictObject({
  answers: Answers,
  /** Field id → value as typed. */
  fields: v.record(Slug, text(2000)),
  slots: v.array(v.omit(MaterialSlot, ['check', 'refusedReason'])),
});
export type Filing = v.InferOutput<typeof Filing>;

/**
 * The payload of every action on a case. One entry, one action of the state machine; `transitions.ts` says who may do it, from
 * where to where.
 */
export const payloads = {
  submit: Filing,
  precheck: nothing,
  precheckPass: nothing,
  precheckReturn: v.strictObject({faults: v.pipe(v.array(Fault), v.minLength(1))}),
  amend: Filing,
  takeIn: v.strictObject({office: text(100)}),
  /** `pieces` are scans made at the window of what the applicant brought. */
  checkOriginal: v.strictObject({materialId: Slug, how: SlotCheck.entries.how, pieces: v.optional(v.array(Piece))}),
  faceMatch: v.strictObject({score: v.pipe(v.number(), v.minValue(0), v.maxValue(1))}),
  returnAtWindow: v.strictObject({faults: v.pipe(v.array(Fault), v.minLength(1))}),
  forward: v.strictObject({carrier: v.picklist(['online', 'ems']), waybill: v.optional(text(40))}),
  signFor: nothing,
  onceNotice: v.strictObject({faults: v.pipe(v.array(Fault), v.minLength(1)), repeatReason: v.optional(reason)}),
  resubmit: v.strictObject({slots: v.array(v.omit(MaterialSlot, ['check', 'refusedReason'])), fields: v.optional(v.record(Slug, text(2000)))}),
  accept: v.strictObject({lacking: v.optional(v.array(v.strictObject({materialId: Slug, dueOn: LocalDate})))}),
  deemAccepted: nothing,
  /** `expire` is the warning before a case is sent back: the system gives it, a person carries it out. `part` names the part to deny. */
  propose: v.strictObject({what: v.picklist(['refuse', 'deny', 'void', 'expire']), reason, part: v.optional(Slug)}),
  refuse: v.strictObject({reason, remedy: reason}),
  startReview: nothing,
  suspend: v.strictObject({name: text(100), reason, basis: text(300), countsInLimit: v.boolean()}),
  resume: nothing,
  extend: v.strictObject({workdays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)), reason}),
  fillLack: v.strictObject({materialId: Slug, pieces: v.pipe(v.array(Piece), v.minLength(1))}),
  decide: v.strictObject({outcome: v.picklist(['grant', 'deny']), reason: v.optional(text(1000))}),
  make: v.strictObject({resultName: text(100), resultNo: v.optional(text(80))}),
  dispatch: v.strictObject({by: v.picklist(['window', 'courier', 'electronic']), waybill: v.optional(text(40))}),
  handOver: v.strictObject({to: v.picklist(['applicant', 'agent']), idChecked: v.literal(true)}),
  close: nothing,
  withdraw: v.strictObject({reason: v.optional(text(500)), signedRequest: v.optional(v.boolean())}),
  expire: v.strictObject({reason}),
  void: v.strictObject({reason}),
  startPart: v.strictObject({part: Slug}),
  decidePart: v.strictObject({part: Slug, outcome: v.picklist(['grant', 'deny']), reason: v.optional(text(1000))}),
  /** The cashier has told that a bill is paid. `on` is its day. */
  payFee: v.strictObject({billNo: BillNo, fen: Fen, on: LocalDate}),
  /** Cash or card at a window; `billNo` is the number of the printed receipt. */
  takeFee: v.strictObject({means: v.picklist(['cash', 'card']), fen: Fen, billNo: BillNo}),
  /** 减免, with its basis as the reason. */
  waiveFee: v.strictObject({reason}),
  refundFee: v.strictObject({billNo: BillNo, refundNo: BillNo, fen: Fen}),
} as const;

export type Action = keyof typeof payloads;
export type Payload<A extends Action> = v.InferOutput<(typeof payloads)[A]>;

export const Action = v.picklist(Object.keys(payloads) as [Action, ...Action[]]);

/** A wish to change a case. Who wishes it is not in here: the gateway knows that from the token. */
export type Command = {[A in Action]: {action: A; payload: Payload<A>}}[Action];

export const Command: v.GenericSchema<unknown, Command> = v.variant(
  'action',
  (Object.keys(payloads) as Action[]).map((action) => v.strictObject({action: v.literal(action), payload: payloads[action]})) as never,
);

/** A first filing by an applicant at the gateway of their page. */
export const SubmitCase = v.strictObject({
  taskCode: text(80),
  taskVersion: v.pipe(v.number(), v.integer()),
  /** How it is handled; `windowRegion` names the window when that is `agent`, `joint` or `direct`. */
  mode: v.picklist(['online', 'agent', 'joint', 'direct']),
  windowRegion: v.optional(Region6),
  delegationId: v.optional(text(80)),
  ...Filing.entries,
});
export type SubmitCase = v.InferOutput<typeof SubmitCase>;

/** A walk-in taken by a window for the item's home. The applicant stands there with their papers. */
export const TakeInCase = v.strictObject({
  ...SubmitCase.entries,
  applicant: v.strictObject({userType: v.picklist(['person', 'corp']), name: text(100), idNo: text(30), mobile: text(20)}),
});
export type TakeInCase = v.InferOutput<typeof TakeInCase>;

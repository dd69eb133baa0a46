import * as v from 'valibot';
import {CaseState} from './case-state.js';
import {Action, Fault} from './command.js';
import {FeeView} from '../fees/payment.js';
import {Mode} from '../guide/mode.js';
import {PaperRef} from '../papers/paper.js';
import {Instant, LocalDate, Region6, Slug, text} from '../primitives.js';
import {MaterialSlot} from '../slots/slot.js';
import {Answers} from '../guide/when.js';

/** Who a case is for, as a screen may show it: masked by the server (domain.md §18). */
export const PartyView = v.strictObject({userType: v.picklist(['person', 'corp']), name: text(100), idNo: text(30), mobile: v.optional(text(30))});
export type PartyView = v.InferOutput<typeof PartyView>;

/** One clock as a screen shows it. `dueOn` is absent when the limit carries none. */
export const ClockView = v.strictObject({
  kind: v.picklist(['precheck', 'receiptNotice', 'legal', 'promised', 'forward', 'signFor', 'supplement', 'lack', 'deliver']),
  /** The part of a joint case it is about. */
  part: v.optional(Slug),
  start: LocalDate,
  dueOriginal: v.optional(v.union([v.strictObject({on: LocalDate}), v.strictObject({notBefore: LocalDate})])),
  dueNow: v.optional(v.union([v.strictObject({on: LocalDate}), v.strictObject({notBefore: LocalDate})])),
  /** `undecided`: stopped on a day of which no calendar says yet whether it was in time. */
  state: v.picklist(['running', 'paused', 'met', 'missed', 'undecided']),
  light: v.picklist(['green', 'yellow', 'red', 'none']),
  /** Workdays left after today while it runs; absent where there is no limit or no calendar yet. */
  workdaysLeft: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});
export type ClockView = v.InferOutput<typeof ClockView>;

/** A step of the case as the applicant reads it. */
export const Milestone = v.strictObject({seq: v.number(), at: Instant, action: Action, to: CaseState, office: v.optional(text(100)), note: v.optional(text(1000))});
export type Milestone = v.InferOutput<typeof Milestone>;

/** One act that can be rated (一次一评 at a window, 一事一评 online). */
export const RateableAct = v.strictObject({act: text(80), name: v.picklist(['takeIn', 'handOver', 'online']), office: text(100), at: Instant, rated: v.boolean()});
export type RateableAct = v.InferOutput<typeof RateableAct>;

export const CasePart = v.strictObject({part: Slug, name: text(100), region: Region6, after: v.array(Slug), state: v.picklist(['waiting', 'running', 'granted', 'denied', 'stopped'])});
export type CasePart = v.InferOutput<typeof CasePart>;

/** A case as the gateway shows it to one reader: replayed from the log, masked for them, with what they may do next. */
export const CaseFile = v.strictObject({
  caseNo: text(50),
  shortCode: text(12),
  /** Number of events so far; the `If-Match` of the next command. */
  revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
  taskCode: text(80),
  taskVersion: v.number(),
  catalogCode: text(14),
  itemName: text(300),
  mode: Mode,
  homeRegion: Region6,
  windowRegion: v.optional(Region6),
  agreementId: v.optional(text(80)),
  applicant: PartyView,
  /** Set when an agent acts: masked like the applicant. */
  agent: v.optional(PartyView),
  answers: Answers,
  /** Field id → value, masked where the field is personal. */
  fields: v.record(Slug, text(2000)),
  slots: v.array(MaterialSlot),
  state: CaseState,
  clocks: v.array(ClockView),
  papers: v.array(PaperRef),
  faults: v.array(Fault),
  /** What a `propose` awaits a second person for. */
  proposal: v.optional(v.strictObject({what: v.picklist(['refuse', 'deny', 'void', 'expire']), reason: text(1000), by: text(80)})),
  decision: v.optional(v.strictObject({outcome: v.picklist(['grant', 'deny']), reason: v.optional(text(1000))})),
  result: v.optional(v.strictObject({name: text(100), no: v.optional(text(80))})),
  delivery: v.optional(v.strictObject({by: v.picklist(['window', 'courier', 'electronic']), waybill: v.optional(text(40))})),
  /** National done-result code 0–6 (codes.json doneResult), once it has ended. */
  doneResult: v.optional(v.picklist([0, 1, 2, 3, 4, 5, 6])),
  /** Absent where there is nothing to pay. */
  fee: v.optional(FeeView),
  parts: v.array(CasePart),
  milestones: v.array(Milestone),
  acts: v.array(RateableAct),
  /** What this reader may do now; every other action with the code that explains why not. */
  allowed: v.array(Action),
  barred: v.array(v.strictObject({action: Action, code: text(40)})),
  /** Set when the same applicant has another open case for the same item: a warning, not a bar. */
  duplicateOf: v.optional(text(50)),
  createdAt: Instant,
  updatedAt: Instant,
});
export type CaseFile = v.InferOutput<typeof CaseFile>;

/** One row of a list of cases. */
export const CaseSummary = v.strictObject({
  ...v.pick(CaseFile, ['caseNo', 'shortCode', 'revision', 'itemName', 'taskCode', 'mode', 'homeRegion', 'windowRegion', 'state', 'createdAt', 'updatedAt']).entries,
  /** Masked. */
  applicantName: text(100),
  light: v.picklist(['green', 'yellow', 'red', 'none']),
  dueNow: v.optional(v.union([v.strictObject({on: LocalDate}), v.strictObject({notBefore: LocalDate})])),
});
export type CaseSummary = v.InferOutput<typeof CaseSummary>;

/** What the home gateway answers to a command it has taken: kept for ever beside the command's key. */
export const Receipt = v.strictObject({
  commandId: text(80),
  caseNo: text(50),
  shortCode: text(12),
  revision: v.number(),
  state: CaseState,
  at: Instant,
  papers: v.array(PaperRef),
  /** Compact JWS by the gateway's key over {commandId, bodySha256, caseNo, revision, at}. */
  jws: text(2000),
});
export type Receipt = v.InferOutput<typeof Receipt>;

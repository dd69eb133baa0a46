import type {Case, ServiceAct} from '../case/case.js';
import {lackDates} from '../time/case-clocks.js';
import type {CaseEvent} from '../case/case-event.js';
import {addDays} from '../time/civil-date.js';
import type {Clock} from '../time/clocks.js';
import type {Action, Fault, Payload} from '../case/command.js';
import type {LocalDate, Region6} from '../primitives.js';
import {partClocks, stopBehind, withPart} from './parts.js';
import type {MaterialSlot, TrustClass} from '../slots/slot.js';
import {mergeSlots} from '../slots/slots.js';
import {decidingRegion} from './sides.js';
import {isWithin} from '../regions/region-within.js';

/** An event with its payload parsed for one action. */
export interface Happened<A extends Action> {
  readonly event: CaseEvent;
  readonly payload: Payload<A>;
  readonly day: LocalDate;
}

type Effect<A extends Action> = (file: Case, happened: Happened<A>) => Partial<Case>;

const nothing = (): Partial<Case> => ({});

/** What each act changes beside the state, the clocks of the table and the papers. Pure data in, pure data out. */
export const effects: {readonly [A in Action]: Effect<A>} = {
  submit: nothing,
  precheck: nothing,
  precheckPass: (file, {event, day}) => received(file, event, day),
  precheckReturn: (_file, {payload}) => ({faults: payload.faults}),
  amend: (file, {payload}) => ({answers: payload.answers, slots: payload.slots, faults: []}),
  takeIn: (file, {event, day, payload}) => ({
    ...received(file, event, day),
    windowOffice: payload.office,
    acts: [...file.acts, actOf('takeIn', event, payload.office)],
  }),
  checkOriginal: (file, {payload, event}) => ({slots: withSlot(file, payload.materialId, (slot) => checked(slot, payload, event))}),
  faceMatch: (_file, {payload, event}) => ({faceMatch: {score: payload.score, by: event.actor.id, at: event.at}}),
  returnAtWindow: (_file, {payload}) => ({faults: payload.faults, heldBy: undefined, windowDay: undefined}),
  forward: (file, {payload}) => ({
    carrier: payload.carrier,
    waybill: payload.waybill,
    clocks: payload.carrier === 'ems' ? file.clocks.map((clock) => onPaper(clock, file)) : file.clocks,
  }),
  signFor: (file, {day}) => ({heldBy: decidingRegion(file), homeDay: day}),
  onceNotice: (file, {payload, event, day}) => ({
    faults: payload.faults,
    slots: payload.faults.reduce((slots, fault) => refusedBy(slots, fault), file.slots),
    notices: [...file.notices, {on: day, by: event.actor.id, faults: payload.faults}],
    noticeFrom: event.from,
  }),
  resubmit: (file, {payload}) => ({
    slots: mergeSlots(file.slots, payload.slots),
    faults: [],
    notices: file.notices.map((notice, index) => (index === file.notices.length - 1 ? {...notice, answered: answeredBy(file, payload)} : notice)),
    noticeFrom: undefined,
  }),
  accept: (file, {payload, day}) => ({
    acceptedOn: day,
    slots: (payload.lacking ?? []).reduce<readonly MaterialSlot[]>(
      (slots, {materialId, dueOn}) => slots.map((slot) => (slot.materialId === materialId ? {...slot, state: 'lacking', dueOn} : slot)),
      file.slots,
    ),
  }),
  deemAccepted: (file, {day}) => ({acceptedOn: receiptDayOf(file) ?? day, deemed: true}),
  propose: (_file, {payload, event, day}) => ({proposal: {...payload, by: event.actor.id, on: day}}),
  refuse: (file, {payload, event}) => ({
    endReason: payload.reason,
    acts: [...file.acts, actOf('online', event, file.dept)],
  }),
  startReview: nothing,
  suspend: (file, {payload, day}) => ({
    clocks: file.clocks.map((clock) =>
      isTerm(clock) ? {...clock, pauses: [...clock.pauses, {from: day, to: null, kind: 'special', basis: payload.basis, countsInLimit: payload.countsInLimit}]} : clock,
    ),
  }),
  resume: nothing,
  extend: (file, {payload: {workdays}}) => ({
    extendedBy: workdays,
    clocks: file.clocks.map((clock) => (isTerm(clock) ? {...clock, extraWorkdays: workdays} : clock)),
  }),
  fillLack: (file, {payload, day}) => {
    const slots = withSlot(file, payload.materialId, ({dueOn: _dueOn, refusedReason: _refusedReason, ...slot}) => ({
      ...slot,
      state: 'provided',
      trust: 'C',
      pieces: payload.pieces,
    }));
    const open = lackDates({slots});
    const clocks = file.clocks.map((clock) => (clock.kind === 'lack' && !open.includes(lackDate(clock)) ? stopped(clock, day) : clock));
    return {slots, clocks, ...(open.length === 0 && file.proposal?.what === 'expire' ? {proposal: undefined} : {})};
  },
  decide: (_file, {payload, event, day}) => ({
    decision: {outcome: payload.outcome, ...(payload.reason === undefined ? {} : {reason: payload.reason}), by: event.actor.id, office: officeOf(event), on: day},
  }),
  make: (_file, {payload}) => ({result: {name: payload.resultName, ...(payload.resultNo === undefined ? {} : {no: payload.resultNo})}}),
  dispatch: (_file, {payload, day}) => ({delivery: {...payload, on: day}}),
  handOver: (file, {event}) => ({...closed(file), acts: [...file.acts, actOf('handOver', event, officeOf(event))]}),
  close: (file, {event}) => ({...closed(file), acts: [...file.acts, actOf('online', event, file.dept, file.decision?.by)]}),
  withdraw: (_file, {payload}) => ({endReason: payload.reason?.trim() ? payload.reason : '申请人撤回申请'}),
  expire: (_file, {payload}) => ({endReason: payload.reason}),
  void: (_file, {payload}) => ({endReason: payload.reason}),
  payFee: (file, {payload}) => ({payments: [...file.payments, {...payload, means: 'online', refunds: []}]}),
  takeFee: (file, {payload, day}) => ({payments: [...file.payments, {...payload, on: day, refunds: []}]}),
  waiveFee: (_file, {payload, event, day}) => ({feeWaiver: {reason: payload.reason, by: event.actor.id, on: day}}),
  refundFee: (file, {payload: {billNo, refundNo, fen}, day}) => ({
    payments: file.payments.map((payment) => (payment.billNo === billNo ? {...payment, refunds: [...payment.refunds, {refundNo, fen, on: day}]} : payment)),
  }),
  startPart: (file, {payload, day}) => ({
    parts: withPart(file.parts, payload.part, 'running'),
    clocks: [...file.clocks, ...file.parts.filter(({part}) => part === payload.part).flatMap((part) => partClocks(part, day))],
  }),
  decidePart: (file, {payload, day}) => ({
    clocks: file.clocks.map((clock) => (clock.part === payload.part ? stopped(clock, day) : clock)),
    parts: payload.outcome === 'grant' ? withPart(file.parts, payload.part, 'granted') : stopBehind(withPart(file.parts, payload.part, 'denied'), payload.part),
    proposal: undefined,
  }),
};

/** Home's own window or desk receives for home; another window keeps it, and the parts that were to be done there move with it. */
function received(file: Case, {actor}: CaseEvent, day: LocalDate): Partial<Case> {
  const region: Region6 = actor.kind === 'staff' ? actor.region : file.homeRegion;
  const isHome = file.mode !== 'direct' && isWithin(region, file.homeRegion);
  if (isHome) return {heldBy: region, homeDay: day, faults: []};
  const parts = file.parts.map((part) => (part.region === file.windowRegion ? {...part, region} : part));
  return {heldBy: region, windowDay: day, windowRegion: region, parts, faults: []};
}

function checked(slot: MaterialSlot, {how, pieces = []}: Payload<'checkOriginal'>, {actor, at}: CaseEvent): MaterialSlot {
  const isFresh = slot.state === 'empty' || slot.state === 'lacking';
  const {refusedReason: _refusedReason, dueOn: _dueOn, ...rest} = slot;
  return {
    ...rest,
    state: isFresh ? 'provided' : slot.state,
    pieces: [...slot.pieces, ...pieces],
    trust: trustAfter(slot, how),
    check: {how, by: actor.id, at},
  };
}

/** What was seen against its original is B. Nothing a person handed in becomes A; what the window fetched itself is. */
function trustAfter({trust, pieces}: MaterialSlot, how: Payload<'checkOriginal'>['how']): TrustClass {
  if (trust === 'A' || trust === 'D') return trust;
  const isFetched = how === 'certificateFetched' || how === 'shareAnswered';
  return isFetched && pieces.length === 0 ? 'A' : 'B';
}

function refusedBy(slots: readonly MaterialSlot[], {materialId, what}: Fault): readonly MaterialSlot[] {
  return slots.map((slot) => (slot.materialId === materialId ? {...slot, refusedReason: what.slice(0, 500)} : slot));
}

/** What was asked about counts as answered: a wrong answer may be told of again. */
function answeredBy({faults}: Case, {slots, fields = {}}: Payload<'resubmit'>): string[] {
  const asked = faults.flatMap(({materialId, fieldId}) => materialId ?? fieldId ?? []);
  return [...new Set([...slots.map(({materialId}) => materialId), ...Object.keys(fields), ...asked])];
}

function withSlot({slots}: Case, materialId: string, change: (slot: MaterialSlot) => MaterialSlot): readonly MaterialSlot[] {
  return slots.map((slot) => (slot.materialId === materialId ? change(slot) : slot));
}

/** The clock goes on with the limit for parcels; its start stays. */
function onPaper(clock: Clock, {sla}: Case): Clock {
  const isForward = clock.kind === 'forward' && clock.stoppedOn === undefined;
  return isForward && sla ? {...clock, limit: sla.forwardPaper} : clock;
}

/** The day a running notice limit counts from. */
function receiptDayOf({clocks}: Case): LocalDate | undefined {
  return clocks.find(({kind, stoppedOn}) => kind === 'receiptNotice' && stoppedOn === undefined)?.start;
}

const isTerm = ({kind, stoppedOn}: Clock) => (kind === 'legal' || kind === 'promised') && stoppedOn === undefined;
const lackDate = ({start, limit}: Clock) => addDays(start, limit.value ?? 0);
const stopped = (clock: Clock, day: LocalDate): Clock => (clock.stoppedOn === undefined ? {...clock, stoppedOn: day} : clock);

function closed({decision}: Case): Partial<Case> {
  return decision?.outcome === 'deny' ? {endReason: decision.reason ?? ''} : {};
}

function actOf(name: ServiceAct['name'], event: CaseEvent, office: string, officerId = event.actor.id): ServiceAct {
  return {act: `${name}-${event.seq}`, name, office, officerId, at: event.at};
}

function officeOf({actor}: CaseEvent): string {
  return actor.kind === 'staff' ? actor.office : '';
}

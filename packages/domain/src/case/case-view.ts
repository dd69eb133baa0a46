import type {ActContext} from '../acts/act-context.js';
import {allowedActions} from '../acts/allowed.js';
import type {CalendarProvider} from '../time/calendar.js';
import {caseGuide} from './case-guide.js';
import type {Case} from './case.js';
import type {CaseFile, CaseSummary, ClockView} from './case-file.js';
import {isTerminal} from './case-state.js';
import {feeOf} from '../fees/fee-of.js';
import type {Guide} from '../guide/guide.js';
import {localDateOf} from '../time/civil-date.js';
import {dueOf, dueOriginalOf, lightOf, stateOf, workdaysLeft, type Clock, type Due} from '../time/clocks.js';
import {maskedFields} from '../people/masked-fields.js';
import {partyView, type PartyRecord} from './party-view.js';
import type {LocalDate} from '../primitives.js';
import {transitions} from '../acts/transitions.js';

/** What lies beside the log and belongs to the picture of a case. */
export interface CaseViewInput {
  /** Who looks, when, and by what rules. Whether they may look at all is `mayRead`'s business. */
  readonly context: ActContext;
  readonly party: PartyRecord;
  readonly agentParty?: PartyRecord;
  /** Field values as typed. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Acts that have a rating. */
  readonly ratedActs?: readonly string[];
  /** See `duplicateOf`. */
  readonly duplicateOf?: string;
}

/** A case as one reader sees it: masked, with its clocks told for today and what this reader may do next. */
export function caseView(file: Case, input: CaseViewInput): CaseFile {
  const {context, party, agentParty, fields = {}, ratedActs = []} = input;
  const today = localDateOf(context.at);
  const guide = caseGuide(context.guide, file);
  const {shortCode, revision, caseNo, taskCode, taskVersion, catalogCode, itemName, mode, homeRegion, state} = file;
  return {
    caseNo, shortCode, revision, taskCode, taskVersion, catalogCode, itemName, mode, homeRegion, state,
    ...defined({windowRegion: file.windowRegion, agreementId: file.agreementId, doneResult: file.doneResult, duplicateOf: input.duplicateOf}),
    applicant: partyView(party),
    ...(agentParty ? {agent: partyView(agentParty)} : {}),
    answers: {...file.answers},
    fields: maskedFields(guide, fields),
    slots: [...file.slots],
    clocks: file.clocks.map((clock) => clockView(clock, context.calendar, today)),
    papers: [...file.papers],
    faults: [...file.faults],
    ...proposalView(file, context),
    ...(file.decision ? {decision: defined({outcome: file.decision.outcome, reason: file.decision.reason})} : {}),
    ...(file.result ? {result: defined({name: file.result.name, no: file.result.no})} : {}),
    ...(file.delivery ? {delivery: defined({by: file.delivery.by, waybill: file.delivery.waybill})} : {}),
    ...feeView(file, guide, context.actor),
    parts: file.parts.map(({part, name, region, after, state}) => ({part, name, region, after: [...after], state})),
    milestones: [...file.milestones],
    acts: file.acts.map(({officerId: _officerId, ...act}) => ({...act, rated: ratedActs.includes(act.act)})),
    ...allowedActions(file, context),
    createdAt: file.createdAt,
    updatedAt: file.updatedAt,
  };
}

/** Amounts are told to whoever may open the case; leaving for the cashier is the applicant's. */
function feeView(file: Case, guide: Guide, {kind}: ActContext['actor']): Pick<CaseFile, 'fee'> {
  const {state, lines, owedFen, paidFen, refundFen} = feeOf(file, guide);
  if (!state) return {};
  const mayPayOnline = state === 'due' && guide.payOnline !== false && kind !== 'staff' && transitions.takeFee.from.includes(file.state);
  return {
    fee: {
      state, paidFen, refundFen, mayPayOnline,
      lines: lines.map(({name, fen}) => ({name, ...(fen === null ? {} : {fen})})),
      ...(owedFen === null ? {} : {dueFen: Math.max(0, owedFen - paidFen)}),
      payments: file.payments.map((payment) => ({...payment, refunds: [...payment.refunds]})),
    },
  };
}

/** One row of a list. Its light is the worst of the clocks that run, its date the nearest of the case as a whole. */
export function caseSummary(file: Case, {party, calendar, today}: {party: PartyRecord; calendar: CalendarProvider; today: LocalDate}): CaseSummary {
  const {caseNo, shortCode, revision, itemName, taskCode, mode, homeRegion, windowRegion, state, createdAt, updatedAt} = file;
  const running = isTerminal(state) ? [] : file.clocks.filter(({stoppedOn}) => stoppedOn === undefined).map((clock) => clockView(clock, calendar, today));
  const lights = running.map(({light}) => light);
  const [nearest] = running
    .filter(({part}) => part === undefined)
    .map(({dueNow}) => dueNow)
    .filter((due): due is NonNullable<typeof due> => due !== undefined)
    .sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : 1));
  return {
    caseNo, shortCode, revision, itemName, taskCode, mode, homeRegion,
    ...defined({windowRegion, dueNow: nearest}),
    state, createdAt, updatedAt,
    applicantName: partyView(party).name,
    light: (['red', 'yellow', 'green'] as const).find((light) => lights.includes(light)) ?? 'none',
  };
}

export function clockView(clock: Clock, calendar: CalendarProvider, today: LocalDate): ClockView {
  const dueNow = dueOf(clock, calendar, today);
  const left = clock.stoppedOn === undefined ? workdaysLeft(clock, calendar, today) : undefined;
  return {
    kind: clock.kind,
    ...defined({part: clock.part}),
    start: clock.start,
    ...defined({dueOriginal: shownDue(dueOriginalOf(clock, calendar)), dueNow: shownDue(dueNow)}),
    state: stateOf(clock, calendar, today),
    light: 'none' in dueNow ? 'none' : lightOf(clock, calendar, today),
    ...defined({workdaysLeft: left}),
  };
}

/** What staff propose among themselves is not the applicant's to read; a warning is. */
function proposalView({proposal}: Case, {actor}: ActContext): Pick<CaseFile, 'proposal'> {
  if (!proposal || (actor.kind !== 'staff' && proposal.what !== 'expire')) return {};
  const {what, reason, by} = proposal;
  return {proposal: {what, reason, by}};
}

type ShownDue = NonNullable<ClockView['dueNow']>;

function shownDue(due: Due): ShownDue | undefined {
  return 'none' in due ? undefined : due;
}

const dateOf = (due: ShownDue): LocalDate => ('on' in due ? due.on : due.notBefore);

/** Without the members that are undefined: on the wire they do not exist either. */
function defined<T extends object>(members: T): T {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;
}

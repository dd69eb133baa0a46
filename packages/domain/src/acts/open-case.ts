import type {ActContext} from './act-context.js';
import {actOn, type Act} from './act-on.js';
import {powerFor} from '../agreements/agreements.js';
import type {Agreement} from '../agreements/agreement.js';
import {caseGuide} from '../case/case-guide.js';
import {parseCaseNumber} from '../case/case-numbers.js';
import {parseItemCode} from '../checks/item-code.js';
import {localDateOf} from '../time/civil-date.js';
import type {Command, SubmitCase, TakeInCase} from '../case/command.js';
import {TbError} from '../errors.js';
import {partsOf} from './parts.js';
import type {Opening, PartPlan} from './opening.js';
import type {LocalDate, Region6} from '../primitives.js';
import {draftCase} from '../case/replay.js';
import type {Guide} from '../guide/guide.js';
import type {Limit} from '../guide/limit.js';
import {sumOfLimits} from '../time/sum-of-limits.js';
import {isWithin} from '../regions/region-within.js';
import {slotsAsFiled} from '../slots/slots.js';

/** A first filing, or a walk-in. Who the applicant is stands in the context: the gateway knows or has just written it down. */
export type OpeningCommand =
  | {readonly action: 'submit'; readonly payload: SubmitCase}
  | {readonly action: 'takeIn'; readonly payload: TakeInCase};

export interface OpenContext extends ActContext {
  /** Allocated by the home gateway (`caseNumber`); its task code says whose case this is. */
  readonly caseNo: string;
  readonly shortCode: string;
  /** Id of the applicant's record, which is kept apart from the log (see `Opening`). */
  readonly party: {readonly partyId: string; readonly userType: 'person' | 'corp'};
  /** Of a joint case; the default is the window's part, then the home's. */
  readonly parts?: readonly PartPlan[];
}

/**
 * The first event of a case, by the same rules and table as every other.
 *
 * @throws TbError what `actOn` throws; TB_ITEM_UNKNOWN when the guide or the case number is not the item's; TB_CONTRACT_INVALID
 *   for slots the guide does not know
 */
export function openCase({action, payload}: OpeningCommand, context: OpenContext): Act {
  const {caseNo} = context;
  const {taskCode, homeRegion} = parseCaseNumber(caseNo);
  if (taskCode !== payload.taskCode) throw new TbError('TB_ITEM_UNKNOWN', {details: {at: 'caseNo'}});
  const opening = openingOf(action, payload, {...context, guide: caseGuide(context.guide, {taskCode, homeRegion})});
  const file = draftCase(caseNo, context.at, opening);
  const command: Command = action === 'submit' ? {action, payload: {answers: payload.answers, fields: payload.fields, slots: payload.slots}} : {action, payload: {office: officeOf(context)}};
  const act = actOn(file, command, context);
  return {...act, event: {...act.event, opening}, confidential: {fields: payload.fields}};
}

function openingOf(action: OpeningCommand['action'], filing: SubmitCase, context: OpenContext): Opening {
  const {guide, party, actor, at, caseNo, shortCode} = context;
  const {homeRegion} = parseCaseNumber(caseNo);
  const filedOn = localDateOf(at);
  // A walk-in is at the window that takes it in, whatever was written before.
  const windowRegion = action === 'takeIn' && actor.kind === 'staff' && filing.mode !== 'online' ? actor.region : filing.windowRegion;
  const place = {mode: filing.mode, homeRegion, ...(windowRegion === undefined ? {} : {windowRegion})};
  const catalogCode = parseItemCode(guide.catalogCode) ? guide.catalogCode : filing.taskCode.slice(19, 31);
  const agreement = agreementFor(context, {...place, catalogCode}, filedOn);
  const parts = context.parts ?? partsOf(guide, place, agreement?.partLimits?.[catalogCode]);
  return {
    shortCode,
    partyId: party.partyId,
    userType: party.userType,
    ...agentOf(filing, context),
    loa: actor.kind === 'applicant' || actor.kind === 'agent' ? actor.loa : 4,
    taskCode: filing.taskCode,
    taskVersion: filing.taskVersion,
    catalogCode,
    itemName: guide.name,
    dept: guide.dept.name,
    ...place,
    ...(agreement ? {agreementId: agreement.id, standardVersion: agreement.standardVersion, sla: agreement.sla} : {}),
    receiptDay: agreement?.receiptDay ?? 'window',
    ...limitsOf(guide, parts),
    filedOn,
    answers: filing.answers,
    slots: slotsAsFiled({...context, day: filedOn}, filing),
    parts: [...parts],
  };
}

/** Of a joint case whose parts have limits of their own, what they come to together; else the guide's. */
function limitsOf({legal, promised}: Guide, parts: readonly PartPlan[]): Pick<Opening, 'legal' | 'promised'> {
  const sum = (kind: 'legal' | 'promised', otherwise: Limit): Limit => {
    const limits = parts.flatMap((part) => part[kind] ?? []);
    return limits.length > 0 && limits.length === parts.length ? sumOfLimits(limits) : otherwise;
  };
  return {legal: sum('legal', legal), promised: sum('promised', promised)};
}

/** An agent is known from the sign-in; at a window from the delegation shown there. */
function agentOf({delegationId}: SubmitCase, {actor, delegations = []}: OpenContext): Pick<Opening, 'agent'> {
  if (actor.kind === 'agent') return {agent: {id: actor.id, delegationId: actor.delegationId}};
  if (actor.kind === 'applicant' || delegationId === undefined) return {};
  const delegation = delegations.find(({id}) => id === delegationId);
  if (!delegation) throw new TbError('TB_DELEGATION_MISSING', {details: {why: 'unknown'}});
  return {agent: {id: delegation.granteeId, delegationId}};
}

/** The agreement a case goes by: its standard, its limits, which receipt counts. None where home serves itself. */
function agreementFor(
  {agreements}: OpenContext,
  {mode, homeRegion, windowRegion, catalogCode}: {mode: SubmitCase['mode']; homeRegion: Region6; windowRegion?: Region6; catalogCode: string},
  on: LocalDate,
): Agreement | undefined {
  if ((mode !== 'agent' && mode !== 'joint') || windowRegion === undefined || isWithin(windowRegion, homeRegion)) return undefined;
  const given = powerFor(agreements, {kind: mode, power: 'receive', catalogCode, windowRegion, homeRegion, on});
  return given.ok ? given.agreement : undefined; // That there is none is said by the guards, in their order.
}

function officeOf({actor}: OpenContext): string {
  return actor.kind === 'staff' ? actor.office : '';
}

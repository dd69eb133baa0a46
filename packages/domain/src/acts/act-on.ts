import type {ActContext} from './act-context.js';
import type {Case} from '../case/case.js';
import type {CaseEvent} from '../case/case-event.js';
import {caseGuide} from '../case/case-guide.js';
import type {CaseState} from '../case/case-state.js';
import {localDateOf} from '../time/civil-date.js';
import {payloads, type Action, type Command, type Payload} from '../case/command.js';
import {docNumber} from '../papers/doc-numbers.js';
import {TbError, type ErrorCode} from '../errors.js';
import type {Attempt} from './guard.js';
import {guards} from './guards.js';
import type {MessageKind} from '../case/messages-to-applicant.js';
import type {Confidential} from './opening.js';
import type {PaperKind} from '../papers/paper.js';
import {parse} from '../parse.js';
import {partIn, standingOf, type Standing} from './sides.js';
import {neutralPieces, slotsAnswered, slotsAsFiled} from '../slots/slots.js';
import type {Condition} from './transition.js';
import {transitions} from './transitions.js';

/** An event as the rules make it; the writer of the log adds its id and its place in the chain (`sealEvent`). */
export type EventDraft = Omit<CaseEvent, 'eventId' | 'prevHash' | 'hash'>;

export interface Act {
  readonly event: EventDraft;
  /** What the command says about people, which the log does not hold (see `Opening`). */
  readonly confidential?: Confidential;
  /** What the applicant is to be told. */
  readonly tells?: MessageKind;
}

/**
 * What a command makes of a case: one event, or an error and nothing.
 *
 * Looked at in this order: may this person do this at all, does the state allow it, is a reason given, do the guards hold.
 *
 * @throws TbError TB_FORBIDDEN, TB_ROLE_MISSING, TB_POWER_MISSING (`details.why` names the nearest miss), TB_CASE_TRANSITION
 *   (`details.state`), TB_REASON_REQUIRED, TB_CONTRACT_INVALID, or the code of the guard that does not hold (`details.guard`,
 *   `details.why`): TB_CASE_GUARD, TB_SECOND_PERSON, TB_MATERIAL_MISSING, TB_FIELD_REQUIRED, TB_LEVEL_TOO_LOW,
 *   TB_DELEGATION_MISSING, TB_EDITION_INACTIVE
 */
export function actOn(file: Case, wish: Command, given: ActContext): Act {
  const {action} = wish;
  const context = {...given, guide: caseGuide(given.guide, file)};
  const day = localDateOf(context.at);
  const standing = stand(file, wish, context, day);
  requireState(file, action);
  requireReason(wish);
  const command = {action, payload: parse(payloads[action], wish.payload)} as Command;
  requireGuards({file, command, context, standing, day});
  return actOf({file, command, context, standing, day});
}

/** @throws TbError TB_FORBIDDEN, TB_ROLE_MISSING, TB_POWER_MISSING */
export function stand(file: Case, {action, payload}: Command, {actor, agreements}: ActContext, on: string): Standing {
  const part = partIn(payload);
  const answer = standingOf(file, action, actor, {agreements, on, ...(part === undefined ? {} : {part})});
  if (!answer.ok) throw refusal(answer.code, {action, why: answer.why});
  return answer.standing;
}

/** @throws TbError TB_CASE_TRANSITION */
export function requireState({state}: Case, action: Action): void {
  if (!transitions[action].from.includes(state)) throw refusal('TB_CASE_TRANSITION', {action, state});
}

/** Holds the guards of an action, or only those about the case. @throws TbError the guard's code */
export function requireGuards(attempt: Attempt, about?: 'case'): void {
  const {action} = attempt.command;
  for (const guard of transitions[action].guards ?? []) {
    if (about && guards[guard].about !== about) continue;
    const verdict = guards[guard].check(attempt);
    if (!verdict.ok) throw refusal(verdict.code, {action, guard, why: verdict.why});
  }
}

/** A reason of blanks is none. */
function requireReason({action, payload}: Command): void {
  const {reason} = transitions[action];
  if (reason === undefined) return;
  const given: unknown = 'reason' in payload ? payload.reason : undefined;
  const isNeeded = reason === 'always' || ('outcome' in payload && payload.outcome === 'deny');
  if (isNeeded && (typeof given !== 'string' || given.trim() === '')) throw refusal('TB_REASON_REQUIRED', {action});
}

function actOf(attempt: Attempt): Act {
  const {file, command, standing, context: {actor, at}} = attempt;
  const {action} = command;
  const seq = file.revision + 1;
  const {papers = [], tells} = transitions[action];
  const kinds = papers.flatMap((paper): PaperKind[] => (typeof paper === 'string' ? [paper] : holds(paper.if, command) ? [paper.kind] : []));
  const event: EventDraft = {
    caseNo: file.caseNo,
    seq,
    at,
    actor,
    action,
    from: file.state,
    to: targetOf(file, action),
    payload: loggedPayload(attempt),
    ...(standing.side === 'window' ? {agreementId: standing.agreement.id, standardVersion: standing.agreement.standardVersion} : {}),
    papers: kinds.map((kind) => docNumber(file.caseNo, seq, kind)),
  };
  const fields = 'fields' in command.payload ? command.payload.fields : undefined;
  const message = typeof tells === 'object' ? (holds(tells.if, command) ? tells.kind : undefined) : tells;
  return {event, ...(fields ? {confidential: {fields}} : {}), ...(message ? {tells: message} : {})};
}

function targetOf({state, noticeFrom}: Case, action: Action): CaseState {
  const {to} = transitions[action];
  if (to === 'same') return state;
  return to === 'back' ? (noticeFrom ?? 'received') : to;
}

function holds(condition: Condition, {action, payload}: Command): boolean {
  switch (condition) {
    case 'granted':
      return 'outcome' in payload && payload.outcome === 'grant';
    case 'denied':
      return 'outcome' in payload && payload.outcome === 'deny';
    case 'lacking':
      return action === 'accept' && (payload.lacking ?? []).length > 0;
    case 'warning':
      return action === 'propose' && payload.what === 'expire';
  }
}

/** The payload as the log keeps it: slots by the rules, files under neutral names, no field values. */
function loggedPayload({file, command: {action, payload}, context, day}: Attempt): Payload<Action> {
  const ground = {...context, day};
  switch (action) {
    case 'submit':
      return {answers: {}, fields: {}, slots: []}; // The opening beside it has answers and slots.
    case 'amend':
      return {answers: payload.answers, fields: {}, slots: slotsAsFiled(ground, payload)};
    case 'resubmit':
      return {slots: slotsAnswered(ground, file.slots, payload.slots), ...(payload.fields ? {fields: emptied(payload.fields)} : {})};
    case 'checkOriginal':
      return payload.pieces ? {...payload, pieces: neutralPieces(payload.materialId, payload.pieces)} : payload;
    case 'fillLack':
      return {...payload, pieces: neutralPieces(payload.materialId, payload.pieces)};
    default:
      return payload;
  }
}

/** The names of the fields that changed, without their values. */
function emptied(fields: Record<string, string>): Record<string, string> {
  const names: Record<string, string> = {};
  for (const name of Object.keys(fields)) names[name] = '';
  return names;
}

function refusal(code: ErrorCode, details: Record<string, string>): TbError {
  return new TbError(code, {details});
}

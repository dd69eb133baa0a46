import type {ActContext} from './act-context.js';
import {requireGuards, requireState, stand} from './act-on.js';
import type {Case} from '../case/case.js';
import {caseGuide} from '../case/case-guide.js';
import {localDateOf} from '../time/civil-date.js';
import type {Action, Command} from '../case/command.js';
import {codeOf, type ErrorCode} from '../errors.js';
import {transitions} from './transitions.js';

export interface AllowedActions {
  readonly allowed: Action[];
  /** TB_CASE_TRANSITION: not in this state. Anything else: the state allows it, but something is missing. */
  readonly barred: {readonly action: Action; readonly code: ErrorCode}[];
}

/**
 * What this actor may do next, found by trying every action. What hangs on words still to be typed (a reason, a waybill, grant or
 * deny) is not held against an action here; `actOn` holds it.
 */
export function allowedActions(file: Case, given: ActContext): AllowedActions {
  const context = {...given, guide: caseGuide(given.guide, file)};
  const allowed: Action[] = [];
  const barred: {action: Action; code: ErrorCode}[] = [];
  for (const action of Object.keys(transitions) as Action[]) {
    const code = barOf(file, action, context);
    if (code) barred.push({action, code});
    else allowed.push(action);
  }
  return {allowed, barred};
}

function barOf(file: Case, action: Action, context: ActContext): ErrorCode | undefined {
  const command = {action, payload: {}} as Command;
  const day = localDateOf(context.at);
  try {
    requireState(file, action);
    const standing = stand(file, command, context, day);
    requireGuards({file, command, context, standing, day}, 'case');
    return undefined;
  } catch (error) {
    return codeOf(error);
  }
}

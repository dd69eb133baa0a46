import type {ActContext} from './act-context.js';
import type {Case} from '../case/case.js';
import type {Action, Command, Payload} from '../case/command.js';
import type {ErrorCode} from '../errors.js';
import type {LocalDate} from '../primitives.js';
import type {Standing} from './sides.js';

/** One wish to act, with all a guard may look at. */
export interface Attempt {
  readonly file: Case;
  readonly command: Command;
  readonly context: ActContext;
  readonly standing: Standing;
  /** Civil date of the act. */
  readonly day: LocalDate;
}

/** `why` names what is missing: a material, a field, a part, or a word of the guard's own. Never a person's data. */
export type Verdict = {readonly ok: true} | {readonly ok: false; readonly code: ErrorCode; readonly why: string};

export interface Guard {
  /** Whether the answer hangs on the case alone, so that a button can be judged before anything is typed. */
  readonly about: 'case' | 'wish';
  check(attempt: Attempt): Verdict;
}

export const passed: Verdict = {ok: true};

export function failed(why: string, code: ErrorCode = 'TB_CASE_GUARD'): Verdict {
  return {ok: false, code, why};
}

export function unless(missing: string | undefined | false, code?: ErrorCode): Verdict {
  return missing === undefined || missing === false ? passed : failed(missing, code);
}

/** The payload, when the command is this action. */
export function wished<A extends Action>({command}: Attempt, action: A): Payload<A> | undefined {
  return command.action === action ? (command.payload) : undefined;
}

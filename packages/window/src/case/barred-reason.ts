import type {CaseFile} from '@tongban/domain/case/case-file.js';
import type {Action} from '@tongban/domain/case/command.js';
import {errors, isErrorCode} from '@tongban/domain/errors.js';
import {isCovered} from '@tongban/domain/slots/slots.js';
import {transitions} from '@tongban/domain/acts/transitions.js';
import type {WindowText, WindowWord} from '../messages/messages.js';

/** Codes that say an action is none of this clerk's business now: no button at all. */
const notTheirs: readonly string[] = ['TB_CASE_TRANSITION', 'TB_ROLE_MISSING', 'TB_FORBIDDEN', 'TB_FEE_SETTLED'];

/** Actions for a turn a case may take: until it does, nobody expects them. */
const onlyThen: readonly Action[] = ['fillLack', 'expire', 'deemAccepted', 'startPart', 'decidePart', 'refundFee'];

/** The actions this role would expect here and cannot do, to be shown with their reason. No window expects what only home can do. */
export function expectedBut({barred}: CaseFile, actions: readonly Action[]): CaseFile['barred'] {
  const isHomes = (action: Action, code: string) => code === 'TB_POWER_MISSING' && transitions[action].staff?.window === undefined;
  return barred.filter(({action, code}) => actions.includes(action) && !notTheirs.includes(code) && !isHomes(action, code) && !(code === 'TB_CASE_GUARD' && onlyThen.includes(action)));
}

/** Why an action is barred, as exactly as the case on the screen lets us say it. */
export function barredReason(text: WindowText, file: CaseFile, action: Action): string | undefined {
  const code = file.barred.find((bar) => bar.action === action)?.code;
  if (code === undefined) return undefined;
  const own = ownReason(text, file, action, code);
  if (own) return own;
  if (!isErrorCode(code)) return code;
  return text.isChinese ? errors[code].zh : errors[code].en;
}

function ownReason(text: WindowText, file: CaseFile, action: Action, code: string): string | undefined {
  if (code === 'TB_POWER_MISSING' && !(transitions[action].staff?.window?.modes ?? [file.mode]).includes(file.mode)) return text.of('barPower-home');
  if (code === 'TB_SECOND_PERSON') return text.of(action === 'void' ? 'bar-second-void' : 'bar-second-refuse');
  if (code === 'TB_MATERIAL_MISSING') return text.of('bar-accept-missing', {materials: namesOf(file, (slot) => slot.necessity === 1 && !isCovered(slot))});
  if (code !== 'TB_CASE_GUARD') return undefined;
  if (action === 'forward') {
    return file.state === 'forwarding' ? text.of('bar-forward-sent') : text.of('bar-forward', {materials: namesOf(file, ({state, trust, check}) => state === 'provided' && trust === 'C' && check === undefined)});
  }
  const key = `bar-${action}`;
  return text.has(key) ? text.of(key satisfies WindowWord) : undefined;
}

function namesOf({slots}: CaseFile, isMeant: (slot: CaseFile['slots'][number]) => boolean): string {
  return slots.filter(isMeant).map(({name}) => name).join('、');
}

import {checkBankCard} from '@tongban/domain/checks/bank-card.js';
import {checkSentence, type CheckResult} from '@tongban/domain/checks/check-result.js';
import {checkCitizenId} from '@tongban/domain/checks/citizen-id.js';
import {checkMobile} from '@tongban/domain/checks/mobile.js';
import {checkRegionCode} from '@tongban/domain/checks/region-code.js';
import {checkUscc} from '@tongban/domain/checks/uscc.js';
import {isLocalDate, localDateOf} from '@tongban/domain/time/civil-date.js';
import {TbError} from '@tongban/domain/errors.js';
import type {FieldSpec} from '@tongban/domain/guide/guide.js';
import type {FormText} from './form-text.js';

/** What is wrong with a value, or what deserves a second look; `value` is what to keep. */
export interface FieldVerdict {
  readonly value: string;
  readonly problem?: string;
  readonly warning?: string;
}

/** Looks at one value as it was typed. A masked one is the government's own and is not looked at. */
export function checkField(text: FormText, field: FieldSpec, typed: string): FieldVerdict {
  const value = typed.trim();
  if (value === '') return field.required ? {value, problem: text.error(new TbError('TB_FIELD_REQUIRED'))} : {value};
  if (value.includes('*') && field.prefill) return {value};
  const result = checkedByRule(field, value);
  if (result) {
    if (!result.ok) return {value, problem: checkSentence(result.problem, text.language)};
    const [warning] = result.warnings;
    return {value: result.value, ...(warning && {warning: checkSentence(warning, text.language)})};
  }
  const problem = shapeProblem(field, value);
  return problem ? {value, problem: text.of(problem)} : {value};
}

function checkedByRule({type}: FieldSpec, value: string): CheckResult | undefined {
  switch (type) {
    case 'citizenId':
      return checkCitizenId(value, {today: localDateOf(new Date().toISOString())});
    case 'uscc':
      return checkUscc(value);
    case 'mobile':
      return checkMobile(value);
    case 'bankCard':
      return checkBankCard(value);
    case 'region':
      return checkRegionCode(value);
    default:
      return undefined;
  }
}

function shapeProblem({type, options = []}: FieldSpec, value: string): 'numberInvalid' | 'moneyInvalid' | 'dateInvalid' | 'choiceInvalid' | undefined {
  if (type === 'number' && !/^-?\d+(?:\.\d+)?$/.test(value)) return 'numberInvalid';
  if (type === 'money' && !/^\d+(?:\.\d{1,2})?$/.test(value)) return 'moneyInvalid';
  if (type === 'date' && !isLocalDate(value)) return 'dateInvalid';
  return type === 'choice' && !options.some(({id}) => id === value) ? 'choiceInvalid' : undefined;
}

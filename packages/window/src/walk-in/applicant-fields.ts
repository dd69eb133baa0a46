import {checkBankCard} from '@tongban/domain/checks/bank-card.js';
import {checkSentence, type CheckResult} from '@tongban/domain/checks/check-result.js';
import {checkCitizenId} from '@tongban/domain/checks/citizen-id.js';
import {checkMobile} from '@tongban/domain/checks/mobile.js';
import {checkUscc} from '@tongban/domain/checks/uscc.js';
import type {FieldSpec, Prefill} from '@tongban/domain/guide/guide.js';
import type {FormField} from '../forms/field-view.js';
import type {Filling, Values} from '../forms/open-form.js';

/** Who stands at the counter. */
export function applicantFields({text, today, values}: Filling): FormField[] {
  const isCorp = values['userType'] === 'corp';
  const checked = (check: (value: string) => CheckResult) => (value: string) => sentence(check(value), text.language);
  return [
    {name: 'userType', kind: 'choice', label: text.of('userType'), required: true, initial: 'person', options: [['person', text.of('userPerson')], ['corp', text.of('userCorp')]]},
    {name: 'name', kind: 'line', label: text.of(isCorp ? 'corpName' : 'personName'), required: true, max: 100},
    {name: 'idNo', kind: 'line', label: text.of(isCorp ? 'uscc' : 'idNo'), required: true, max: 30, check: checked((value) => (isCorp ? checkUscc(value) : checkPersonId(value, today)))},
    {name: 'mobile', kind: 'line', label: text.of('mobile'), required: true, max: 20, check: checked(checkMobile)},
  ];
}

/** A citizen's number, or a passport or travel permit: letters, then digits. */
function checkPersonId(typed: string, today: string): CheckResult {
  const value = typed.trim().toUpperCase();
  return /^[A-Z]{1,2}\d{6,10}$/.test(value) ? {ok: true, value, warnings: []} : checkCitizenId(value, {today});
}

/** What a guide asks of everybody and the counter already knows. */
export function prefilled(prefill: Prefill | undefined, values: Values): string {
  switch (prefill) {
    case 'person.name':
    case 'corp.name':
      return values['name'] ?? '';
    case 'person.idNo':
    case 'corp.uscc':
      return values['idNo'] ?? '';
    case 'person.mobile':
      return values['mobile'] ?? '';
    case 'corp.legalName':
    case undefined:
      return '';
  }
}

/** A field of the guide as a control. Regions have a control of their own. */
export function guideField({text, today, values}: Filling, spec: FieldSpec): FormField {
  const {id, label, type, required, options = [], hint, prefill} = spec;
  const field: FormField = {name: `field-${id}`, kind: 'line', label, required, max: 2000, initial: prefilled(prefill, values), ...(hint && {hint})};
  const checked = (check: (value: string) => CheckResult): FormField => ({...field, check: (value) => sentence(check(value), text.language)});
  switch (type) {
    case 'longText':
      return {...field, kind: 'lines'};
    case 'date':
      return {...field, kind: 'date'};
    case 'choice':
      return {...field, kind: 'choice', options: options.map((option) => [option.id, option.label] as const)};
    case 'boolean':
      return {...field, kind: 'choice', options: [['true', text.of('yes')], ['false', text.of('no')]]};
    case 'citizenId':
      return checked((value) => checkCitizenId(value, {today}));
    case 'uscc':
      return checked(checkUscc);
    case 'mobile':
      return checked(checkMobile);
    case 'bankCard':
      return checked(checkBankCard);
    default:
      return field;
  }
}

function sentence(result: CheckResult, language: string): string | undefined {
  return result.ok ? undefined : checkSentence(result.problem, language);
}

import {checkBankCard} from '@tongban/domain/checks/bank-card.js';
import {checkCitizenId} from '@tongban/domain/checks/citizen-id.js';
import type {CheckResult} from '@tongban/domain/checks/check-result.js';
import {checkMobile} from '@tongban/domain/checks/mobile.js';
import {checkUscc} from '@tongban/domain/checks/uscc.js';
import {isLocalDate} from '@tongban/domain/time/civil-date.js';
import {TbError, type ErrorCode} from '@tongban/domain/errors.js';
import type {FieldSpec} from '@tongban/domain/guide/guide.js';
import type {PartyRecord} from '@tongban/domain/case/party-view.js';
import type {LocalDate} from '@tongban/domain/primitives.js';
import type {RegionTable} from '@tongban/domain/regions/regions.js';

export interface FieldGround {
  readonly regions: RegionTable;
  readonly today: LocalDate;
}

/**
 * Holds typed values to what their fields are. That none is missing is a rule of the case; here what is there must be right.
 *
 * @returns the values as they are stored: numbers in half-width signs without blanks
 * @throws TbError TB_FIELD_INVALID, TB_REGION_UNKNOWN, TB_REGION_RETIRED with `details.field` and `details.why`; TB_CONTRACT_INVALID
 *   for a field the item does not have
 */
export function checkFields(specs: readonly FieldSpec[], values: Readonly<Record<string, string>>, ground: FieldGround): Record<string, string> {
  const stored: Record<string, string> = {};
  for (const [field, typed] of Object.entries(values)) {
    const spec = specs.find(({id}) => id === field);
    if (!spec) throw new TbError('TB_CONTRACT_INVALID', {details: {at: `fields.${field}`, why: 'unknown'}});
    stored[field] = typed.trim() === '' ? '' : checkValue(spec, typed, ground);
  }
  return stored;
}

function checkValue({id: field, type, options}: FieldSpec, typed: string, {regions, today}: FieldGround): string {
  const value = typed.trim();
  switch (type) {
    case 'citizenId':
      return valueOf(field, checkCitizenId(typed, {today, regions}));
    case 'uscc':
      return valueOf(field, checkUscc(typed));
    case 'mobile':
      return valueOf(field, checkMobile(typed));
    case 'bankCard':
      return valueOf(field, checkBankCard(typed));
    case 'region':
      if (regions.isRetired(value)) throw refusal('TB_REGION_RETIRED', field, 'retired');
      return require(regions.has(value), 'TB_REGION_UNKNOWN', field, 'unknown', value);
    case 'date':
      return require(isLocalDate(value), 'TB_FIELD_INVALID', field, 'date', value);
    case 'number':
      return require(/^-?\d{1,15}(\.\d{1,6})?$/.test(value), 'TB_FIELD_INVALID', field, 'number', value);
    case 'money':
      return require(/^\d{1,12}(\.\d{1,2})?$/.test(value), 'TB_FIELD_INVALID', field, 'money', value);
    case 'boolean':
      return require(value === 'true' || value === 'false', 'TB_FIELD_INVALID', field, 'boolean', value);
    case 'choice':
      return require(options?.some(({id}) => id === value) ?? true, 'TB_FIELD_INVALID', field, 'choice', value);
    case 'text':
    case 'longText':
      return value;
  }
}

/**
 * A walk-in as the clerk wrote them down.
 *
 * @throws TbError TB_FIELD_REQUIRED, TB_FIELD_INVALID with `details.field`
 */
export function checkParty({userType, name, idNo, mobile = ''}: PartyRecord, {regions, today}: FieldGround): PartyRecord {
  if (name.trim() === '') throw refusal('TB_FIELD_REQUIRED', 'applicant.name', 'empty');
  if (name.includes('*')) throw refusal('TB_FIELD_INVALID', 'applicant.name', 'masked');
  const id = userType === 'corp' ? checkUscc(idNo) : checkPersonId(idNo, regions, today);
  return {userType, name: name.trim(), idNo: valueOf('applicant.idNo', id), mobile: valueOf('applicant.mobile', checkMobile(mobile))};
}

/** A citizen's number, or a passport or travel permit: letters, then digits. */
function checkPersonId(idNo: string, regions: RegionTable, today: LocalDate): CheckResult {
  const value = idNo.trim().toUpperCase();
  return /^[A-Z]{1,2}\d{6,10}$/.test(value) ? {ok: true, value, warnings: []} : checkCitizenId(idNo, {today, regions});
}

function valueOf(field: string, result: CheckResult): string {
  if (!result.ok) throw refusal('TB_FIELD_INVALID', field, result.problem);
  return result.value;
}

function require(isRight: boolean, code: ErrorCode, field: string, why: string, value: string): string {
  if (!isRight) throw refusal(code, field, why);
  return value;
}

const refusal = (code: ErrorCode, field: string, why: string) => new TbError(code, {details: {field, why}});

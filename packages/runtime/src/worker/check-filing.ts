import {checkBankCard} from '@tongban/domain/checks/bank-card.js';
import type {CheckResult} from '@tongban/domain/checks/check-result.js';
import {checkCitizenId} from '@tongban/domain/checks/citizen-id.js';
import {checkMobile} from '@tongban/domain/checks/mobile.js';
import {checkUscc} from '@tongban/domain/checks/uscc.js';
import {isLocalDate} from '@tongban/domain/time/civil-date.js';
import type {Draft} from '@tongban/domain/case/draft.js';
import {isErrorCode, TbError} from '@tongban/domain/errors.js';
import type {FieldSpec} from '@tongban/domain/guide/guide.js';
import type {Resolved} from '@tongban/domain/guide/resolve.js';

/**
 * Holds a draft against its checklist before it is queued, so that a person hears of a gap now and not from the gateway tomorrow.
 *
 * @throws TbError TB_FIELD_REQUIRED, TB_FIELD_INVALID (`details.field`), TB_MATERIAL_MISSING (`details.material`), or the code
 *   with which the gateway refused an attachment
 */
export function checkFiling(draft: Draft, {fields, materials}: Pick<Resolved, 'fields' | 'materials'>): void {
  for (const field of fields) checkField(field, draft.fields[field.id]?.trim() ?? '');
  for (const {materialId, state, problem} of draft.attachments) {
    if (state === 'refused') throw new TbError(isErrorCode(problem) ? problem : 'TB_UPLOAD_UNKNOWN', {details: {material: materialId}});
  }
  if (draft.mode !== 'online') return; // For a window the papers may be brought there.
  for (const {spec, state} of materials) {
    if (spec.necessity === 1 && state !== 'maybe' && !isCovered(draft, spec.id)) throw new TbError('TB_MATERIAL_MISSING', {details: {material: spec.id}});
  }
}

function isCovered({slots, attachments}: Draft, materialId: string): boolean {
  if (attachments.some((attachment) => attachment.materialId === materialId)) return true;
  const slot = slots.find((candidate) => candidate.materialId === materialId);
  return slot !== undefined && (slot.state === 'waived' || slot.state === 'promised' || slot.pieces.length > 0);
}

function checkField({id, type, required, options}: FieldSpec, value: string): void {
  if (value === '') {
    if (required) throw new TbError('TB_FIELD_REQUIRED', {details: {field: id}});
    return;
  }
  if (value.includes('*')) return; // Filled in by the state and masked for this page; the gateway knows the value.
  const isChoice = options === undefined || options.some((option) => option.id === value);
  if (!isChoice || !checks[type](value)) throw new TbError('TB_FIELD_INVALID', {details: {field: id}});
}

const isOk = ({ok}: CheckResult) => ok;
const matches = (pattern: RegExp) => (value: string) => pattern.test(value);
const anything = () => true;

const checks: Record<FieldSpec['type'], (value: string) => boolean> = {
  text: anything,
  longText: anything,
  choice: anything,
  number: matches(/^-?\d{1,15}(\.\d{1,6})?$/),
  money: matches(/^\d{1,12}(\.\d{1,2})?$/),
  date: isLocalDate,
  boolean: matches(/^(true|false)$/),
  region: matches(/^\d{6}$/),
  citizenId: (value) => isOk(checkCitizenId(value)),
  uscc: (value) => isOk(checkUscc(value)),
  mobile: (value) => isOk(checkMobile(value)),
  bankCard: (value) => isOk(checkBankCard(value)),
};

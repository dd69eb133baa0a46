import type {FieldSpec, Guide} from '../guide/guide.js';
import {mask, type MaskKind} from './mask.js';

const byType: Partial<Record<FieldSpec['type'], MaskKind>> = {citizenId: 'citizenIdStrong', mobile: 'mobile', bankCard: 'bankCard'};
const byPrefill: Partial<Record<NonNullable<FieldSpec['prefill']>, MaskKind>> = {
  'person.name': 'name',
  'person.idNo': 'citizenIdStrong',
  'person.mobile': 'mobile',
  'corp.legalName': 'name',
};

/** How the values of a field are masked; undefined for what a screen may show. */
export function maskKindOf({type, prefill}: Pick<FieldSpec, 'type' | 'prefill'>): MaskKind | undefined {
  return byType[type] ?? (prefill === undefined ? undefined : byPrefill[prefill]);
}

/** Field values as a screen may show them: what the guide calls personal is masked, what the guide does not know is left out. */
export function maskedFields({fields}: Pick<Guide, 'fields'>, values: Readonly<Record<string, string>>): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const field of fields) {
    const {id} = field;
    const value = values[id];
    if (value === undefined) continue;
    const kind = maskKindOf(field);
    shown[id] = kind ? mask(kind, value) : value;
  }
  return shown;
}

import type {FieldSpec} from '@tongban/domain/guide/guide.js';
import {maskedFields} from '@tongban/domain/people/masked-fields.js';
import type {PersonView} from '@tongban/domain/people/person.js';

/**
 * What the government already knows for a field, masked as a page may see it. For a firm one acts for: its name, and oneself as its
 * agent; for another person one acts for: only the name the delegation says.
 */
export function knownValue({prefill}: FieldSpec, person: PersonView | undefined): string | undefined {
  if (!prefill || !person) return undefined;
  const {actingFor, userType, name, idNo, mobile} = person;
  if (actingFor?.grantorType === 'person') return prefill === 'person.name' ? actingFor.grantorName : undefined;
  if (actingFor && prefill === 'corp.name') return actingFor.grantorName;
  if (userType === 'corp') return {'corp.name': name, 'corp.uscc': idNo}[prefill as string];
  return {'person.name': name, 'person.idNo': idNo, 'person.mobile': mobile}[prefill as string];
}

/** Whether a value is the one the government knows, in full or masked. */
export function isKnown(field: FieldSpec, value: string, person: PersonView | undefined): boolean {
  const known = knownValue(field, person);
  return known !== undefined && (value === known || masked(field, value) === known);
}

/** A value as a screen shows it to be looked over: masked where it is personal. A masked one stays as it is. */
export const masked = (field: FieldSpec, value: string): string => (value.includes('*') ? value : (maskedFields({fields: [field]}, {[field.id]: value})[field.id] ?? value));

/** Who somebody is comes from signing in and from nowhere else. */
export const isFixed = ({prefill}: FieldSpec): boolean => prefill !== undefined && prefill !== 'person.mobile';

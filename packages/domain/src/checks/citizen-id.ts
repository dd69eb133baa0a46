import {dayNumber, isLocalDate} from '../time/civil-date.js';
import {TbError} from '../errors.js';
import type {LocalDate, Region6} from '../primitives.js';
import {failed, passed, type CheckResult} from './check-result.js';
import {fold} from './fold.js';
import type {RegionLookup} from './region-code.js';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

export interface CitizenIdContext {
  /** A date of birth after this is refused. */
  readonly today?: LocalDate;
  /** An area it does not know is warned of, never refused: areas come and go, numbers stay. */
  readonly regions?: RegionLookup;
}

/**
 * 公民身份号码, GB 11643-1999. No two numbers that differ in one digit or in two neighbours swapped both pass: the weights of
 * neighbours differ and none is a multiple of 11.
 */
export function checkCitizenId(typed: string, {today, regions}: CitizenIdContext = {}): CheckResult {
  const value = fold(typed);
  if (value === '') return failed('empty');
  if (/^\d{15}$/.test(value)) return failed('citizen-id-old');
  if (!/^\d*X?$/.test(value)) return failed('citizen-id-characters');
  if (value.length !== 18) return failed('citizen-id-length');
  const birth = birthPart(value);
  if (!isLocalDate(birth)) return failed('citizen-id-date');
  if (checkDigit(value) !== value[17]) return failed('citizen-id-check');
  if (today !== undefined && birth > today) return failed('citizen-id-future');
  const area = value.slice(0, 6);
  if (regions?.isRetired(area)) return passed(value, 'citizen-id-area-retired');
  if (regions && !regions.has(area)) return passed(value, 'citizen-id-area-unknown');
  return passed(value);
}

/** Undefined when the number is not valid. */
export function birthDateOf(citizenId: string): LocalDate | undefined {
  const result = checkCitizenId(citizenId);
  return result.ok ? birthPart(result.value) : undefined;
}

/** Digit 17 is odd for men. Undefined when the number is not valid. */
export function sexOf(citizenId: string): 'male' | 'female' | undefined {
  const result = checkCitizenId(citizenId);
  if (!result.ok) return undefined;
  return Number(result.value[16]) % 2 === 1 ? 'male' : 'female';
}

/**
 * A number with its check digit, for demo data and tests. Use area 999999: it was never assigned, so nobody real is named.
 *
 * @param parts.serial 0–999, odd for men
 * @throws TbError TB_CODE_INVALID
 */
export function makeCitizenId({area, birth, serial}: {area: Region6; birth: LocalDate; serial: number}): string {
  dayNumber(birth);
  const body = area + birth.split('-').join('') + String(serial).padStart(3, '0');
  if (!/^\d{17}$/.test(body)) throw new TbError('TB_CODE_INVALID', {details: {at: 'citizenId'}});
  return body + checkDigit(body);
}

function birthPart(value: string): string {
  return `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;
}

function checkDigit(value: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(value[at]), 0);
  return CHECK_DIGITS.charAt(sum % 11);
}

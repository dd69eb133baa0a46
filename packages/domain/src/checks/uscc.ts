import {TbError} from '../errors.js';
import type {Region6} from '../primitives.js';
import {failed, passed, type CheckResult} from './check-result.js';
import {fold} from './fold.js';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * 统一社会信用代码, GB 32100-2015. No two codes that differ in one character both pass: 31 is prime and no weight is a multiple
 * of it. The organisation code inside (GB 11714) is checked too but only warned of: codes in real use fail it.
 */
export function checkUscc(typed: string): CheckResult {
  const value = fold(typed);
  if (value === '') return failed('empty');
  if (!/^[0-9A-HJ-NP-RTUWXY]*$/.test(value)) return failed('uscc-characters');
  if (value.length !== 18) return failed('uscc-length');
  if (checkCharacter(value) !== value[17]) return failed('uscc-check');
  return isOrganisationCode(organisationCodeOf(value)) ? passed(value) : passed(value, 'uscc-organisation');
}

/** The organisation code (GB 11714) inside a credit code: characters 9–17. */
export function organisationCodeOf(uscc: string): string {
  return uscc.slice(8, 17);
}

/** Whether nine characters without a hyphen are an organisation code, GB 11714-1997. */
export function isOrganisationCode(code: string): boolean {
  return /^[0-9A-Z]{8}[0-9X]$/.test(code) && organisationCheck(code) === code[8];
}

export interface UsccParts {
  /** Registering authority and kind of body, such as 11 for a state organ and 91 for a firm. */
  readonly kind: string;
  readonly area: Region6;
  /** The first eight characters of the organisation code. */
  readonly body: string;
}

/** A credit code with both its check characters, for demo data and tests. @throws TbError TB_CODE_INVALID */
export function makeUscc({kind, area, body}: UsccParts): string {
  const code = kind + area + body + organisationCheck(body);
  if (!/^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{9}$/.test(code)) {
    throw new TbError('TB_CODE_INVALID', {details: {at: 'uscc'}});
  }
  return code + checkCharacter(code);
}

function checkCharacter(code: string): string {
  let sum = 0;
  let weight = 1;
  for (let at = 0; at < 17; at++) {
    sum += ALPHABET.indexOf(code.charAt(at)) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

function organisationCheck(code: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce((total, weight, at) => total + weight * parseInt(code.charAt(at), 36), 0);
  const check = 11 - (sum % 11);
  if (check === 10) return 'X';
  return check === 11 ? '0' : String(check);
}

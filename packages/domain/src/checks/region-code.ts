import {TbError} from '../errors.js';
import type {Region6} from '../primitives.js';
import {failed, passed, type CheckResult} from './check-result.js';
import {fold} from './fold.js';

/** What a check needs to know of the regions; `regionTable()` is one. */
export interface RegionLookup {
  has(code: Region6): boolean;
  isRetired(code: Region6): boolean;
}

/** First two digits of the 34 provinces, GB/T 2260. */
const PROVINCES =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' ');

/**
 * A region as six digits; the twelve-digit form of the platforms is taken too. Without a table only the province is looked at.
 */
export function checkRegionCode(typed: string, regions?: RegionLookup): CheckResult {
  const folded = fold(typed);
  if (folded === '') return failed('empty');
  const [, value] = /^(\d{6})(?:000000)?$/.exec(folded) ?? [];
  if (value === undefined) return failed('region-code-shape');
  if (!PROVINCES.includes(value.slice(0, 2))) return failed('region-code-unknown');
  if (regions?.isRetired(value)) return failed('region-code-retired');
  if (regions && !regions.has(value)) return failed('region-code-unknown');
  return passed(value);
}

/** 320600 → 320600000000, the form that platforms exchange. @throws TbError TB_CODE_INVALID */
export function toTwelveDigits(code: Region6): string {
  if (!/^\d{6}$/.test(code)) throw new TbError('TB_CODE_INVALID', {details: {at: 'region'}});
  return `${code}000000`;
}

/** 511602003000 → 511602: the county that a town or village lies in. @throws TbError TB_CODE_INVALID */
export function toSixDigits(code: string): Region6 {
  if (!/^\d{12}$/.test(code)) throw new TbError('TB_CODE_INVALID', {details: {at: 'region'}});
  return code.slice(0, 6);
}

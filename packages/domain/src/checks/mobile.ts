import {failed, passed, type CheckResult} from './check-result.js';
import {foldGrouped} from './fold.js';

/** A mobile number of the mainland: 11 digits; +86, 0086 and hyphens are taken off. */
export function checkMobile(typed: string): CheckResult {
  const value = foldGrouped(typed).replace(/^(?:\+86|0086|86(?=\d{11}$))/, '');
  if (value === '') return failed('empty');
  if (!/^\d+$/.test(value)) return failed('mobile-characters');
  if (value.length !== 11) return failed('mobile-length');
  return /^1[3-9]/.test(value) ? passed(value) : failed('mobile-prefix');
}

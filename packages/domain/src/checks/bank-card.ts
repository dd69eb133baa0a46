import {failed, passed, type CheckResult} from './check-result.js';
import {foldGrouped} from './fold.js';

/** A card number of 12 to 19 digits (ISO/IEC 7812-1). One that fails the Luhn check is warned of: passbooks have none. */
export function checkBankCard(typed: string): CheckResult {
  const value = foldGrouped(typed);
  if (value === '') return failed('empty');
  if (!/^\d{12,19}$/.test(value)) return failed('bank-card-shape');
  return luhnSum(value) % 10 === 0 ? passed(value) : passed(value, 'bank-card-check');
}

function luhnSum(digits: string): number {
  let sum = 0;
  for (let fromRight = 0; fromRight < digits.length; fromRight++) {
    const digit = Number(digits[digits.length - 1 - fromRight]);
    const doubled = fromRight % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum;
}

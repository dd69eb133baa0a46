import {homeRegionOf, isCaseNumber} from '@tongban/domain/case/case-numbers.js';
import {TbError} from '@tongban/domain/errors.js';
import type {Region6} from '@tongban/domain/primitives.js';
import {isShortCode} from '@tongban/domain/papers/short-code.js';
import {provinceOf} from '../identity/provinces.js';

/** The province whose gateway keeps a case; undefined when only asking tells, because it is a short code. @throws TB_NOT_FOUND */
export function homeOfNumber(number: string): Region6 | undefined {
  if (isCaseNumber(number)) return provinceOf(homeRegionOf(number));
  if (isShortCode(number)) return undefined;
  throw new TbError('TB_NOT_FOUND');
}

/** The province whose gateway takes filings for an item. @throws TB_ITEM_UNKNOWN for a code that says no authority */
export function homeOfItem(taskCode: string): Region6 {
  if (!/^[0-9A-Z]{2}\d{6}[0-9A-Z]{23}(\d{2})?$/.test(taskCode)) throw new TbError('TB_ITEM_UNKNOWN');
  return provinceOf(taskCode.slice(2, 8));
}

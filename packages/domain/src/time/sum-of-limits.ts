import {TbError} from '../errors.js';
import type {Limit} from '../guide/limit.js';

/**
 * Limits one after the other as one: what the parts of a joint case have together. 即办 and 当场 take no days of their own; where one
 * part has no limit, neither has the whole.
 *
 * @throws TbError TB_CONTRACT_INVALID when days of different kinds would have to be added
 */
export function sumOfLimits(limits: readonly Limit[]): Limit {
  const counted = limits.filter(({unit}) => unit !== 'instant' && unit !== 'onSpot');
  const [first] = counted;
  if (!first) return limits[0] ?? {value: null, unit: 'instant'};
  if (counted.some(({unit}) => unit !== first.unit)) throw new TbError('TB_CONTRACT_INVALID', {details: {at: 'limit.unit'}});
  return {value: counted.reduce<number | null>((sum, {value}) => (sum === null || value === null ? null : sum + value), 0), unit: first.unit};
}

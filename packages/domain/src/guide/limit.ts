import * as v from 'valibot';
import {text} from '../primitives.js';

/** 即办 `instant` and 当场 `onSpot` carry no number; a null value is "not fixed". */
export const LimitUnit = v.picklist(['workday', 'day', 'month', 'instant', 'onSpot']);
export type LimitUnit = v.InferOutput<typeof LimitUnit>;

/** A time limit of an item: 工作日, 自然日, 月, 即办 or 当场. */
export const Limit = v.strictObject({
  value: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000))),
  unit: LimitUnit,
  note: v.optional(text(300)),
});
export type Limit = v.InferOutput<typeof Limit>;

import {LocalDate} from '@tongban/domain/primitives.js';
import {ServiceItem} from '@tongban/domain/guide/service-item.js';
import * as v from 'valibot';

/** One row of a province's feed: the item, and what says from when to when it is open. */
export const FeedItem = v.strictObject({
  ...ServiceItem.entries,
  /** GB/T 39046-2020 事项状态. Absent: active. */
  taskState: v.optional(v.picklist(['active', 'paused', 'cancelled'])),
  /** 计划生效日期, 计划取消日期: the first day it can be filed and the last; `null` while no end is planned. */
  effective: v.optional(v.tuple([LocalDate, v.nullable(LocalDate)])),
});
export type FeedItem = v.InferOutput<typeof FeedItem>;

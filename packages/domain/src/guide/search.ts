import * as v from 'valibot';
import {Region6, text} from '../primitives.js';
import type {ServiceItem} from './service-item.js';

export const SearchQuery = v.strictObject({
  text: text(100),
  /** Regions to prefer, nearest first; the search itself is not limited to them. */
  near: v.array(Region6),
  /** 'own' keeps to `near[0]`'s province. */
  scope: v.picklist(['all', 'own', 'crossProvince']),
  limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
  offset: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});
export type SearchQuery = v.InferOutput<typeof SearchQuery>;

/** Where a query matched a name: start and length in UTF-16 units. */
export type Highlight = readonly [start: number, length: number];

export interface SearchHit {
  readonly item: ServiceItem;
  readonly highlights: readonly Highlight[];
  /** What matched, best first. */
  readonly by: 'name' | 'plainName' | 'keyword' | 'pinyin' | 'dept';
}

export interface SearchResult {
  readonly hits: readonly SearchHit[];
  readonly total: number;
  /** Size of the list that was searched. */
  readonly of: number;
}

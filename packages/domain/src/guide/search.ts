import * as v from 'valibot';
import {Mode} from './mode.js';
import {Region6, text} from '../primitives.js';
import type {ItemHead} from './service-item.js';

/** What narrows a result beside its words. Within one filter any value will do; all filters must hold. */
export const SearchFilters = v.strictObject({
  regions: v.optional(v.array(Region6)),
  depts: v.optional(v.array(text(100))),
  themes: v.optional(v.array(text(50))),
  serviceObjects: v.optional(v.array(text(20))),
  modes: v.optional(v.array(Mode)),
  zeroMaterial: v.optional(v.boolean()),
});
export type SearchFilters = v.InferOutput<typeof SearchFilters>;

export const SearchQuery = v.strictObject({
  text: text(100),
  /** Regions to prefer, nearest first; the search itself is not limited to them. */
  near: v.array(Region6),
  /** 'own' keeps to `near[0]`'s province. */
  scope: v.picklist(['all', 'own', 'crossProvince']),
  filters: v.optional(SearchFilters),
  /** `names` answers at once from names, keywords, pinyin and offices; `full` reads the texts as well. Absent: `names`. */
  tier: v.optional(v.picklist(['names', 'full'])),
  limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
  offset: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});
export type SearchQuery = v.InferOutput<typeof SearchQuery>;
export type SearchTier = NonNullable<SearchQuery['tier']>;

/** Where a query matched a name: start and length in UTF-16 units. */
export type Highlight = readonly [start: number, length: number];

export interface SearchHit {
  readonly item: ItemHead;
  /** In the item's name. */
  readonly highlights: readonly Highlight[];
  /** What matched, best first. */
  readonly by: 'name' | 'plainName' | 'keyword' | 'pinyin' | 'dept' | 'text';
  /** The place of the text that matched, when that is why the item was found. */
  readonly snippet?: {readonly text: string; readonly highlights: readonly Highlight[]};
}

/** How many of the items found have each value; most first. Counted without the filter of the same name. */
export type FacetCounts = Readonly<Record<'regions' | 'depts' | 'themes' | 'serviceObjects' | 'modes', readonly (readonly [value: string, count: number])[]>> & {
  readonly zeroMaterial: number;
};

export interface SearchResult {
  readonly hits: readonly SearchHit[];
  readonly total: number;
  /** Size of the list that was searched. */
  readonly of: number;
  /** What was read for this answer. */
  readonly tier?: SearchTier;
  readonly facets?: FacetCounts;
  /** Nothing has the words in one piece: these names have their signs in order, with gaps. */
  readonly scattered?: true;
  /** 「您要找的是不是」: queries that would find something where this one may hold a slip. Never mixed with the hits. */
  readonly suggestions?: readonly string[];
}

import type {Region6} from '@tongban/domain/primitives.js';
import type {Highlight, SearchHit, SearchQuery, SearchResult} from '@tongban/domain/guide/search.js';
import {FIELDS, findScattered, findTerm, type Found} from './find-term.js';
import {nearnessTo} from './nearness.js';
import {termsOf} from './normalise.js';
import type {IndexedItem} from './search-index.js';

interface Candidate extends SearchHit {
  readonly nearness: number;
  readonly quality: number;
}

export interface SearchPlaces {
  /** Provinces that act as one, such as the Yangtze river delta: after one's own, before the national list. */
  readonly groups?: readonly (readonly Region6[])[];
}

/**
 * Searches names, everyday names, keywords, pinyin and offices. Every term must be found, each in any field. Ranked by place (own
 * county, city, province, the other places of `near`, their group, the national list, the rest), then by where it was found.
 *
 * When nothing has the terms in one piece, Chinese terms are found with gaps too: 「退休公积金」 in 正常退休提取住房公积金.
 */
export function searchItems(
  index: readonly IndexedItem[],
  query: SearchQuery,
  {groups = []}: SearchPlaces = {},
): SearchResult {
  const terms = termsOf(query.text);
  const scoped = index.filter((entry) => isInScope(entry, query));
  const near = nearnessTo(query.near, groups);

  let found = candidates(scoped, terms, findTerm, near);
  if (found.length === 0) found = candidates(scoped, terms, findScattered, near);
  found.sort(byRank);

  const start = query.offset ?? 0;
  const hits = found
    .slice(start, start + query.limit)
    .map(({item, highlights, by}): SearchHit => ({item, highlights, by}));
  return {hits, total: found.length, of: index.length};
}

function isInScope({item}: IndexedItem, {scope, near: [own]}: SearchQuery): boolean {
  if (scope === 'own') return own === undefined || item.region.startsWith(own.slice(0, 2));
  return scope === 'all' || item.modes.length > 0;
}

type Find = (entry: IndexedItem, term: string) => Found | undefined;

function candidates(
  index: readonly IndexedItem[],
  terms: readonly string[],
  find: Find,
  near: (region: string) => number,
): Candidate[] {
  const all: Candidate[] = [];
  if (terms.length === 0) return all;
  for (const entry of index) {
    const found = findAll(entry, terms, find);
    if (!found) continue;
    const qualities = found.map(({field}) => FIELDS.indexOf(field));
    const best = FIELDS[Math.min(...qualities)] ?? 'dept';
    all.push({
      item: entry.item,
      highlights: merged(found.flatMap(({highlights}) => highlights)),
      by: best === 'namePrefix' ? 'name' : best,
      nearness: near(entry.item.region),
      // The weakest find first: all terms in the name beat one there and one in the office's name.
      quality: Math.max(...qualities) * FIELDS.length + Math.min(...qualities),
    });
  }
  return all;
}

function findAll(entry: IndexedItem, terms: readonly string[], find: Find): Found[] | undefined {
  const all: Found[] = [];
  for (const term of terms) {
    const found = find(entry, term);
    if (!found) return undefined;
    all.push(found);
  }
  return all;
}

/** In order, without overlaps; neighbours become one. */
function merged(highlights: readonly Highlight[]): Highlight[] {
  const result: [number, number][] = [];
  for (const [start, length] of [...highlights].sort((a, b) => a[0] - b[0])) {
    const last = result[result.length - 1];
    if (last && start <= last[0] + last[1]) last[1] = Math.max(last[1], start + length - last[0]);
    else result.push([start, length]);
  }
  return result;
}

/** Ties end with the code, so that paging never shows one item twice. */
function byRank(a: Candidate, b: Candidate): number {
  return (
    a.nearness - b.nearness ||
    a.quality - b.quality ||
    Number(b.item.hasGuide) - Number(a.item.hasGuide) ||
    a.item.name.length - b.item.name.length ||
    (a.item.taskCode < b.item.taskCode ? -1 : 1)
  );
}

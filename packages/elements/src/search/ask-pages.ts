import type {Portal, Shown} from '@tongban/domain/portal.js';
import type {SearchQuery, SearchResult} from '@tongban/domain/guide/search.js';

/** The contract allows no more at once. */
const AT_ONCE = 100;

/** `count` hits from `from` on, in as many questions as that takes; facets and totals are those of the first answer. */
export async function askPages(
  {catalogue}: Portal,
  query: Omit<SearchQuery, 'limit' | 'offset'>,
  from: number,
  count: number,
): Promise<Shown<SearchResult>> {
  const first = await catalogue.search({...query, offset: from, limit: Math.min(AT_ONCE, Math.max(1, count))});
  const hits = [...first.value.hits];
  while (hits.length < count && from + hits.length < first.value.total) {
    const {value} = await catalogue.search({...query, offset: from + hits.length, limit: Math.min(AT_ONCE, count - hits.length)});
    if (value.hits.length === 0) break;
    hits.push(...value.hits);
  }
  return {...first, value: {...first.value, hits: hits.slice(0, count)}};
}

import type {SearchHit, SearchQuery, SearchResult} from '@tongban/domain/guide/search.js';
import type {Region6} from '@tongban/domain/primitives.js';
import {expand, type ExpandedTerm} from './expand.js';
import {nearnessTo} from './nearness.js';
import type {LayerHead} from './layer-head.js';
import type {TextPart} from './layer-texts.js';
import {BestHits} from './search/best-hits.js';
import {FacetCounter} from './search/facets.js';
import {layerIndex, type LayerIndex} from './search/layer-index.js';
import {searchLayer} from './search/search-layer.js';
import {showHit} from './search/show-hit.js';
import {suggest} from './search/suggest.js';
import {isScatterable} from './search/scattered.js';
import {originalText} from './search/text-levels.js';

export interface SearcherNeeds {
  /** Oldest first: each takes away what it replaces of those before it. */
  readonly layers: readonly LayerHead[];
  /** The texts of a layer, in the order of its head. Asked for at the first search that reads them, once; again after a failure. */
  readonly texts: (layer: number) => Promise<readonly TextPart[]>;
  /** Provinces that act as one, such as the Yangtze river delta: after one's own, before the national list. */
  readonly groups?: readonly (readonly Region6[])[];
  /** Words that mean the same; by default the list this package ships. */
  readonly synonyms?: readonly (readonly string[])[];
  /** What a region is called, to be found by it. */
  readonly regionName?: (region: Region6) => string | undefined;
}

export interface Searcher {
  /** Items that can be found. */
  readonly of: number;
  search(query: SearchQuery): Promise<SearchResult>;
}

/**
 * Searches layers of a catalogue. An item is found when each term of `expand(query.text)` is in one of its fields: name, everyday name,
 * keywords, pinyin, office, name of the region; in the `full` tier its text as well. Ranked by place (own county, city, province, the
 * other places of `near`, their group, the national list, the rest), then by where it was found.
 *
 * An empty query gives everything in its scope, by place: to be counted and narrowed.
 *
 * When nothing at all is found so, Chinese terms are looked for with gaps: 「退休公积金」 in 正常退休提取住房公积金; the result is then marked
 * `scattered`.
 */
export function createSearcher({
  layers,
  texts,
  groups = [],
  synonyms,
  regionName = () => undefined,
}: SearcherNeeds): Searcher {
  const indexes = layers.map((head, at) => layerIndex(head, goneFrom(layers, at), regionName));
  const of = indexes.reduce((sum, {gone}) => sum + gone.length - gone.reduce((taken, each) => taken + each, 0), 0);
  const readTexts = onceEach(texts);

  return {
    of,
    async search(query) {
      const tier = query.tier ?? 'names';
      const terms = expand(query.text, synonyms);
      const parts = tier === 'full' ? await Promise.all(indexes.map(async (_, layer) => readTexts(layer))) : undefined;
      const namesWith = (text: string) =>
        searched(indexes, {...query, limit: 1, offset: 0}, expand(text, synonyms), groups, {
          scattered: false,
          parts: undefined,
        });
      // A suggestion is a part of some name or keyword; with other terms, or in a scope, it may be found nowhere all the same.
      const isSure = terms.length === 1 && query.scope === 'all';
      const exact = searched(indexes, query, terms, groups, {scattered: false, parts});
      const found =
        exact.anything || !canBeScattered(terms)
          ? exact
          : searched(indexes, query, terms, groups, {scattered: true, parts: undefined});
      const suggestions = isDoubtful(exact.total, exact.anything, terms)
        ? suggest(indexes, terms).filter((text) => isSure || namesWith(text).anything)
        : [];
      return {
        hits: found.hits,
        total: found.total,
        of,
        tier,
        facets: found.facets,
        ...(found !== exact && found.total > 0 && {scattered: true as const}),
        ...(suggestions.length > 0 && {suggestions}),
      };
    },
  };
}

/** Whether some term would be looked for in another way with gaps. */
const canBeScattered = (terms: readonly ExpandedTerm[]) => terms.some(({spellings}) => spellings.some(isScatterable));

/** Hits of letters that could as well be chance. */
const FEW = 3;

/** Whether to ask what was meant: when nothing was found, or letters found next to nothing. */
const isDoubtful = (total: number, anything: boolean, terms: readonly ExpandedTerm[]): boolean =>
  !anything || (total < FEW && terms.some(({letters}) => letters !== undefined));

interface How {
  readonly scattered: boolean;
  readonly parts: readonly (readonly TextPart[])[] | undefined;
}

function searched(
  indexes: readonly LayerIndex[],
  query: SearchQuery,
  terms: readonly ExpandedTerm[],
  groups: readonly (readonly Region6[])[],
  {scattered, parts}: How,
): Pick<SearchResult, 'total'> & {hits: SearchHit[]; facets: NonNullable<SearchResult['facets']>; anything: boolean} {
  const offset = query.offset ?? 0;
  const best = new BestHits(offset + query.limit);
  const facets = new FacetCounter();
  const near = nearnessTo(query.near, groups);
  let anything = false;
  for (const [layer, index] of indexes.entries()) {
    const counter = facets.layer(index.head);
    const offer = (key: number, ordinal: number, level: number) => best.offer(key, layer, ordinal, level);
    if (searchLayer({index, query, terms, near, scattered, parts: parts?.[layer], counter, offer})) anything = true;
    facets.add(counter);
  }
  const hits = best
    .inOrder()
    .slice(offset)
    .flatMap(({layer, ordinal, best: level}) => {
      const index = indexes[layer];
      const text = parts && originalText(parts[layer] ?? [], ordinal);
      return index ? showHit({head: index.head, ordinal, best: level, terms, scattered, text}) : [];
    });
  return {hits, total: best.offered, facets: facets.counts(query.filters), anything};
}

/** Which items of a layer later ones take away. */
function goneFrom(layers: readonly LayerHead[], at: number): Uint8Array {
  const gone = new Uint8Array(layers[at]?.count ?? 0);
  for (const {gone: taken} of layers.slice(at + 1)) for (const ordinal of taken[at] ?? []) gone[ordinal] = 1;
  return gone;
}

function onceEach<Value>(ask: (at: number) => Promise<Value>): (at: number) => Promise<Value> {
  const asked = new Map<number, Promise<Value>>();
  return async (at) => {
    const known = asked.get(at) ?? ask(at);
    asked.set(at, known);
    return known.catch((error: unknown) => {
      asked.delete(at);
      throw error;
    });
  };
}

import type {FacetCounts, SearchHit, SearchResult} from '@tongban/domain/guide/search.js';
import type {Question} from './question.js';

/** An answer and the question it answers. */
export interface Answered {
  readonly question: Question;
  readonly result: SearchResult;
}

/** How far the texts behind the names have been read. */
export type TextState = 'reading' | 'read' | 'failed' | 'none';

/** What has been found so far: by name, keyword, pinyin or office at once, in the texts a little later and always behind. */
export interface Found {
  readonly question: Question;
  readonly names: readonly SearchHit[];
  readonly texts: readonly SearchHit[];
  /** How many were found by name and the like, and in all. */
  readonly namesTotal: number;
  readonly total: number;
  /** Size of the list that was searched. */
  readonly of: number;
  readonly textState: TextState;
  readonly facets?: FacetCounts | undefined;
  readonly suggestions: readonly string[];
}

/** Joins the two answers. The first stays as it stands: what the second adds comes behind, and only once all of the first is shown. */
export function joined({question, result: names}: Answered, textState: TextState, full?: SearchResult): Found {
  const areAllShown = names.hits.length >= names.total;
  return {
    question,
    names: names.hits,
    texts: full && areAllShown ? full.hits : [],
    namesTotal: names.total,
    total: full ? Math.max(full.total, names.total) : names.total,
    of: names.of,
    textState,
    facets: full?.facets ?? names.facets,
    suggestions: names.suggestions ?? full?.suggestions ?? [],
  };
}

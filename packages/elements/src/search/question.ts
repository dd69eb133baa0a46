import type {SearchFilters, SearchQuery} from '@tongban/domain/guide/search.js';

/** One thing that is looked for. Each is an object of its own, so that an answer tells which question it answers. */
export interface Question {
  readonly text: string;
  readonly scope: SearchQuery['scope'];
  readonly filters: SearchFilters;
}

/** The filters that take several values. */
export const FACETS = ['regions', 'themes', 'depts', 'serviceObjects', 'modes'] as const;
export type Facet = (typeof FACETS)[number];

/** How many values are chosen in all filters. */
export function countFilters(filters: SearchFilters): number {
  return FACETS.reduce((count, facet) => count + (filters[facet]?.length ?? 0), filters.zeroMaterial ? 1 : 0);
}

/** Words or a filter: without either nothing is asked. */
export const isAsked = ({text, filters}: Question): boolean => text !== '' || countFilters(filters) > 0;

/** The filters with one value chosen or let go. A filter without values is left out. */
export function withFilter(filters: SearchFilters, facet: Facet, value: string, isChosen: boolean): SearchFilters {
  const {[facet]: before = [], ...others} = filters;
  const values = [...(before as readonly string[]).filter((other) => other !== value), ...(isChosen ? [value] : [])];
  return {...others, ...(values.length > 0 && {[facet]: values})};
}

export function withZeroMaterial({zeroMaterial: _before, ...others}: SearchFilters, isChosen: boolean): SearchFilters {
  return {...others, ...(isChosen && {zeroMaterial: true})};
}

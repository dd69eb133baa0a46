import type {SearchFilters, SearchQuery} from '@tongban/domain/guide/search.js';
import type {LayerHead} from '../layer-head.js';

/** The filters by which results can be narrowed, a bit each. */
export const FILTERS = ['regions', 'depts', 'themes', 'serviceObjects', 'modes', 'zeroMaterial'] as const;
export type Filter = (typeof FILTERS)[number];
export const bitOf = (filter: Filter): number => 1 << FILTERS.indexOf(filter);

/** Which filters keep an item out, as bits: per region, per office, per audience and per standing, to be joined by `|`. */
export interface FilterBits {
  readonly regions: Uint8Array;
  readonly depts: Uint8Array;
  readonly audiences: Uint8Array;
  readonly standings: Uint8Array;
}

export function filterBits(head: LayerHead, filters: SearchFilters = {}): FilterBits {
  const out = (filter: Exclude<Filter, 'zeroMaterial'>, values: readonly string[]) => {
    const wanted: readonly string[] | undefined = filters[filter];
    return wanted === undefined || wanted.length === 0 || values.some((value) => wanted.includes(value))
      ? 0
      : bitOf(filter);
  };
  const {zeroMaterial} = filters;
  return {
    regions: Uint8Array.from(head.regions, (region) => out('regions', [region])),
    depts: Uint8Array.from(
      filters.depts?.length
        ? Array.from({length: head.depts.count}, (_, at) => out('depts', [head.texts.text(head.depts.first + at)]))
        : new Uint8Array(head.depts.count),
    ),
    audiences: Uint8Array.from(
      head.audiences,
      ({themes, serviceObjects}) => out('themes', themes) | out('serviceObjects', serviceObjects),
    ),
    standings: Uint8Array.from(
      head.standings,
      (standing) =>
        out('modes', standing.modes) |
        (zeroMaterial === undefined || (standing.zeroMaterial ?? false) === zeroMaterial ? 0 : bitOf('zeroMaterial')),
    ),
  };
}

/** Whether the query's scope takes in a region, and whether it takes in a standing. */
export function scopeOf(
  {scope, near: [own]}: Pick<SearchQuery, 'scope' | 'near'>,
  head: LayerHead,
): {regions: Uint8Array; standings: Uint8Array} {
  const province = scope === 'own' && own !== undefined ? own.slice(0, 2) : '';
  return {
    regions: Uint8Array.from(head.regions, (region) => (region.startsWith(province) ? 1 : 0)),
    standings: Uint8Array.from(head.standings, ({modes}) => (scope === 'crossProvince' && modes.length === 0 ? 0 : 1)),
  };
}

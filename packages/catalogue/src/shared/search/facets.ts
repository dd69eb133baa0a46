import type {FacetCounts, SearchFilters} from '@tongban/domain/guide/search.js';
import type {LayerHead} from '../layer-head.js';
import {bitOf, FILTERS, type Filter} from './filters.js';

type Listed = Exclude<Filter, 'zeroMaterial'>;

/** More values of one facet than these are not shown; those filtered by always are. */
const MOST_VALUES = 100;

/** Counts, per value of each facet, the items found without the filter of the same name. */
export class FacetCounter {
  readonly #counts: Readonly<Record<Listed, Map<string, number>>> = {
    regions: new Map(),
    depts: new Map(),
    themes: new Map(),
    serviceObjects: new Map(),
    modes: new Map(),
  };
  #zeroMaterial = 0;

  layer(head: LayerHead): LayerCounter {
    return new LayerCounter(head);
  }

  add(counter: LayerCounter): void {
    const {head, regions, depts, audiences, standings} = counter;
    each(regions, (at, count) => this.#count('regions', [head.regions[at] ?? ''], count));
    each(depts, (at, count) => this.#count('depts', [head.texts.text(head.depts.first + at)], count));
    each(audiences.themes, (at, count) => this.#count('themes', head.audiences[at]?.themes ?? [], count));
    each(audiences.serviceObjects, (at, count) =>
      this.#count('serviceObjects', head.audiences[at]?.serviceObjects ?? [], count),
    );
    each(standings.modes, (at, count) => this.#count('modes', head.standings[at]?.modes ?? [], count));
    each(standings.zeroMaterial, (at, count) => {
      if (head.standings[at]?.zeroMaterial === true) this.#zeroMaterial += count;
    });
  }

  counts(filters: SearchFilters = {}): FacetCounts {
    const listed = (facet: Listed) => mostFirst(this.#counts[facet], filters[facet] ?? []);
    return {
      regions: listed('regions'),
      depts: listed('depts'),
      themes: listed('themes'),
      serviceObjects: listed('serviceObjects'),
      modes: listed('modes'),
      zeroMaterial: this.#zeroMaterial,
    };
  }

  #count(facet: Listed, values: readonly string[], count: number): void {
    const counts = this.#counts[facet];
    for (const value of new Set(values)) counts.set(value, (counts.get(value) ?? 0) + count);
  }
}

/** The counts of one layer, by the numbers its columns have. */
export class LayerCounter {
  readonly head: LayerHead;
  readonly regions: Uint32Array;
  readonly depts: Uint32Array;
  readonly audiences: {readonly themes: Uint32Array; readonly serviceObjects: Uint32Array};
  readonly standings: {readonly modes: Uint32Array; readonly zeroMaterial: Uint32Array};

  constructor(head: LayerHead) {
    this.head = head;
    this.regions = new Uint32Array(head.regions.length);
    this.depts = new Uint32Array(head.depts.count);
    this.audiences = {
      themes: new Uint32Array(head.audiences.length),
      serviceObjects: new Uint32Array(head.audiences.length),
    };
    this.standings = {
      modes: new Uint32Array(head.standings.length),
      zeroMaterial: new Uint32Array(head.standings.length),
    };
  }

  /** @param out the filters that keep the item out, as bits: one at most, or it counts nowhere */
  count(out: number, region: number, dept: number, audience: number, standing: number): void {
    if ((out & ~REGIONS) === 0) increase(this.regions, region);
    if ((out & ~DEPTS) === 0) increase(this.depts, dept);
    if ((out & ~THEMES) === 0) increase(this.audiences.themes, audience);
    if ((out & ~OBJECTS) === 0) increase(this.audiences.serviceObjects, audience);
    if ((out & ~MODES) === 0) increase(this.standings.modes, standing);
    if ((out & ~ZERO) === 0) increase(this.standings.zeroMaterial, standing);
  }
}

const [REGIONS = 0, DEPTS = 0, THEMES = 0, OBJECTS = 0, MODES = 0, ZERO = 0] = FILTERS.map(bitOf);

function increase(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

function each(counts: Uint32Array, use: (at: number, count: number) => void): void {
  for (let at = 0; at < counts.length; at++) if (counts[at]) use(at, counts[at] ?? 0);
}

/** Most first, then by value; all of `always`, too. */
function mostFirst(counts: ReadonlyMap<string, number>, always: readonly string[]): [value: string, count: number][] {
  const all = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return all.filter(([value], at) => at < MOST_VALUES || always.includes(value));
}

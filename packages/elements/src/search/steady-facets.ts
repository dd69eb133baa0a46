import type {FacetCounts, SearchFilters} from '@tongban/domain/guide/search.js';
import type {Facet} from './question.js';

/** One value of a filter as it is offered. */
export interface FacetValue {
  readonly value: string;
  readonly count: number;
  readonly isChosen: boolean;
}

export type OfferedFacets = Readonly<Record<Facet, readonly FacetValue[]>> & {readonly zeroMaterial: FacetValue};

/**
 * The values of each filter, in an order that stays: counts change with every choice, but nothing moves away under somebody's finger.
 * Values come most first when other words are looked for; until then one that nothing has any more stays, with 0.
 */
export class SteadyFacets {
  #words = '';
  #order: Record<Facet, readonly string[]> = {regions: [], themes: [], depts: [], serviceObjects: [], modes: []};

  of(words: string, counts: FacetCounts, filters: SearchFilters): OfferedFacets {
    if (words !== this.#words) this.#order = {regions: [], themes: [], depts: [], serviceObjects: [], modes: []};
    this.#words = words;
    const values = (facet: Facet) => this.#values(facet, counts, filters);
    return {
      ...{regions: values('regions'), themes: values('themes'), depts: values('depts')},
      ...{serviceObjects: values('serviceObjects'), modes: values('modes')},
      zeroMaterial: {value: 'zeroMaterial', count: counts.zeroMaterial, isChosen: filters.zeroMaterial === true},
    };
  }

  #values(facet: Facet, counts: FacetCounts, filters: SearchFilters): FacetValue[] {
    const chosen: readonly string[] = filters[facet] ?? [];
    const counted = new Map(facet === 'regions' ? byProvince(counts.regions) : counts[facet]);
    this.#order[facet] = [...new Set([...this.#order[facet], ...counted.keys(), ...chosen])];
    return this.#order[facet].map((value) => ({value, count: counted.get(value) ?? 0, isChosen: chosen.includes(value)}));
  }
}

/** A region stands for what lies in it: counties and cities are counted with their province. */
function byProvince(counts: FacetCounts['regions']): [string, number][] {
  const provinces = new Map<string, number>();
  for (const [region, count] of counts) {
    const province = `${region.slice(0, 2)}0000`;
    provinces.set(province, (provinces.get(province) ?? 0) + count);
  }
  return [...provinces].sort(([, a], [, b]) => b - a);
}

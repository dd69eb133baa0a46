import type {FacetCounts, Highlight, SearchHit, SearchQuery, SearchResult} from '@tongban/domain/guide/search.js';
import type {ServiceItem} from '@tongban/domain/guide/service-item.js';

/**
 * Finds by plain text in two tiers, with filters, counts and one slip it knows, so that a story shows what the screens can: pinyin
 * with tones, ranking and speed are the catalogue's.
 */
export function searchFixture(items: readonly ServiceItem[], {text, filters = {}, tier, scope, near, limit, offset = 0}: SearchQuery): SearchResult {
  const words = text.split(/\s+/).filter(Boolean);
  const scoped = items.filter((item) => inScope(item, scope, near[0]));
  const byName = scoped.filter((item) => words.every((word) => namesOf(item).includes(word)));
  const byText = tier === 'full' ? scoped.filter((item) => !byName.includes(item) && words.every((word) => `${namesOf(item)}\n${item.summary ?? ''}`.includes(word))) : [];
  const passes = (item: ServiceItem, but?: keyof FacetCounts) => filtersOf(filters).every(({facet, holds}) => facet === but || holds(item));
  const found = [...byName, ...byText];
  const hits = found.filter((item) => passes(item));
  return {
    hits: hits.slice(offset, offset + limit).map((item) => hit(item, words)),
    total: hits.length,
    of: items.length,
    tier: tier ?? 'names',
    facets: facetsOf((facet) => found.filter((item) => passes(item, facet))),
    ...(SLIPS[text] && {suggestions: [SLIPS[text]]}),
  };
}

const SLIPS: Readonly<Record<string, string>> = {gongjijing: '公积金'};

function inScope({region, modes}: ServiceItem, scope: SearchQuery['scope'], own: string | undefined): boolean {
  if (scope === 'own') return own === undefined || region.startsWith(own.slice(0, 2));
  return scope === 'all' || modes.length > 0;
}

function filtersOf({regions, depts, themes, serviceObjects, modes, zeroMaterial}: NonNullable<SearchQuery['filters']>): {facet: keyof FacetCounts; holds: (item: ServiceItem) => boolean}[] {
  const shares = (wanted: readonly string[] | undefined, values: readonly string[]) => !wanted || wanted.some((value) => values.includes(value));
  const liesIn = (wanted: readonly string[] | undefined, region: string) => !wanted || wanted.some((code) => region.startsWith(code.replace(/(?:00){1,2}$/, '')));
  return [
    {facet: 'regions', holds: (item) => liesIn(regions, item.region)},
    {facet: 'depts', holds: (item) => shares(depts, [item.dept])},
    {facet: 'themes', holds: (item) => shares(themes, item.themes)},
    {facet: 'serviceObjects', holds: (item) => shares(serviceObjects, item.serviceObjects)},
    {facet: 'modes', holds: (item) => shares(modes, item.modes)},
    {facet: 'zeroMaterial', holds: (item) => !zeroMaterial || item.zeroMaterial === true},
  ];
}

function facetsOf(without: (facet: keyof FacetCounts) => readonly ServiceItem[]): FacetCounts {
  const count = (facet: keyof FacetCounts, values: (item: ServiceItem) => readonly string[]) => {
    const counts = new Map<string, number>();
    for (const value of without(facet).flatMap(values)) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].sort(([, a], [, b]) => b - a);
  };
  return {
    regions: count('regions', ({region}) => [region]),
    depts: count('depts', ({dept}) => [dept]),
    themes: count('themes', ({themes}) => themes),
    serviceObjects: count('serviceObjects', ({serviceObjects}) => serviceObjects),
    modes: count('modes', ({modes}) => modes),
    zeroMaterial: without('zeroMaterial').filter(({zeroMaterial}) => zeroMaterial).length,
  };
}

const namesOf = ({name, plainName = '', keywords, dept, pinyin = ''}: ServiceItem) => [name, plainName, ...keywords, dept, initialsOf(pinyin)].join('\n');

const initialsOf = (pinyin: string) => pinyin.replace(/(\w)\w*\s?/g, '$1');

const BEFORE = 12;
const AFTER = 24;

function hit({keywords: _keywords, pinyin: _pinyin, summary = '', ...item}: ServiceItem, words: readonly string[]): SearchHit {
  const highlights = marksIn(item.name, words);
  const isByName = words.every((word) => namesOf({...item, keywords: _keywords, pinyin: _pinyin}).includes(word));
  if (isByName) return {item, highlights, by: highlights.length > 0 ? 'name' : 'keyword'};
  const at = Math.max(0, ...words.map((word) => summary.indexOf(word)));
  const text = summary.slice(Math.max(0, at - BEFORE), at + AFTER);
  return {item, highlights, by: 'text', snippet: {text, highlights: marksIn(text, words)}};
}

function marksIn(text: string, words: readonly string[]): Highlight[] {
  const marks = words.map((word): Highlight => [text.indexOf(word), word.length]).filter(([start]) => start >= 0);
  return marks.sort(([a], [b]) => a - b);
}

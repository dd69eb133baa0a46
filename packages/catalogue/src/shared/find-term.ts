import type {Highlight} from '@tongban/domain/guide/search.js';
import {matchPinyin} from './match-pinyin.js';
import {syllableSpans, type IndexedItem} from './search-index.js';

/** Best first; where names begin with the term they come before names that hold it. */
export const FIELDS = ['namePrefix', 'name', 'plainName', 'keyword', 'pinyin', 'dept'] as const;
export type Field = (typeof FIELDS)[number];

export interface Found {
  readonly field: Field;
  readonly highlights: readonly Highlight[];
}

/** Where a term is found in one piece, best field first. */
export function findTerm(entry: IndexedItem, term: string): Found | undefined {
  const {name, plainName, keywords, dept} = entry;
  const at = name.text.indexOf(term);
  if (at >= 0) return {field: at === 0 ? 'namePrefix' : 'name', highlights: [span(entry, at, term.length)]};
  if (plainName.includes(term)) return {field: 'plainName', highlights: []};
  if (keywords.some((word) => word.includes(term))) return {field: 'keyword', highlights: []};
  return findPinyin(entry, term) ?? (dept.includes(term) ? {field: 'dept', highlights: []} : undefined);
}

function findPinyin({item, pinyin}: IndexedItem, term: string): Found | undefined {
  if (!/^[a-z]+$/.test(term)) return undefined;
  for (const [which, syllables] of pinyin.entries()) {
    const match = matchPinyin(term, syllables);
    if (!match) continue;
    const spans = which === 0 ? syllableSpans(item.name) : [];
    const first = spans[match.start];
    const last = spans[match.start + match.count - 1];
    const fits = spans.length === syllables.length && first && last;
    return {field: 'pinyin', highlights: fits ? [[first.start, last.start + last.length - first.start]] : []};
  }
  return undefined;
}

/** Chinese terms with gaps too, sign by sign in order; others as in `findTerm`. */
export function findScattered(entry: IndexedItem, term: string): Found | undefined {
  if (!/^\p{Script=Han}{2,}$/u.test(term)) return findTerm(entry, term);
  const places = placesInOrder(entry.name.text, term);
  if (places) return {field: 'name', highlights: places.map((at) => span(entry, at, 1))};
  return placesInOrder(entry.plainName, term) ? {field: 'plainName', highlights: []} : undefined;
}

/** Where the signs of a term stand in a text, one after the other. */
function placesInOrder(text: string, term: string): number[] | undefined {
  const places: number[] = [];
  let from = 0;
  for (const sign of term) {
    const at = text.indexOf(sign, from);
    if (at < 0) return undefined;
    places.push(at);
    from = at + sign.length;
  }
  return places;
}

/** A stretch of the normalised name as a stretch of the name itself. */
function span({item, name}: IndexedItem, at: number, length: number): Highlight {
  const start = name.from[at] ?? 0;
  const last = name.from[at + length - 1] ?? start;
  const lastSign = item.name.codePointAt(last) ?? 0;
  return [start, last - start + (lastSign > 0xffff ? 2 : 1)];
}

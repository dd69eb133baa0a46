import type {Highlight, SearchHit} from '@tongban/domain/guide/search.js';
import type {ItemHead} from '@tongban/domain/guide/service-item.js';
import type {ExpandedTerm} from '../expand.js';
import {foldWithPlaces, type Folded} from '../fold.js';
import {itemAt} from '../head/item-at.js';
import {syllableSpans} from '../head/syllable-signs.js';
import {readText} from '../head/readings.js';
import type {LayerHead} from '../layer-head.js';
import {merged, stretch} from './highlights.js';
import {fieldOf} from './levels.js';
import {letterMatcher} from './match-letters.js';
import {placesInOrder} from './scattered.js';
import {snippetOf} from './snippet.js';
import {SyllableNames, syllableTable} from './syllable-table.js';

export interface Shown {
  readonly head: LayerHead;
  readonly ordinal: number;
  /** Level of the best field. */
  readonly best: number;
  readonly terms: readonly ExpandedTerm[];
  readonly scattered: boolean;
  /** The item's text, when the query read it. */
  readonly text: string | undefined;
}

/** A hit as it is shown: what the item is, what matched, and where. */
export function showHit({head, ordinal, best, terms, scattered, text}: Shown): SearchHit {
  const {keywords: _, pinyin: __, ...item} = itemAt(head, ordinal);
  const name = foldWithPlaces(item.name);
  const field = fieldOf(best);
  const inName = terms.map((term) => nameHighlights(head, ordinal, item, name, term, scattered));
  const elsewhere = terms.filter((term, at) => inName[at]?.length === 0);
  const snippet = text === undefined ? undefined : snippetOf(text, elsewhere, terms);
  return {
    item,
    highlights: merged(inName.flat()),
    by: field === 'namePrefix' ? 'name' : field,
    ...(snippet && {snippet}),
  };
}

function nameHighlights(
  head: LayerHead,
  ordinal: number,
  item: ItemHead,
  name: Folded,
  term: ExpandedTerm,
  scattered: boolean,
): Highlight[] {
  for (const spelling of term.spellings) {
    const at = name.text.indexOf(spelling);
    if (at >= 0) return [stretch(item.name, name, at, spelling.length)];
  }
  if (term.letters !== undefined) return spokenHighlight(head, ordinal, item, term.letters);
  if (!scattered) return [];
  const places = term.spellings
    .map((spelling) => placesInOrder(name.text, spelling))
    .find((found) => found !== undefined);
  return (places ?? []).map((at) => stretch(item.name, name, at, 1));
}

function spokenHighlight(head: LayerHead, ordinal: number, item: ItemHead, letters: string): Highlight[] {
  const entry = head.items.entry[ordinal] ?? 0;
  if (head.entries.pinyin[entry] !== 0) return [];
  const names = new SyllableNames();
  const syllables = readText(head.readings, head.names.first + (head.entries.name[entry] ?? 0), item.name);
  const table = syllableTable(1, names, () => syllables);
  const match = letterMatcher(letters, names.names).find(table, 0, table.syllables.length);
  const spans = syllableSpans(item.name);
  const [first, last] = match && spans.length === syllables.length ? [spans[match.start], spans[match.end - 1]] : [];
  return first && last ? [[first.start, last.start + last.length - first.start]] : [];
}

import type {Highlight, SearchHit} from '@tongban/domain/guide/search.js';
import type {ExpandedTerm} from '../expand.js';
import {foldWithPlaces} from '../fold.js';
import {merged, stretch} from './highlights.js';

/** Signs shown before the place that matched, and in all. */
const BEFORE = 12;
const SHOWN = 60;

/**
 * The place of a text where one of `wanted` stands first, with all terms in it marked. Nothing where none does: then the text is not
 * why the item was found.
 */
export function snippetOf(
  text: string,
  wanted: readonly ExpandedTerm[],
  terms: readonly ExpandedTerm[],
): SearchHit['snippet'] {
  const folded = foldWithPlaces(text);
  const places = wanted.flatMap(({spellings}) =>
    spellings.map((spelling) => folded.text.indexOf(spelling)).filter((at) => at >= 0),
  );
  if (places.length === 0) return undefined;
  const at = folded.from[Math.min(...places)] ?? 0;
  const start = at <= BEFORE ? 0 : wholeSign(text, at - BEFORE);
  const end = start + SHOWN >= text.length ? text.length : wholeSign(text, start + SHOWN);
  const lead = start > 0 ? '…' : '';
  const highlights: Highlight[] = [];
  for (const {spellings} of terms) {
    for (const spelling of spellings) {
      for (let found = folded.text.indexOf(spelling); found >= 0; found = folded.text.indexOf(spelling, found + 1)) {
        const [from, length] = stretch(text, folded, found, spelling.length);
        if (from >= start && from + length <= end) highlights.push([from - start + lead.length, length]);
      }
    }
  }
  return {text: `${lead}${text.slice(start, end)}${end < text.length ? '…' : ''}`, highlights: merged(highlights)};
}

/** Not in the middle of a sign of two units. */
function wholeSign(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit < 0xe000 ? at - 1 : at;
}

import type {ExpandedTerm} from '../expand.js';
import {syllableSigns} from '../head/syllable-signs.js';
import type {TextRange} from '../layer-head.js';
import type {LayerIndex} from './layer-index.js';
import {MOST_LETTERS, slipMatcher, soundOf} from './letters-with-slip.js';
import {NONE} from './levels.js';
import type {SyllableTable} from './syllable-table.js';
import {termLevels} from './term-levels.js';

const MOST_SUGGESTIONS = 5;
/** Fewer letters sound like too much. */
const FEWEST_LETTERS = 4;

interface Guess {
  readonly text: string;
  readonly slips: number;
  /** Whether it is a whole name or keyword, not a part of one. */
  isWhole: boolean;
  times: number;
}

/**
 * What somebody may have meant whose query finds little or nothing: the first term that nothing has, else the first in letters, is
 * exchanged for names and keywords, or parts of names, that sound like it. A term in Chinese is taken by its sound, too (公积今). Best
 * first.
 */
export function suggest(indexes: readonly LayerIndex[], terms: readonly ExpandedTerm[]): string[] {
  const nowhere = terms.findIndex((term) => indexes.every((index) => isNowhere(index, term)));
  const at = nowhere >= 0 ? nowhere : terms.findIndex(({letters = ''}) => letters.length >= FEWEST_LETTERS);
  const term = terms[at];
  if (!term) return [];
  const guesses = new Map<string, Guess>();
  for (const index of indexes) {
    const sound = soundOf(lettersOf(index, term)).slice(0, MOST_LETTERS);
    if (sound.length >= FEWEST_LETTERS) guess(index, sound, guesses);
  }
  return [...guesses.values()]
    .filter(({text, isWhole, times}) => isWhole || text.length > 2 || times > 1)
    .sort(
      (a, b) =>
        a.slips - b.slips ||
        Number(b.isWhole) - Number(a.isWhole) ||
        b.times - a.times ||
        a.text.length - b.text.length ||
        (a.text < b.text ? -1 : 1),
    )
    .slice(0, MOST_SUGGESTIONS)
    .map(({text}) => terms.map((other, place) => (place === at ? text : (other.spellings[0] ?? ''))).join(' '));
}

function isNowhere(index: LayerIndex, term: ExpandedTerm): boolean {
  const {entries, depts, regions} = termLevels(index, term);
  return [entries, depts, regions].every((levels) => levels.every((level) => level === NONE));
}

/** What was typed as letters; nothing where a sign's reading is not known. */
function lettersOf({head: {readings}}: LayerIndex, {letters, spellings: [typed = '']}: ExpandedTerm): string {
  if (letters !== undefined) return letters;
  const spoken = [...typed].map((sign) => readings.syllables[readings.usual.get(sign) ?? -1]);
  return spoken.every((syllable) => syllable !== undefined) ? spoken.join('') : '';
}

function guess(index: LayerIndex, sound: string, guesses: Map<string, Guess>): void {
  const {syllables, names, plainNames, words} = index.spoken();
  const match = slipMatcher(sound, syllables);
  const look = (table: SyllableTable, range: TextRange) => {
    for (let at = 0; at < table.count; at++) {
      const found = match(table, at);
      if (!found) continue;
      const signs = syllableSigns(index.head.texts.text(range.first + at));
      const text = signs.slice(found.start, found.end).join('');
      const isWhole = found.end - found.start === signs.length;
      const known = guesses.get(text);
      if (!known) guesses.set(text, {text, slips: found.slips, isWhole, times: 1});
      else {
        known.isWhole ||= isWhole;
        known.times++;
      }
    }
  };
  look(words, index.head.words);
  look(plainNames, index.head.plainNames);
  look(names, index.head.names);
}

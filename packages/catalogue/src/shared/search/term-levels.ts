import type {ExpandedTerm} from '../expand.js';
import {eachWith, type FoldedTable} from './folded-table.js';
import type {LayerIndex} from './layer-index.js';
import {levelOf, NONE} from './levels.js';
import {letterMatcher, type LetterMatcher} from './match-letters.js';
import {isScatterable, placesInOrder} from './scattered.js';
import type {SyllableTable} from './syllable-table.js';

/** How well one term does in a layer's short columns: per entry, per office and per region, `NONE` where it is not found. */
export interface TermLevels {
  readonly entries: Uint8Array;
  readonly depts: Uint8Array;
  readonly regions: Uint8Array;
}

/** @param scattered Chinese terms are looked for sign by sign, in order and with gaps, in names and everyday names */
export function termLevels(index: LayerIndex, term: ExpandedTerm, scattered = false): TermLevels {
  const {entries} = index.head;
  const names = noLevels(index.names.count);
  const plainNames = noLevels(index.plainNames.count);
  const words = noLevels(index.words.count);
  const themes = noLevels(index.themes.count);
  const depts = noLevels(index.depts.count);
  const regions = noLevels(index.regions.count);
  for (const [at, spelling] of term.spellings.entries()) {
    const typed = at === 0;
    if (scattered && isScatterable(spelling)) {
      markScattered(index.names, spelling, names, levelOf('name', typed));
      markScattered(index.plainNames, spelling, plainNames, levelOf('plainName', typed));
      continue;
    }
    mark(index.names, spelling, names, levelOf('name', typed), levelOf('namePrefix', typed));
    mark(index.plainNames, spelling, plainNames, levelOf('plainName', typed));
    mark(index.words, spelling, words, levelOf('keyword', typed));
    mark(index.themes, spelling, themes, levelOf('keyword', typed));
    mark(index.depts, spelling, depts, levelOf('dept', typed));
    mark(index.regions, spelling, regions, levelOf('dept', typed));
  }
  const lists = listLevels(index, words);
  const spoken = term.letters === undefined ? undefined : spokenLevels(index, term.letters);

  const levels = new Uint8Array(entries.count);
  for (let entry = 0; entry < entries.count; entry++) {
    let best = Math.min(names[entries.name[entry] ?? 0] ?? NONE, lists[entries.wordList[entry] ?? 0] ?? NONE);
    const plainName = entries.plainName[entry] ?? 0;
    if (plainName > 0) best = Math.min(best, plainNames[plainName - 1] ?? NONE);
    if (entries.derived[entry] === 1) best = Math.min(best, themes[entries.audience[entry] ?? 0] ?? NONE);
    if (spoken && best > SPOKEN && isSpoken(index, spoken, entry)) best = SPOKEN;
    levels[entry] = best;
  }
  return {entries: levels, depts, regions};
}

const SPOKEN = levelOf('pinyin', true);

const noLevels = (count: number) => new Uint8Array(count).fill(NONE);

function mark(table: FoldedTable, spelling: string, levels: Uint8Array, level: number, atStart = level): void {
  eachWith(table, spelling, (place, isStart) => {
    levels[place] = Math.min(levels[place] ?? NONE, isStart ? atStart : level);
  });
}

function markScattered(table: FoldedTable, spelling: string, levels: Uint8Array, level: number): void {
  const [first = ''] = spelling;
  eachWith(table, first, (place) => {
    if (placesInOrder(table.text.slice(table.starts[place], table.starts[place + 1]), spelling))
      levels[place] = Math.min(levels[place] ?? NONE, level);
  });
}

function listLevels({head: {wordStarts, wordsOf}}: LayerIndex, words: Uint8Array): Uint8Array {
  const lists = noLevels(wordStarts.length - 1);
  for (let list = 0; list < lists.length; list++) {
    for (let at = wordStarts[list] ?? 0; at < (wordStarts[list + 1] ?? 0); at++)
      lists[list] = Math.min(lists[list] ?? NONE, words[wordsOf[at] ?? 0] ?? NONE);
  }
  return lists;
}

/** Which names are spoken so: 1 where they are. */
interface Spoken {
  readonly names: Uint8Array;
  readonly plainNames: Uint8Array;
  readonly spelled: Uint8Array;
}

function spokenLevels(index: LayerIndex, letters: string): Spoken {
  const {syllables, names, plainNames, spelled} = index.spoken();
  const matcher = letterMatcher(letters, syllables);
  return {
    names: allSpoken(matcher, names),
    plainNames: allSpoken(matcher, plainNames),
    spelled: allSpoken(matcher, spelled),
  };
}

function allSpoken(matcher: LetterMatcher, table: SyllableTable): Uint8Array {
  const found = new Uint8Array(table.count);
  for (let at = 0; at < table.count; at++)
    if (matcher.find(table, table.starts[at] ?? 0, table.starts[at + 1] ?? 0)) found[at] = 1;
  return found;
}

function isSpoken(index: LayerIndex, {names, plainNames, spelled}: Spoken, entry: number): boolean {
  const {entries} = index.head;
  const how = entries.pinyin[entry] ?? 0;
  if (how === 0) return names[entries.name[entry] ?? 0] === 1 || plainNames[(entries.plainName[entry] ?? 0) - 1] === 1;
  if (how === 1) return false;
  const {spelledStarts} = index.spoken();
  return spelled.subarray(spelledStarts[how - 2], spelledStarts[how - 1]).includes(1);
}

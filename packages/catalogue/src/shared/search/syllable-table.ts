import {isRead, syllableSigns} from '../head/syllable-signs.js';
import {readText} from '../head/readings.js';
import type {LayerHead, TextRange} from '../layer-head.js';

/** How strings are read aloud: the syllables of all, one behind the other. */
export interface SyllableTable {
  readonly count: number;
  /** Places in `SyllableNames.names`. */
  readonly syllables: Uint16Array;
  readonly starts: Uint32Array;
}

/** Syllables by number, for all tables of a layer. */
export class SyllableNames {
  readonly names: string[] = [];
  readonly #numbers = new Map<string, number>();

  of(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}

/** @param read gives the syllables of each place */
export function syllableTable(
  count: number,
  names: SyllableNames,
  read: (at: number) => readonly string[],
): SyllableTable {
  const starts = new Uint32Array(count + 1);
  const syllables: number[] = [];
  for (let at = 0; at < count; at++) {
    for (const syllable of read(at)) if (syllable !== '') syllables.push(names.of(syllable));
    starts[at + 1] = syllables.length;
  }
  return {count, syllables: Uint16Array.from(syllables), starts};
}

/** In place of a sign that is not read by itself: a letter, a digit, or one that has no usual reading. */
const BY_ITS_TEXT = 0xffff;

/** The syllables of some texts of a head: most at once by the phrases they are made of, the others one by one. */
export function rangeReader({texts, readings}: LayerHead, names: SyllableNames): (range: TextRange) => SyllableTable {
  const exchange = texts.exchanged((sign) => {
    const signs = syllableSigns(sign);
    if (signs.length === 0) return [];
    const syllable = readings.syllables[readings.usual.get(sign) ?? -1] ?? '';
    return signs[0] === sign && isRead(sign) && syllable !== '' ? [names.of(syllable)] : [BY_ITS_TEXT];
  });
  return ({first, count}) => {
    const rough = exchange(first, count);
    const oneByOne = new Map<number, number[]>();
    let more = 0;
    for (let at = 0; at < count; at++) {
      const row = rough.values.subarray(rough.starts[at], rough.starts[at + 1]);
      if (!readings.unusual.has(first + at) && !row.includes(BY_ITS_TEXT)) continue;
      const read = readText(readings, first + at, texts.text(first + at)).filter((syllable) => syllable !== '');
      oneByOne.set(
        at,
        read.map((syllable) => names.of(syllable)),
      );
      more += read.length - row.length;
    }
    const syllables = new Uint16Array(rough.values.length + more);
    const starts = new Uint32Array(count + 1);
    for (let at = 0; at < count; at++) {
      const row = oneByOne.get(at) ?? rough.values.subarray(rough.starts[at], rough.starts[at + 1]);
      syllables.set(row, starts[at]);
      starts[at + 1] = (starts[at] ?? 0) + row.length;
    }
    return {count, syllables, starts};
  };
}

import {isRead, syllableSigns} from '../head/syllable-signs.js';
import {readText, type Readings} from '../head/readings.js';

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

/** Reads texts of signs that are each read alone faster than `readText`, by their pieces. */
export function quickReader(readings: Readings): (id: number, text: string) => readonly string[] {
  const {syllables, usual, unusual} = readings;
  const known = new Map<string, string | undefined>();
  const syllableOf = (sign: string) => {
    if (!known.has(sign))
      known.set(sign, isRead(sign) && syllableSigns(sign)[0] === sign ? syllables[usual.get(sign) ?? -1] : undefined);
    return known.get(sign);
  };
  return (id, text) => {
    if (unusual.has(id)) return readText(readings, id, text);
    const read: string[] = [];
    for (const sign of text) {
      const syllable = syllableOf(sign);
      if (syllable === undefined) return readText(readings, id, text);
      read.push(syllable);
    }
    return read;
  };
}

import type {SyllableTable} from './syllable-table.js';

/**
 * Letters as those hear them who do not tell zh from z, ng from n, or l from n. What sounds alike becomes equal; what ends a syllable
 * (`ng`) is not taken for what begins the next (`n` and `g`).
 */
export const soundOf = (letters: string): string =>
  letters
    .replace(/([zcs])h/g, '$1')
    .replace(/ng(?![aeiouv])/g, 'n')
    .replace(/n/g, 'l');

/** Syllables that sound like what was typed but for one slip at most: a letter missing, too many, wrong, or two exchanged. */
export interface SlipMatch {
  readonly start: number;
  readonly end: number;
  readonly slips: 0 | 1;
}

/** Positions in the letters fit a bit each. */
export const MOST_LETTERS = 30;

/**
 * Finds letters with a slip in rows of syllables, whole syllables only (Wu and Manber, "Fast text searching allowing errors", 1992,
 * with exchanged neighbours).
 *
 * @param sound of what was typed, 30 letters at most
 */
export function slipMatcher(
  sound: string,
  syllableNames: readonly string[],
): (table: SyllableTable, at: number) => SlipMatch | undefined {
  const masks = new Uint32Array(128);
  for (let at = 0; at < sound.length; at++)
    masks[sound.charCodeAt(at) & 127] = (masks[sound.charCodeAt(at) & 127] ?? 0) | (2 << at);
  const end = 1 << sound.length;
  const sounds = syllableNames.map(soundOf);
  const canStart = Uint8Array.from(sounds, (each) => (each.charAt(0) === sound.charAt(0) ? 1 : 0));

  function from(table: SyllableTable, start: number, to: number): SlipMatch | undefined {
    let [exact, slipped, before, last] = [1, 3, 0, 0];
    let found: SlipMatch | undefined;
    for (let at = start; at < to && (exact | slipped) !== 0; at++) {
      const letters = sounds[table.syllables[at] ?? 0] ?? '';
      for (let letter = 0; letter < letters.length; letter++) {
        const mask = masks[letters.charCodeAt(letter) & 127] ?? 0;
        const next = (exact << 1) & mask;
        const exchanged = (((before << 1) & mask) << 1) & last;
        slipped = ((slipped << 1) & mask) | exact | (exact << 1) | (next << 1) | exchanged;
        [before, last, exact] = [exact, mask, next];
      }
      if ((exact & end) !== 0) return {start, end: at + 1, slips: 0};
      if (!found && (slipped & end) !== 0) found = {start, end: at + 1, slips: 1};
    }
    return found;
  }

  return (table, row) => {
    const to = table.starts[row + 1] ?? 0;
    let best: SlipMatch | undefined;
    for (let start = table.starts[row] ?? 0; start < to && best?.slips !== 0; start++) {
      if (canStart[table.syllables[start] ?? 0] === 0) continue;
      const found = from(table, start, to);
      if (found && (!best || found.slips < best.slips)) best = found;
    }
    return best && {...best, start: best.start - (table.starts[row] ?? 0), end: best.end - (table.starts[row] ?? 0)};
  };
}

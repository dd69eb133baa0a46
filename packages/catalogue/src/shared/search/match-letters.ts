import type {SyllableTable} from './syllable-table.js';

/** Syllables from `start` up to `end` (places in the table) that give all letters. */
export interface LetterMatch {
  readonly start: number;
  readonly end: number;
}

/** Finds letters in rows of syllables: 'tuixiu', 'tx' and 'tuix' all find tui-xiu. The work grows with letters, not with the ways to divide them. */
export interface LetterMatcher {
  /** The first match between two places of a table, with the fewest syllables. */
  find(table: SyllableTable, from: number, to: number): LetterMatch | undefined;
}

/** Positions in the letters fit a bit each. */
const MOST_LETTERS = 30;

export function letterMatcher(letters: string, syllableNames: readonly string[]): LetterMatcher {
  const wanted = letters.slice(0, MOST_LETTERS);
  const rest = letters.slice(MOST_LETTERS);
  const width = wanted.length + 1;
  // Per syllable and position: the positions that all of the syllable, or its beginning, leads to.
  const steps = new Uint32Array(syllableNames.length * width);
  for (const [syllable, name] of syllableNames.entries()) {
    for (let position = 0; position < wanted.length; position++) {
      let bits = 0;
      for (
        let length = 1;
        length <= name.length && wanted.charAt(position + length - 1) === name.charAt(length - 1);
        length++
      )
        bits |= 1 << (position + length);
      steps[syllable * width + position] = bits;
    }
  }
  const end = 1 << wanted.length;

  function endFrom(syllables: Uint16Array, start: number, to: number): number {
    let reached = 1;
    for (let at = start; at < to && reached !== 0; at++) {
      let next = 0;
      const row = (syllables[at] ?? 0) * width;
      for (let bits = reached; bits !== 0; bits &= bits - 1) next |= steps[row + 31 - Math.clz32(bits & -bits)] ?? 0;
      if ((next & end) !== 0) return at + 1;
      reached = next;
    }
    return -1;
  }

  return {
    find({syllables}, from, to) {
      for (let start = from; start < to; start++) {
        if (steps[(syllables[start] ?? 0) * width] === 0) continue;
        const found = endFrom(syllables, start, to);
        if (found >= 0 && rest === '') return {start, end: found};
        if (found >= 0) {
          const whole = slowly(
            letters,
            Array.from(syllables.subarray(start, to), (syllable) => syllableNames[syllable] ?? ''),
          );
          if (whole > 0) return {start, end: start + whole};
        }
      }
      return undefined;
    },
  };
}

/** How many syllables give all letters, however many they are; 0 where they do not. */
function slowly(letters: string, syllables: readonly string[]): number {
  let reached = new Set([0]);
  for (const [at, syllable] of syllables.entries()) {
    const next = new Set<number>();
    for (const position of reached) {
      for (
        let length = 1;
        length <= syllable.length && letters.charAt(position + length - 1) === syllable.charAt(length - 1);
        length++
      )
        next.add(position + length);
    }
    if (next.has(letters.length)) return at + 1;
    reached = next;
  }
  return 0;
}

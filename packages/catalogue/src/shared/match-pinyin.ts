/** How far syllables were used up: from `start`, `count` of them. */
export interface SyllableMatch {
  readonly start: number;
  readonly count: number;
}

/**
 * Finds letters in a row of syllables, each syllable giving all of itself or its beginning: 'tuixiu', 'tx' and 'tuix' all find
 * tui-xiu. The first place where it can be found; at a place, with the fewest syllables.
 */
export function matchPinyin(letters: string, syllables: readonly string[]): SyllableMatch | undefined {
  for (let start = 0; start < syllables.length; start++) {
    if (syllables[start]?.charAt(0) !== letters.charAt(0)) continue;
    const count = syllablesUsed(letters, syllables, start);
    if (count !== undefined) return {start, count};
  }
  return undefined;
}

/** Walks all ways to divide the letters at once: `reached` are the positions that the syllables so far can have led to. */
function syllablesUsed(letters: string, syllables: readonly string[], start: number): number | undefined {
  let reached = new Set([0]);
  for (let at = start; at < syllables.length && reached.size > 0; at++) {
    const syllable = syllables[at] ?? '';
    const next = new Set<number>();
    for (const position of reached) {
      for (
        let length = 1;
        length <= syllable.length && letters.startsWith(syllable.slice(0, length), position);
        length++
      ) {
        next.add(position + length);
      }
    }
    if (next.has(letters.length)) return at - start + 1;
    reached = next;
  }
  return undefined;
}

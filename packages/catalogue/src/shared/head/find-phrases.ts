/** Texts as rows of numbers: 0 ends a text, then come the signs, then the phrases. */
export interface Phrased {
  /** The signs, numbered from 1. */
  readonly signs: readonly string[];
  /** Two numbers for each phrase: what it consists of. Numbered on from the signs. */
  readonly phrases: readonly number[];
  readonly row: Uint32Array;
}

/** A pair that stands fewer times costs more as a phrase than it saves. */
const WORTHWHILE = 5;
/** Phrases of one round, as a share of all found so far: fewer are better and slower. */
const ROUND = 0.12;
const MOST_NUMBERS = 0xffff;

/**
 * Writes texts with a vocabulary of their own: again and again the pairs that stand most often become one number each (Larsson and
 * Moffat, "Off-line dictionary-based compression", 1999, several pairs at a time). Item names are made of some thousand phrases;
 * this takes a third of what deflate makes of them.
 */
export function findPhrases(texts: readonly string[]): Phrased {
  const signs = [...new Set(texts.flatMap((text) => [...text]))];
  const numbers = new Map(signs.map((sign, at) => [sign, at + 1]));
  let row = Uint32Array.from(texts.flatMap((text) => [...[...text].map((sign) => numbers.get(sign) ?? 0), 0]));
  const phrases: number[] = [];
  for (;;) {
    const next = signs.length + 1 + phrases.length / 2;
    const most = Math.min(64 + Math.floor((phrases.length / 2) * ROUND), MOST_NUMBERS - next);
    // In the order of their first halves, which deflate takes for next to nothing.
    const chosen = frequentPairs(row)
      .slice(0, Math.max(most, 0))
      .sort((a, b) => a - b);
    if (chosen.length === 0) return {signs, phrases, row};
    row = withPhrases(row, new Map(chosen.map((pair, at) => [pair, next + at])));
    for (const pair of chosen) phrases.push(Math.floor(pair / PAIR), pair % PAIR);
  }
}

/** Above every number, as there are not that many signs. */
const PAIR = 0x200000;

/** Pairs worth a phrase, most frequent first. */
function frequentPairs(row: Uint32Array): number[] {
  const counts = new Map<number, number>();
  let before = 0;
  for (const number of row) {
    if (before !== 0 && number !== 0) counts.set(before * PAIR + number, (counts.get(before * PAIR + number) ?? 0) + 1);
    before = number;
  }
  return [...counts]
    .filter(([, count]) => count >= WORTHWHILE)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .map(([pair]) => pair);
}

function withPhrases(row: Uint32Array, phrases: ReadonlyMap<number, number>): Uint32Array<ArrayBuffer> {
  const shorter = new Uint32Array(row.length);
  let length = 0;
  for (let at = 0; at < row.length; at++) {
    const number = row[at] ?? 0;
    const phrase = phrases.get(number * PAIR + (row[at + 1] ?? 0));
    shorter[length++] = phrase ?? number;
    if (phrase !== undefined) at++;
  }
  return shorter.slice(0, length);
}

/** Strings of one kind as they are compared: one long string with a line break behind each, which folded text has none of. */
export interface FoldedTable {
  readonly count: number;
  readonly text: string;
  /** Where each string begins, and after the last where they end. */
  readonly starts: Uint32Array;
}

/** @param folded gives the string of each place, folded */
export function foldedTable(count: number, folded: (at: number) => string): FoldedTable {
  const starts = new Uint32Array(count + 1);
  const chunks: string[] = [];
  let chunk = '';
  let length = 0;
  for (let at = 0; at < count; at++) {
    chunk += `${folded(at)}\n`;
    starts[at + 1] = length + chunk.length;
    if (chunk.length < CHUNK) continue;
    chunks.push(chunk);
    length += chunk.length;
    chunk = '';
  }
  return {count, text: [...chunks, chunk].join(''), starts};
}

/** Units that are put together before they are copied: one string of a million joints would be slow to search the first time. */
const CHUNK = 10_000;

/** Calls `found` with each string that includes `spelling`, and whether it begins with it. */
export function eachWith(
  {text, starts}: Pick<FoldedTable, 'text' | 'starts'>,
  spelling: string,
  found: (place: number, isStart: boolean) => void,
): void {
  let place = 0;
  for (let at = text.indexOf(spelling); at >= 0;) {
    place = placeOf(starts, at, place);
    found(place, at === starts[place]);
    at = text.indexOf(spelling, starts[place + 1]);
  }
}

/** The string that unit `at` belongs to, which is not before `from`: near ones are tried first. */
export function placeOf(starts: Uint32Array, at: number, from: number): number {
  let step = 1;
  let low = from;
  while ((starts[low + step] ?? Number.POSITIVE_INFINITY) <= at) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, starts.length - 1);
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return low;
}

import type {Highlight} from '@tongban/domain/guide/search.js';
import type {Folded} from '../fold.js';

/** A stretch of a folded text as a stretch of the text itself. */
export function stretch(original: string, {from}: Folded, at: number, length: number): Highlight {
  const start = from[at] ?? 0;
  const last = from[at + length - 1] ?? start;
  return [start, last - start + ((original.codePointAt(last) ?? 0) > 0xffff ? 2 : 1)];
}

/** In order, without overlaps; neighbours become one. */
export function merged(highlights: readonly Highlight[]): Highlight[] {
  const result: [number, number][] = [];
  for (const [start, length] of [...highlights].sort((a, b) => a[0] - b[0])) {
    const last = result[result.length - 1];
    if (last && start <= last[0] + last[1]) last[1] = Math.max(last[1], start + length - last[0]);
    else result.push([start, length]);
  }
  return result;
}

/** Where in a text something stands; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A text that is no whole JSON list, from this place on. */
export class BrokenList extends Error {
  readonly place: Place;

  constructor(place: Place, cause?: unknown) {
    super('not a whole JSON list', {cause});
    this.place = place;
  }
}

/**
 * The elements of a JSON list whose text comes in pieces, each as soon as it is whole: a list of 100 MB is never in memory at once.
 *
 * @throws BrokenList
 */
export async function* listElements(pieces: AsyncIterable<string>): AsyncGenerator<unknown> {
  let text = '';
  let at = 0; // May lie one beyond the text: behind an escape whose sign comes with the next piece.
  let [line, column] = [1, 1];
  let [depth, count] = [0, 0];
  let [isString, isOver] = [false, false];

  /** Goes past the first `length` signs. */
  const pass = (length: number) => {
    const lines = text.slice(0, length).split('\n');
    column = lines.length > 1 ? (lines[lines.length - 1] ?? '').length + 1 : column + length;
    line += lines.length - 1;
    text = text.slice(length);
    at = -1;
  };
  const broken = (cause?: unknown) => {
    pass(text.length - text.trimStart().length);
    return new BrokenList({line, column}, cause);
  };
  const element = (): unknown => {
    try {
      return JSON.parse(text.slice(0, at));
    } catch (cause) {
      throw broken(cause);
    }
  };

  for await (const piece of pieces) {
    text += piece;
    for (; at < text.length; at++) {
      const sign = text[at];
      if (isString) {
        if (sign === '\\') at += 1;
        else if (sign === '"') isString = false;
      } else if (sign === '"') {
        isString = true;
      } else if (sign === '[' || sign === '{') {
        depth += 1;
        if (depth > 1) continue;
        if (isOver || sign === '{' || text.slice(0, at).trim() !== '') throw broken();
        pass(at + 1);
      } else if (depth > 1) {
        if (sign === ']' || sign === '}') depth -= 1;
      } else if (depth === 1 && (sign === ',' || sign === ']')) {
        isOver = sign === ']';
        if (isOver) depth = 0;
        const isEmptyList = isOver && count === 0 && text.slice(0, at).trim() === '';
        if (!isEmptyList) yield element();
        count += 1;
        pass(at + 1);
      }
    }
  }
  if (!isOver || text.trim() !== '') throw broken();
}

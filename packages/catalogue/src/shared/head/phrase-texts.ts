import {TbError} from '@tongban/domain/errors.js';
import type {ByteReader, Column} from '../bytes/byte-reader.js';
import type {ByteWriter} from '../bytes/byte-writer.js';
import {Codes} from '../bytes/codes.js';
import {findPhrases} from './find-phrases.js';

/** Many short texts, kept as the phrases they are made of and put together when asked for. */
export class PhraseTexts {
  readonly #row: Column;
  /** Where each text begins in the row. */
  readonly #starts: Uint32Array;
  /** What each number of the row stands for. */
  readonly #pieces: Codes;

  constructor(pieces: readonly string[], row: Column, starts: Uint32Array) {
    this.#pieces = new Codes(pieces);
    this.#row = row;
    this.#starts = starts;
  }

  get count(): number {
    return this.#starts.length - 1;
  }

  text(at: number): string {
    return this.#joined(at, (number) => this.#pieces.at(number));
  }

  /** Some of the texts with each piece of them changed by `change`, which must do the same to a text as to its pieces. */
  changed(change: (piece: string) => string): (at: number) => string {
    const pieces = Array.from({length: this.#pieces.count}, (_, number) => change(this.#pieces.at(number) ?? ''));
    return (at) => this.#joined(at, (number) => pieces[number]);
  }

  #joined(at: number, pieceOf: (number: number) => string | undefined): string {
    const end = (this.#starts[at + 1] ?? 1) - 1;
    let text = '';
    for (let place = this.#starts[at] ?? end; place < end; place++) text += pieceOf(this.#row[place] ?? 0) ?? '';
    return text;
  }
}

export function writeTexts(to: ByteWriter, texts: readonly string[]): void {
  const {signs, phrases, row} = findPhrases(texts);
  to.column(signs.map((sign) => sign.codePointAt(0) ?? 0));
  const lefts = phrases.filter((_, at) => at % 2 === 0);
  to.column(lefts.map((left, at) => upAndDown(left - (lefts[at - 1] ?? 0))));
  to.column(phrases.filter((_, at) => at % 2 === 1));
  to.column(row);
}

/** @throws TbError TB_CATALOGUE_BROKEN */
export function readTexts(from: ByteReader): PhraseTexts {
  const pieces = ['', ...Array.from(from.column(), signOf)];
  const lefts = from.column();
  const rights = from.column();
  let left = 0;
  for (let at = 0; at < lefts.length; at++) {
    left += fromUpAndDown(lefts[at] ?? 0);
    const [first, second] = [pieces[left], pieces[rights[at] ?? 0]];
    if (first === undefined || second === undefined || first.length + second.length > LONGEST)
      throw new TbError('TB_CATALOGUE_BROKEN');
    pieces.push(first + second);
  }
  const row = from.column();
  return new PhraseTexts(pieces, row, startsOf(row, pieces.length));
}

/** A text of an item has at most 300 signs; phrases of phrases that grow beyond this are an attack. */
const LONGEST = 10_000;

function signOf(point: number): string {
  if (point > 0x10ffff) throw new TbError('TB_CATALOGUE_BROKEN');
  return String.fromCodePoint(point);
}

function startsOf(row: Column, numbers: number): Uint32Array {
  let texts = 0;
  for (let at = 0; at < row.length; at++) if (row[at] === 0) texts++;
  const starts = new Uint32Array(texts + 1);
  let text = 0;
  for (let at = 0; at < row.length; at++) {
    const number = row[at] ?? 0;
    if (number >= numbers) throw new TbError('TB_CATALOGUE_BROKEN');
    if (number === 0) starts[++text] = at + 1;
  }
  return starts;
}

/** 0, -1, 1, -2, 2 … as 0, 1, 2, 3, 4 … */
const upAndDown = (value: number) => (value < 0 ? -2 * value - 1 : 2 * value);
const fromUpAndDown = (packed: number) => (packed % 2 === 1 ? -(packed + 1) / 2 : packed / 2);

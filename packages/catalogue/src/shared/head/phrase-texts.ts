import {TbError} from '@tongban/domain/errors.js';
import type {ByteReader, Column} from '../bytes/byte-reader.js';
import type {ByteWriter} from '../bytes/byte-writer.js';
import type {Rows} from '../bytes/units.js';
import {findPhrases} from './find-phrases.js';

/** Stretches of texts, each sign exchanged for some numbers. */
export type Exchange = (first: number, count: number) => Rows;

/** Many short texts, kept as the phrases they are made of and put together when asked for. */
export class PhraseTexts {
  readonly #signs: readonly string[];
  /** What each phrase consists of; they are numbered on from the signs, which begin at 1. */
  readonly #lefts: Uint32Array;
  readonly #rights: Column;
  /** All texts, 0 behind each. */
  readonly #row: Column;
  readonly #starts: Uint32Array;

  /** @throws TbError TB_CATALOGUE_BROKEN for phrases of endless length */
  constructor(signs: readonly string[], lefts: Uint32Array, rights: Column, row: Column) {
    this.#signs = signs;
    this.#lefts = lefts;
    this.#rights = rights;
    this.#row = row;
    this.#starts = startsOf(row, signs.length + 1 + lefts.length);
    this.#pieceStarts(signs.map(({length}) => length));
  }

  get count(): number {
    return this.#starts.length - 1;
  }

  text(at: number): string {
    const end = (this.#starts[at + 1] ?? 1) - 1;
    let text = '';
    for (let place = this.#starts[at] ?? end; place < end; place++) text += this.#piece(this.#row[place] ?? 0);
    return text;
  }

  /**
   * Exchanges each sign for some numbers, the phrases once for all stretches.
   *
   * @param valuesOf is asked once for each different sign
   * @param end stands behind each text
   */
  exchanged(valuesOf: (sign: string) => readonly number[], end: readonly number[] = []): Exchange {
    const pieces = this.#piecesOf(valuesOf);
    return (first, count) => {
      const row = this.#row.subarray(this.#starts[first] ?? 0, this.#starts[first + count] ?? 0);
      let length = count * end.length;
      for (let place = 0; place < row.length; place++) length += lengthAt(pieces, row[place] ?? 0);
      const values = new Uint16Array(length);
      const starts = new Uint32Array(count + 1);
      let [used, text] = [0, 0];
      for (let place = 0; place < row.length; place++) {
        const number = row[place] ?? 0;
        const last = pieces.starts[number + 1] ?? 0;
        for (let at = pieces.starts[number] ?? last; at < last; at++) values[used++] = pieces.values[at] ?? 0;
        if (number !== 0) continue;
        for (const value of end) values[used++] = value;
        starts[++text] = used;
      }
      return {values, starts};
    };
  }

  /** A sign, or a phrase with the phrases in it. */
  #piece(number: number): string {
    const phrase = number - 1 - this.#signs.length;
    if (phrase < 0) return this.#signs[number - 1] ?? '';
    return this.#piece(this.#lefts[phrase] ?? 0) + this.#piece(this.#rights[phrase] ?? 0);
  }

  /** What each number stands for. */
  #piecesOf(valuesOf: (sign: string) => readonly number[]): Rows {
    const ofSigns = this.#signs.map(valuesOf);
    const starts = this.#pieceStarts(ofSigns.map(({length}) => length));
    const [lefts, rights] = [this.#lefts, this.#rights];
    const values = new Uint16Array(starts[starts.length - 1] ?? 0);
    values.set(ofSigns.flat());
    let used = starts[ofSigns.length + 1] ?? 0;
    for (let at = 0; at < lefts.length; at++) {
      used = copied(values, starts, lefts[at] ?? 0, used);
      used = copied(values, starts, rights[at] ?? 0, used);
    }
    return {values, starts};
  }

  /** Where the pieces begin when the signs have these lengths. */
  #pieceStarts(lengths: readonly number[]): Uint32Array {
    const [lefts, rights] = [this.#lefts, this.#rights];
    const starts = new Uint32Array(lengths.length + 2 + lefts.length);
    let number = 1;
    let used = 0;
    for (const length of lengths) starts[++number] = used += length;
    for (let at = 0; at < lefts.length; at++) {
      const [left, right] = [lefts[at] ?? 0, rights[at] ?? 0];
      const length = (starts[left + 1] ?? 0) - (starts[left] ?? 0) + (starts[right + 1] ?? 0) - (starts[right] ?? 0);
      if (length > LONGEST || used > MOST_UNITS) throw new TbError('TB_CATALOGUE_BROKEN');
      starts[++number] = used += length;
    }
    return starts;
  }
}

/** Copies one piece to where the next begins. */
function copied(values: Uint16Array, starts: Uint32Array, number: number, used: number): number {
  const last = starts[number + 1] ?? 0;
  for (let from = starts[number] ?? last; from < last; from++) values[used++] = values[from] ?? 0;
  return used;
}

/** A text of an item has at most 300 signs; phrases of phrases that grow beyond this are an attack. */
const LONGEST = 10_000;
const MOST_UNITS = 20_000_000;

const lengthAt = ({starts}: Pick<Rows, 'starts'>, number: number) => (starts[number + 1] ?? 0) - (starts[number] ?? 0);

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
  const signs = Array.from(from.column(), signOf);
  const steps = from.column();
  const rights = from.column();
  if (rights.length !== steps.length) throw new TbError('TB_CATALOGUE_BROKEN');
  const lefts = new Uint32Array(steps.length);
  let left = 0;
  for (let at = 0; at < lefts.length; at++) {
    left += fromUpAndDown(steps[at] ?? 0);
    const next = signs.length + 1 + at;
    if (left < 1 || left >= next || (rights[at] ?? 0) < 1 || (rights[at] ?? 0) >= next)
      throw new TbError('TB_CATALOGUE_BROKEN');
    lefts[at] = left;
  }
  return new PhraseTexts(signs, lefts, rights, from.column());
}

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

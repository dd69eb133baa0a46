import {TbError} from '@tongban/domain/errors.js';
import type {ByteReader, Column} from './byte-reader.js';
import type {ByteWriter} from './byte-writer.js';

/**
 * Writes strings that are built alike, such as codes: all first units, then all second units. What never changes takes no room that
 * way, and what does change is packed with its like.
 */
export function writeCodes(to: ByteWriter, codes: readonly string[]): void {
  to.column(codes.map(({length}) => length));
  const longest = codes.reduce((most, {length}) => Math.max(most, length), 0);
  for (let place = 0; place < longest; place++) {
    to.column(codes.filter(({length}) => length > place).map((code) => code.charCodeAt(place)));
  }
}

/** Many short strings as they were written, by their units: a page shows few of them, so none is put together before it is asked for. */
export class Codes {
  readonly #lengths: Column;
  /** Per place the units of all codes that are long enough. */
  readonly #units: readonly Column[];
  /** Per place that not every code has, where each code's unit is in the column; made when it is first needed. */
  readonly #ranks = new Map<number, Uint32Array>();

  constructor(lengths: Column, units: readonly Column[]) {
    this.#lengths = lengths;
    this.#units = units;
  }

  get count(): number {
    return this.#lengths.length;
  }

  /** `undefined` where there is none. */
  at(place: number): string | undefined {
    const length = this.#lengths[place];
    if (length === undefined) return undefined;
    const units = this.#units.slice(0, length).map((column, unit) => column[this.#rank(unit, column, place)] ?? 0);
    return String.fromCharCode(...units);
  }

  #rank(unit: number, {length}: Column, place: number): number {
    if (length === this.count) return place;
    const ranks = this.#ranks.get(unit) ?? this.#ranksAt(unit);
    this.#ranks.set(unit, ranks);
    return ranks[place] ?? 0;
  }

  #ranksAt(unit: number): Uint32Array {
    const ranks = new Uint32Array(this.count);
    let rank = 0;
    for (let at = 0; at < ranks.length; at++) {
      ranks[at] = rank;
      if ((this.#lengths[at] ?? 0) > unit) rank++;
    }
    return ranks;
  }
}

/** @throws TbError TB_CATALOGUE_BROKEN */
export function readCodes(from: ByteReader): Codes {
  const lengths = from.column();
  const withLength: number[] = [];
  for (let at = 0; at < lengths.length; at++) {
    const length = lengths[at] ?? 0;
    if (length > LONGEST) throw new TbError('TB_CATALOGUE_BROKEN');
    withLength[length] = (withLength[length] ?? 0) + 1;
  }
  const units: Column[] = [];
  let left = lengths.length - (withLength[0] ?? 0);
  for (let place = 0; left > 0; left -= withLength[++place] ?? 0) {
    const column = from.column();
    if (column.length !== left) throw new TbError('TB_CATALOGUE_BROKEN');
    units.push(column);
  }
  return new Codes(lengths, units);
}

/** No code is longer than its item's name and 80 signs; more is not a list of codes. */
const LONGEST = 1_000;

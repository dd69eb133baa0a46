import {TbError} from '@tongban/domain/errors.js';
import type {Column} from './byte-reader.js';

/** Numbers things by the order in which they first come. */
export class Ids<Thing> {
  readonly things: Thing[] = [];
  readonly #known = new Map<string, number>();
  readonly #keyOf: (thing: Thing) => string;

  constructor(keyOf: (thing: Thing) => string) {
    this.#keyOf = keyOf;
  }

  of(thing: Thing): number {
    const key = this.#keyOf(thing);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, this.things.length);
    return this.things.push(thing) - 1;
  }
}

const NEXT = 0;
const SAME = 1;
const OTHERS = 2;

/**
 * Ids as small numbers: most are new or those of the row before.
 *
 * @param next the first id that is given to a thing: 1 where 0 means none
 */
export function packIds(ids: readonly number[], next = 0): number[] {
  let before = -1;
  return ids.map((id) => {
    const packed = id === next ? NEXT : id === before ? SAME : id + OTHERS;
    if (id === next) next++;
    before = id;
    return packed;
  });
}

/**
 * @param things how many there are, so that no id points beyond them
 * @throws TbError TB_CATALOGUE_BROKEN
 */
export function unpackIds(packed: Column, things: number, next = 0): Column {
  const ids = new (things <= 0x100 ? Uint8Array : things <= 0x10000 ? Uint16Array : Uint32Array)(packed.length);
  let before = -1;
  for (let at = 0; at < packed.length; at++) {
    const value = packed[at] ?? 0;
    const id = value === NEXT ? next++ : value === SAME ? before : value - OTHERS;
    if (id < 0 || id >= things) throw new TbError('TB_CATALOGUE_BROKEN');
    ids[at] = id;
    before = id;
  }
  return ids;
}

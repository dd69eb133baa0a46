import {TbError} from '@tongban/domain/errors.js';
import type {ByteReader} from './byte-reader.js';
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

/** @throws TbError TB_CATALOGUE_BROKEN */
export function readCodes(from: ByteReader): string[] {
  const lengths = from.column();
  const codes = Array.from(lengths, () => '');
  const longest = Array.from(lengths).reduce((most, length) => Math.max(most, length), 0);
  for (let place = 0; place < longest; place++) {
    const units = from.column();
    let used = 0;
    for (let at = 0; at < codes.length; at++) {
      if ((lengths[at] ?? 0) > place) codes[at] += String.fromCharCode(units[used++] ?? 0);
    }
    if (used !== units.length) throw new TbError('TB_CATALOGUE_BROKEN');
  }
  return codes;
}

import {ServiceItem} from '@tongban/domain/guide/service-item.js';
import {TbError} from '@tongban/domain/errors.js';
import {parse} from '@tongban/domain/parse.js';
import {Region6} from '@tongban/domain/primitives.js';
import * as v from 'valibot';
import {ByteReader, type Column} from '../bytes/byte-reader.js';
import {readCodes} from '../bytes/codes.js';
import {unpackIds} from '../bytes/ids.js';
import type {LayerHead, TextRange} from '../layer-head.js';
import {HEAD_FORMAT} from './head-format.js';
import {readTexts} from './phrase-texts.js';
import {readReadings} from './readings.js';

const Audiences = v.array(v.pick(ServiceItem, ['themes', 'serviceObjects']));
const Standings = v.array(
  v.pick(ServiceItem, ['modes', 'hasGuide', 'zeroMaterial', 'notOpen', 'source', 'confidence']),
);
const Regions = v.array(Region6);
const Strings = v.array(v.string());

/**
 * Reads what `encodeHead` wrote. Names stay packed until they are asked for.
 *
 * @throws TbError TB_CATALOGUE_BROKEN
 */
export function decodeHead(bytes: Uint8Array): LayerHead {
  const from = new ByteReader(bytes);
  if (from.number() !== HEAD_FORMAT) throw new TbError('TB_CATALOGUE_BROKEN');
  const count = from.number();
  const gone: number[][] = [];
  for (let left = bounded(from.number(), bytes.length); left > 0; left--) gone.push(sums(from.column()));

  const texts = readTexts(from);
  const [names, plainNames, words, depts] = ranges(
    [from.number(), from.number(), from.number(), from.number()],
    texts.count,
  );
  const readings = readReadings(from);
  const audiences = json(from, Audiences);
  const itemTypes = json(from, Strings);
  const spelled = json(from, Strings);
  const wordStarts = Uint32Array.from([0, ...sums(from.column())]);
  const wordsOf = unpackIds(from.column(), words.count);
  if (wordStarts[wordStarts.length - 1] !== wordsOf.length) throw new TbError('TB_CATALOGUE_BROKEN');
  const catalogCodes = readCodes(from);

  const name = ids(from, names.count);
  const entries: LayerHead['entries'] = {
    count: name.length,
    name,
    plainName: ids(from, plainNames.count + 1, name.length, 1),
    wordList: ids(from, wordStarts.length - 1, name.length, 1),
    derived: sized(from.column(), name.length),
    audience: ids(from, audiences.length, name.length),
    itemType: ids(from, itemTypes.length, name.length),
    catalogCode: ids(from, catalogCodes.count + 1, name.length, 1),
    pinyin: sized(from.column(), name.length),
  };
  const regions = json(from, Regions);
  const standings = json(from, Standings);
  const codeShapes = readCodes(from);
  const codeUnits = readCodes(from);
  const items: LayerHead['items'] = {
    entry: ids(from, name.length, count),
    region: ids(from, regions.length, count),
    dept: ids(from, depts.count, count),
    standing: ids(from, standings.length, count),
    codeShape: ids(from, codeShapes.count, count),
    codeUnit: ids(from, codeUnits.count, count),
  };
  from.end();
  return {
    ...{count, gone, texts, names, plainNames, words, depts, readings, regions, audiences, itemTypes, standings},
    ...{wordStarts, wordsOf, catalogCodes, spelled, codeShapes, codeUnits, entries, items},
  };
}

function ids(from: ByteReader, things: number, rows?: number, next = 0): Column {
  const column = unpackIds(from.column(), things, next);
  return rows === undefined ? column : sized(column, rows);
}

function sized(column: Column, rows: number): Column {
  if (column.length !== rows) throw new TbError('TB_CATALOGUE_BROKEN');
  return column;
}

function bounded(value: number, most: number): number {
  if (value > most) throw new TbError('TB_CATALOGUE_BROKEN');
  return value;
}

function ranges<Counts extends readonly number[]>(
  counts: readonly [...Counts],
  of: number,
): {[At in keyof Counts]: TextRange} {
  let first = 0;
  const all = counts.map((count) => ({first: (first += count) - count, count}));
  if (first !== of) throw new TbError('TB_CATALOGUE_BROKEN');
  return all as {[At in keyof Counts]: TextRange};
}

function json<Schema extends v.GenericSchema>(from: ByteReader, schema: Schema): v.InferOutput<Schema> {
  const text = from.string();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new TbError('TB_CATALOGUE_BROKEN', {cause});
  }
  return parse(schema, value, 'TB_CATALOGUE_BROKEN');
}

function sums(steps: ArrayLike<number>): number[] {
  let sum = 0;
  return Array.from(steps, (step) => (sum += step));
}

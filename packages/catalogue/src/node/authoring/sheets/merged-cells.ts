import {EMPTY, type Cell} from './cell.js';
import {zipEntries} from './zip-entries.js';

/** A column of merged cells, rows and column counted from 0. */
export interface MergedColumn {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

/** Bytes. No sheet of an authority is larger; what is would fill the memory. */
export const LARGEST_XML = 200 * 1024 * 1024;

/**
 * The merged cells of a workbook (ECMA-376 part 1, §18.3.1.54), sheet by sheet in the order of the workbook. The library that
 * reads the cells leaves them out: of three rows that share one cell it would give the first its value, the others none.
 */
export function mergedColumns(workbook: Uint8Array): MergedColumn[][] {
  const entries = zipEntries(workbook, LARGEST_XML);
  const textOf = (name: string) => new TextDecoder().decode(entries.get(name)?.() ?? new Uint8Array());
  const targets = new Map(
    [...textOf('xl/_rels/workbook.xml.rels').matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  return [...textOf('xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)].map(([tag]) => {
    const target = targets.get(attribute(tag, 'id')) ?? '';
    return mergedIn(textOf(target.startsWith('/') ? target.slice(1) : `xl/${target}`));
  });
}

/** Attributes with or without a namespace: `r:id` is the id. */
const attribute = (tag: string, name: string) => new RegExp(`[\\s:]${name}="([^"]*)"`).exec(tag)?.[1];

function mergedIn(xml: string): MergedColumn[] {
  return [...xml.matchAll(/<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]+)(\d+):[A-Z]+(\d+)"/g)].map(
    ([, letters = '', from, to]) => ({column: columnIndex(letters), from: Number(from) - 1, to: Number(to) - 1}),
  );
}

const columnIndex = (letters: string) =>
  [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Each row that a merged cell reaches down to holds its value; rows that hold nothing else stay empty. */
export function fillMerged(rows: readonly (readonly Cell[])[], merged: readonly MergedColumn[]): Cell[][] {
  const filled = rows.map((row) => [...row]);
  for (const {column, from, to} of merged) {
    const value = rows[from]?.[column] ?? EMPTY;
    for (let at = from + 1; at <= Math.min(to, rows.length - 1); at++) {
      const row = filled[at];
      if (row && (rows[at] ?? []).some(({kind}) => kind !== 'empty')) row[column] = value;
    }
  }
  return filled;
}

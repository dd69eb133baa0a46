import {EMPTY, type Cell} from './cell.js';

/** A column of merged cells, rows and column counted from 0. */
interface MergedColumn {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

type Rows = readonly (readonly Cell[])[];

/**
 * Puts into the rows of a sheet what its XML says and the library that reads the cells leaves out, because both would turn into
 * silence: of three rows that share one cell it gives the second and third none, and a failed formula is an empty cell to it.
 */
export function withMarks(rows: Rows, xml: string): Cell[][] {
  return withBroken(withMerged(rows, mergedIn(xml)), brokenIn(xml));
}

/** §18.3.1.54 of ECMA-376 part 1. */
function mergedIn(xml: string): MergedColumn[] {
  return [...xml.matchAll(/<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]+)(\d+):[A-Z]+(\d+)"/g)].map(
    ([, letters = '', from, to]) => ({column: columnIndex(letters), from: Number(from) - 1, to: Number(to) - 1}),
  );
}

/** Cells of type `e`, and formulas without a kept value (§18.3.1.4, §18.3.1.40). */
function brokenIn(xml: string): {row: number; column: number}[] {
  const places: {row: number; column: number}[] = [];
  for (const [, tag = '', content = ''] of xml.matchAll(/<(?:\w+:)?c\b([^>]*[^/>])>(.*?)<\/(?:\w+:)?c>/gs)) {
    const isFormula = /<(?:\w+:)?f\b/.test(content) && !/<(?:\w+:)?v\b/.test(content);
    if (!isFormula && !/\st="e"/.test(tag)) continue;
    const [, letters = '', row] = /\sr="([A-Z]+)(\d+)"/.exec(tag) ?? [];
    if (letters !== '') places.push({row: Number(row) - 1, column: columnIndex(letters)});
  }
  return places;
}

const columnIndex = (letters: string) =>
  [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Each row that a merged cell reaches down to holds its value; rows that hold nothing else stay empty. */
function withMerged(rows: Rows, merged: readonly MergedColumn[]): Cell[][] {
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

function withBroken(rows: Cell[][], broken: readonly {row: number; column: number}[]): Cell[][] {
  for (const {row, column} of broken) {
    const cells = rows[row];
    if (!cells) continue; // A row of nothing else.
    while (cells.length < column) cells.push(EMPTY);
    cells[column] = {kind: 'broken'};
  }
  return rows;
}

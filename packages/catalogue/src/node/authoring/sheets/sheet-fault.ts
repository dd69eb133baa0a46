import type {Words} from '../words.js';
import {columnLetter, type Sheet} from './cell.js';

/** Where a value stands in a spreadsheet. Rows count from 1. */
export interface CellPlace {
  readonly file: string;
  readonly sheet: string | undefined;
  readonly row: number | undefined;
  /** As the spreadsheet shows it: A, B … AA. */
  readonly column: string | undefined;
  /** The heading of the column. */
  readonly title: string | undefined;
}

/** What is wrong with a spreadsheet, and where. An `error` leaves the item out; a `warning` does not. */
export interface SheetFault extends CellPlace, Words {
  readonly severity: 'error' | 'warning';
}

/** Tells of a fault; an error unless it says otherwise. */
export type Report = (place: CellPlace, words: Words, severity?: 'error' | 'warning') => void;

export function placeIn({file, name}: Sheet, row?: number, column?: number, title?: string): CellPlace {
  return {file, sheet: name, row, column: column === undefined ? undefined : columnLetter(column), title};
}

/** `事项.xlsx [材料] D5 “必要性” error — 句子 / sentence` */
export function sheetFaultLine({file, sheet, row, column, title, severity, zh, en}: SheetFault): string {
  const cell = row === undefined ? '' : ` ${column ?? ''}${row}`;
  return `${file}${sheet === undefined ? '' : ` [${sheet}]`}${cell}${title ? ` “${title}”` : ''} ${severity} — ${zh} / ${en}`;
}

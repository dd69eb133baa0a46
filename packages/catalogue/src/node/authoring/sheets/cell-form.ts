import {isLocalDate} from '@tongban/domain/time/civil-date.js';
import type {Code} from '../code-words.js';
import type {Words} from '../words.js';
import {folded, type Cell} from './cell.js';

export type CellRead<T> = {readonly ok: true; readonly value: T} | ({readonly ok: false} & Words);

/** How one kind of value stands in a cell. `read` never mends what may have been lost; `write` gives what `read` takes. */
export interface CellForm<T> {
  read(cell: Filled): CellRead<T>;
  write(value: T): string;
}

export type Filled = Exclude<Cell, {kind: 'empty' | 'broken'}>;

const found = <T>(value: T): CellRead<T> => ({ok: true, value});
const wrong = (zh: string, en: string): CellRead<never> => ({ok: false, zh, en});

const BECAME_DATE = wrong(
  '表格软件把它变成了日期，原来的内容已丢失；请把该列设为“文本”格式后重新填写。',
  'The spreadsheet made a date of it and lost what stood here. Set the column to "text" and fill it in again.',
);
const BECAME_NUMBER = wrong(
  '编码被存成了数字，前导零和第 15 位以后的数字可能已丢失，不会替您补；请把该列设为“文本”格式后重新填写。',
  'The code is stored as a number, so leading zeros and digits after the 15th may be lost. Nothing is guessed: set the column to "text" and fill it in again.',
);
const IS_YES_NO = wrong('这里应为文字，不是逻辑值。', 'Text is expected here, not a truth value.');

/** Text as it stands. */
export const textForm: CellForm<string> = {
  read(cell) {
    if (cell.kind === 'date') return BECAME_DATE;
    if (cell.kind === 'boolean') return IS_YES_NO;
    return /^\d+(\.\d+)?E[+-]?\d+$/i.test(cell.text) ? BECAME_NUMBER : found(cell.text);
  },
  write: (value) => value,
};

/** A code of fixed digits, a telephone number: its zeros and its length carry meaning. */
export const codeForm: CellForm<string> = {
  read(cell) {
    if (cell.kind === 'date') return BECAME_DATE;
    if (cell.kind === 'boolean') return IS_YES_NO;
    const code = folded(cell.text).toUpperCase();
    return cell.kind === 'number' || /^\d+(\.\d+)?E\+?\d+$/.test(code) || /^\d+\.0*$/.test(code)
      ? BECAME_NUMBER
      : found(code);
  },
  write: (value) => value,
};

/** A code that has so many characters: one of digits only that is shorter has lost its zeros. */
export const digitsForm = (length: number): CellForm<string> => ({
  read(cell) {
    const code = codeForm.read(cell);
    if (!code.ok || code.value.length >= length || !/^\d+$/.test(code.value)) return code;
    return wrong(
      `应为 ${length} 位，这里只有 ${code.value.length} 位，前导零可能已丢失，不会替您补；请把该列设为“文本”格式后重新填写。`,
      `It has ${length} characters; here are ${code.value.length}, so leading zeros may be lost. Nothing is guessed: set the column to "text" and fill it in again.`,
    );
  },
  write: (value) => value,
});

/** An id of ours: like a code, but its case is kept. */
export const idForm: CellForm<string> = {
  read(cell) {
    if (cell.kind === 'number') return found(cell.text);
    return cell.kind === 'text' ? found(folded(cell.text)) : codeForm.read(cell);
  },
  write: (value) => value,
};

/** A region code begins with 1 to 8, so that it survives being a number. */
export const regionForm: CellForm<string> = {
  read: (cell) => (cell.kind === 'number' && /^[1-8]\d{5}$/.test(cell.text) ? found(cell.text) : codeForm.read(cell)),
  write: (value) => value,
};

export const numberForm: CellForm<number> = {
  read(cell) {
    if (cell.kind === 'date') return BECAME_DATE;
    if (cell.kind === 'boolean') return wrong('应为数字。', 'A number is expected.');
    const digits = folded(cell.text)
      .replace(/[份次元]$/, '')
      .replace(/(?<=\d),(?=\d{3}(\D|$))/g, '');
    return /^\d+(\.\d+)?$/.test(digits) ? found(Number(digits)) : wrong('应为数字。', 'A number is expected.');
  },
  write: String,
};

/** A day: a date cell, 2026-01-01, 2026/1/1, 2026.1.1 or 2026年1月1日. */
export const dateForm: CellForm<string> = {
  read(cell) {
    if (cell.kind === 'number') {
      return wrong(
        '这是一个数字；如果原来是日期，请把单元格设为日期或文本格式，写成 2026-01-01。',
        'This is a number. If it was a date, format the cell as a date or as text and write 2026-01-01.',
      );
    }
    if (cell.kind === 'boolean') return IS_YES_NO;
    const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(folded(cell.text)) ?? [];
    const date = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
    if (isLocalDate(date)) return found(date);
    return wrong('不是日期，应如 2026-01-01。', 'This is no date; one reads 2026-01-01.');
  },
  write: (value) => value,
};

/** One entry of a code table, by its word or its code. */
export function choiceForm<Value extends string | number | boolean>(table: readonly Code<Value>[]): CellForm<Value> {
  const known = new Map<string, Value>();
  for (const {code, zh, en, also = []} of table) {
    for (const word of [String(code), zh, en, ...also]) known.set(folded(word).toLowerCase(), code);
  }
  const choices = table.map(({zh}) => zh).join('、');
  return {
    read(cell) {
      if (cell.kind === 'date') return BECAME_DATE;
      const value = known.get(folded(cell.kind === 'boolean' ? String(cell.value) : cell.text).toLowerCase());
      if (value !== undefined) return found(value);
      return wrong(`只能填：${choices}。`, `Only these can stand here: ${choices}.`);
    },
    write: (value) => table.find(({code}) => code === value)?.zh ?? String(value),
  };
}

/** Several in one cell. `between` are the signs that may part them; the first is used for writing. */
export function listForm<T>(one: CellForm<T>, between = '；;，,、\n'): CellForm<T[]> {
  return {
    read(cell) {
      if (cell.kind !== 'text') {
        const single = one.read(cell);
        return single.ok ? found([single.value]) : single;
      }
      const values: T[] = [];
      for (const part of split(cell.text, between)) {
        const read = one.read({kind: 'text', text: part});
        if (!read.ok) return {...read, zh: `“${part}”：${read.zh}`, en: `${part}: ${read.en}`};
        values.push(read.value);
      }
      return found(values);
    },
    write: (values) => values.map((value) => one.write(value)).join(between[0]),
  };
}

function split(text: string, between: string): string[] {
  const parts = [''];
  for (const sign of text) {
    if (between.includes(sign)) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

import {CsvError, parse} from 'csv-parse/sync';
import type {Words} from '../words.js';
import {textCell, type Sheet} from './cell.js';

/** A file that cannot be read as a whole. */
export interface UnreadFile extends Words {
  readonly file: string;
  readonly row?: number;
}

/** A CSV file: UTF-8, UTF-16 with its mark, or GB 18030 (GBK) as Chinese spreadsheets save it; commas, semicolons or tabs. */
export function readCsv(file: string, bytes: Uint8Array): Sheet | UnreadFile {
  const text = decode(bytes);
  if (text === undefined) {
    return {
      file,
      zh: '文字编码认不出来（不是 UTF-8 也不是 GBK）；请另存为“CSV UTF-8”或 .xlsx。',
      en: 'The encoding is neither UTF-8 nor GBK. Save it as "CSV UTF-8" or as .xlsx.',
    };
  }
  try {
    const rows = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true, // Rows that end early are common; what is missing in them is told cell by cell.
      skip_empty_lines: false, // Rows keep their numbers.
    });
    return {file, name: undefined, rows: rows.map((row) => row.map((cell) => textCell(asTyped(cell))))};
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = Number((error as {lines?: unknown}).lines);
    return {
      file,
      ...(Number.isInteger(row) ? {row} : {}),
      zh: '引号不成对，这一行起读不下去。',
      en: 'Quotes do not pair up, so nothing after this line can be read.',
    };
  }
}

/** Marks by which programs tell a spreadsheet to leave a code alone: `="0012"` and `'0012`. */
const asTyped = (cell: string) => cell.replace(/^\s*="(.*)"\s*$/s, '$1').replace(/^\s*'(?=\d)/, '');

const encodings = ['utf-8', 'gb18030'];

function decode(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, {fatal: true}).decode(bytes);
    } catch {
      // Not this one.
    }
  }
  return undefined;
}

/** What the first line has most of. */
function delimiterOf(text: string): string {
  const [line = ''] = text.split('\n', 1);
  const count = (sign: string) => line.split(sign).length;
  return [',', '\t', ';'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

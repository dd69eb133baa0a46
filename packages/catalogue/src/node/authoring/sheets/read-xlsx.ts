import readXlsxFile from 'read-excel-file/node';
import {EMPTY, textCell, type Cell, type Sheet} from './cell.js';
import type {UnreadFile} from './read-csv.js';
import {withMarks} from './sheet-marks.js';
import {sheetXmls} from './workbook-xml.js';

/** Digits of a number cell as the file has them: as a number they would be rounded. */
class Digits {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** The sheets of a workbook. A formula counts by its value. */
export async function readXlsx(file: string, bytes: Uint8Array): Promise<readonly Sheet[] | UnreadFile> {
  try {
    const xmls = sheetXmls(bytes);
    const sheets = await readXlsxFile(Buffer.from(bytes), {parseNumber: (text) => new Digits(text)});
    return sheets.map(({sheet, data}, at) => {
      const rows = data.map((row) => row.map(cellOf));
      return {file, name: sheet, rows: withMarks(rows, xmls[at] ?? '')};
    });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if ((error as {code?: unknown}).code === 'XLS_FILE_NOT_SUPPORTED') {
      return {
        file,
        zh: '这是旧的 .xls 格式，请用表格软件另存为 .xlsx。',
        en: 'This is the old .xls format. Save it as .xlsx with a spreadsheet program.',
      };
    }
    return {
      file,
      zh: '不是完好的 .xlsx 文件；请用表格软件打开后另存为 .xlsx。',
      en: 'This is no sound .xlsx file. Open it with a spreadsheet program and save it as .xlsx.',
    };
  }
}

/** The library's types say `typeof Date` where a date comes. */
function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return EMPTY;
  if (value instanceof Digits) return {kind: 'number', text: value.text};
  if (value instanceof Date) return {kind: 'date', text: value.toISOString().slice(0, 10)};
  if (typeof value === 'boolean') return {kind: 'boolean', value};
  return typeof value === 'string' ? textCell(value) : EMPTY;
}

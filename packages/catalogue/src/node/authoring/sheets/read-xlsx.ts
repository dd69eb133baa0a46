import readXlsxFile from 'read-excel-file/node';
import {EMPTY, textCell, type Cell, type Sheet} from './cell.js';
import {fillMerged, LARGEST_XML, mergedColumns} from './merged-cells.js';
import type {UnreadFile} from './read-csv.js';
import {zipEntries} from './zip-entries.js';

/** Digits of a number cell as the file has them: as a number they would be rounded. */
class Digits {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** The sheets of a workbook. A formula counts by its value; one that failed is an empty cell. */
export async function readXlsx(file: string, bytes: Uint8Array): Promise<readonly Sheet[] | UnreadFile> {
  try {
    holdUnpackedSize(bytes);
    const merged = mergedColumns(bytes);
    const sheets = await readXlsxFile(Buffer.from(bytes), {parseNumber: (text) => new Digits(text)});
    return sheets.map(({sheet, data}, at) => ({
      file,
      name: sheet,
      rows: fillMerged(
        data.map((row) => row.map(cellOf)),
        merged[at] ?? [],
      ),
    }));
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

/** The library unpacks whatever comes. @throws RangeError when a file inside would unpack to more than any list has */
function holdUnpackedSize(bytes: Uint8Array): void {
  for (const [name, unpack] of zipEntries(bytes, LARGEST_XML)) if (name.endsWith('.xml')) unpack();
}

/** The library's types say `typeof Date` where a date comes. */
function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return EMPTY;
  if (value instanceof Digits) return {kind: 'number', text: value.text};
  if (value instanceof Date) return {kind: 'date', text: value.toISOString().slice(0, 10)};
  if (typeof value === 'boolean') return {kind: 'boolean', value};
  return typeof value === 'string' ? textCell(value) : EMPTY;
}

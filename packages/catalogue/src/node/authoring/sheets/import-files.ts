import {readFile, stat} from 'node:fs/promises';
import {basename} from 'node:path';
import {TbError} from '@tongban/domain/errors.js';
import type {Sheet} from './cell.js';
import {importSheets, type SheetsImported} from './import-sheets.js';
import {readCsv, type UnreadFile} from './read-csv.js';
import {readXlsx} from './read-xlsx.js';
import type {SheetFault} from './sheet-fault.js';

/** Larger than the list of any authority; a workbook grows tenfold when it is unpacked. */
const LARGEST = 20 * 1024 * 1024;

/**
 * Makes guides of workbooks (.xlsx) and CSV files, read as one: a CSV file is one sheet.
 *
 * @throws TbError TB_NOT_FOUND when a file is not there
 */
export async function importFiles(files: readonly string[]): Promise<SheetsImported> {
  const sheets: Sheet[] = [];
  const unread: SheetFault[] = [];
  for (const file of files) {
    const read = await readSheets(file);
    if (Array.isArray(read)) sheets.push(...(read as readonly Sheet[]));
    else unread.push(faultOf(read as UnreadFile));
  }
  if (sheets.length === 0 && unread.length > 0) return {guides: [], items: 0, faults: unread};
  const {guides, items, faults} = importSheets(sheets);
  // Rows of an unread file may belong to any item.
  return {guides: unread.length > 0 ? [] : guides, items, faults: [...unread, ...faults]};
}

async function readSheets(file: string): Promise<readonly Sheet[] | UnreadFile> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new TbError('TB_NOT_FOUND', {details: {file}});
  const name = basename(file);
  if (found.size > LARGEST) {
    return {file: name, zh: '文件超过 20 MB，请分成几个文件。', en: 'The file is larger than 20 MB. Divide it.'};
  }
  const bytes = await readFile(file);
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip || /\.xlsx?$/i.test(file)) return readXlsx(name, bytes);
  const sheet = readCsv(name, bytes);
  return 'rows' in sheet ? [sheet] : sheet;
}

function faultOf({file, row, zh, en}: UnreadFile): SheetFault {
  return {file, sheet: undefined, row, column: undefined, title: undefined, severity: 'error', zh, en};
}

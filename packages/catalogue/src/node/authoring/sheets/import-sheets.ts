import {lintGuide} from '@tongban/domain/guide-lint/guide-lint.js';
import {Guide} from '@tongban/domain/guide/guide.js';
import * as v from 'valibot';
import type {PathPart} from '../json-text.js';
import {shapeFault} from '../shape-fault.js';
import {buildGuide} from './build-guide.js';
import type {Sheet} from './cell.js';
import {gatherItems, type ItemRows} from './item-rows.js';
import {readRecords} from './read-records.js';
import type {Report, SheetFault} from './sheet-fault.js';

export interface SheetsImported {
  /** Guides without an error: complete, of the right shape, publishable by the rules. */
  readonly guides: readonly Guide[];
  /** Items found, those that were left out among them. */
  readonly items: number;
  readonly faults: readonly SheetFault[];
}

/**
 * Makes guides of the sheets that an authority keeps. An item with an error in any of its rows is left out whole, because a guide
 * that lacks a material sends people away; the other items go on.
 */
export function importSheets(sheets: readonly Sheet[]): SheetsImported {
  const faults: SheetFault[] = [];
  const report: Report = (place, {zh, en}, severity = 'error') => faults.push({...place, severity, zh, en});
  const items = gatherItems(
    sheets.flatMap((sheet) => readRecords(sheet, report)),
    report,
  );
  const guides = items.flatMap((rows) => guideOf(rows, report) ?? []);
  if (items.length === 0) {
    report(
      {file: sheets[0]?.file ?? '', sheet: undefined, row: undefined, column: undefined, title: undefined},
      {
        zh: '没有找到任何事项：需要一张有“事项名称”“实施编码”的表。',
        en: 'No item was found: a sheet with 事项名称 and 实施编码 is needed.',
      },
    );
  }
  return {guides, items: items.length, faults: inReadingOrder(faults, sheets)};
}

/** Sheet by sheet, row by row, from left to right. */
function inReadingOrder(faults: readonly SheetFault[], sheets: readonly Sheet[]): SheetFault[] {
  const sheetOf = (fault: SheetFault) =>
    sheets.findIndex(({file, name}) => file === fault.file && name === fault.sheet);
  const columnOf = ({column = ''}: SheetFault) => column.padStart(4);
  return [...faults].sort(
    (a, b) =>
      sheetOf(a) - sheetOf(b) ||
      (a.row ?? 0) - (b.row ?? 0) ||
      (columnOf(a) < columnOf(b) ? -1 : Number(columnOf(a) > columnOf(b))),
  );
}

function guideOf(rows: ItemRows, report: Report): Guide | undefined {
  let isSound = !rows.incomplete;
  const tell: Report = (place, words, severity) => {
    if (severity !== 'warning') isSound = false;
    report(place, words, severity);
  };
  const file = rows.item.place('').file.replace(/^.*[\\/]/, '');
  const {value, locate} = buildGuide(rows, file, tell);
  if (!isSound) return undefined; // The rules would only repeat what is missing.

  const result = v.safeParse(Guide, value);
  if (!result.success) {
    for (const fault of result.issues.map(shapeFault)) tell(locate(fault.path), fault);
    return undefined;
  }
  for (const {field, severity, zh, en} of lintGuide(result.output)) {
    tell(locate(partsOf(field)), {zh, en}, severity);
  }
  return isSound ? result.output : undefined;
}

const partsOf = (field: string): PathPart[] =>
  field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));

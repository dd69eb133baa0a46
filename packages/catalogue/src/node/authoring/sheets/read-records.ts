import type {Words} from '../words.js';
import {columnLetter, EMPTY, folded, type Cell, type Sheet} from './cell.js';
import type {Column, SheetForm} from './column.js';
import {sheetForms} from './sheet-forms.js';
import {placeIn, type CellPlace, type Report} from './sheet-fault.js';

/** One row of a sheet, read by the columns of its kind. */
export interface SheetRecord {
  readonly form: SheetForm;
  /** By the path of the column; cells that are empty or faulty are absent. */
  readonly values: ReadonlyMap<string, unknown>;
  /** Paths of the columns whose cell cannot be read or is missing. */
  readonly faulty: readonly string[];
  /** The cell of a column, empty ones too; the row where the sheet has no such column. */
  place(path: string): CellPlace;
}

/** How far down the headings may stand: above them are titles and remarks. */
const HEADING_ROWS = 10;
/** Sheets of a template that hold no data. */
const READ_BY_PEOPLE = new Set(['填写说明', '说明', 'readme']);

const BROKEN = {
  ok: false,
  zh: '这个公式没有算出结果；请改成文字。',
  en: 'This formula has no result. Put the text itself here.',
} as const;
const EMPTY_CELL: Words = {zh: '必须填写。', en: 'This must be filled in.'};
const EMPTY_IN_CSV: Words = {
  zh: '必须填写。合并单元格存成 CSV 后只有第一行有内容，请取消合并逐行填写，或改用 .xlsx。',
  en: 'This must be filled in. Of merged cells a CSV keeps the first row only: split them and fill in each row, or use .xlsx.',
};

/** The rows of a sheet, once for each kind that it holds: a list of materials may carry the columns of the item as well. */
export function readRecords(sheet: Sheet, report: Report): SheetRecord[] {
  if (sheet.rows.every(isEmptyRow) || READ_BY_PEOPLE.has(folded(sheet.name ?? '').toLowerCase())) return [];
  const headings = sheet.rows.slice(0, HEADING_ROWS).map((row) => row.map(headingOf));
  const first = headings.findIndex((row) => formsOf(row, sheet).length > 0);
  // Headings in two rows: the lower one is the finer, and merged cells give it what the upper has.
  const isHeading = (index: number) => formsOf(headings[index] ?? [], sheet).length > 0;
  const at = first >= 0 && isHeading(first + 1) ? first + 1 : first;
  const heading = headings[at];
  if (!heading) {
    report(
      placeIn(sheet),
      {
        zh: `认不出这张表：前 ${HEADING_ROWS} 行里没有“事项名称”“材料名称”等表头，没有读取。`,
        en: `This sheet was not read: no headings such as 事项名称 or 材料名称 stand in its first ${HEADING_ROWS} rows.`,
      },
      'warning',
    );
    return [];
  }
  const forms = formsOf(heading, sheet);
  tellHeadings(sheet, at, heading, forms, report);
  const isFlat = forms.length > 1;
  return forms.flatMap((form) => recordsOf({sheet, form, at, heading, isFlat: isFlat && form.kind === 'item'}, report));
}

const isEmptyRow = (row: readonly Cell[]) => row.every(({kind}) => kind === 'empty');

/** Without blanks, stars, a colon and a remark in brackets: 「* 金额（元）：」 is 金额. */
function headingOf(cell: Cell): string {
  if (cell.kind !== 'text') return '';
  return folded(cell.text)
    .replace(/[*:]/g, '')
    .replace(/\(.*?\)$/, '');
}

const titlesOf = ({title, also}: Column) => [title, ...also].map((text) => headingOf({kind: 'text', text}));

/** Kinds by the headings, else by the name of the sheet or the file. Only a list of materials may carry its items along. */
function formsOf(heading: readonly string[], {name, file}: Sheet): readonly SheetForm[] {
  const has = (form: SheetForm, title: string) => {
    const column = form.columns.find((one) => one.title === title);
    return column !== undefined && titlesOf(column).some((text) => heading.includes(text));
  };
  const fitting = sheetForms.filter((form) => form.signature.every((title) => has(form, title)));
  const flat = fitting.filter(({kind}) => kind === 'item' || kind === 'material');
  if (flat.length > 0) return flat;
  if (fitting.length > 0) return fitting.slice(0, 1);
  const called = folded(name ?? file.replace(/^.*[\\/]/, '').replace(/\.\w+$/, ''));
  return sheetForms.filter((form) => form.name === called && form.columns.some(({title}) => has(form, title)));
}

/** Headings that nobody reads, stand twice, or are missing. */
function tellHeadings(
  sheet: Sheet,
  at: number,
  heading: readonly string[],
  forms: readonly SheetForm[],
  report: Report,
): void {
  const known = new Set(forms.flatMap(({columns}) => columns.flatMap(titlesOf)));
  heading.forEach((title, index) => {
    if (title === '') return;
    const place = placeIn(sheet, at + 1, index, title);
    if (!known.has(title)) {
      report(place, {zh: '不认识这一列，没有采用。', en: 'This column is not known and was not read.'}, 'warning');
    } else if (heading.indexOf(title) < index) {
      report(place, {
        zh: `这一列在 ${columnLetter(heading.indexOf(title))} 列已有，请删去一个。`,
        en: `Column ${columnLetter(heading.indexOf(title))} has this heading already. Remove one.`,
      });
    }
  });
  for (const {columns, name} of forms) {
    for (const column of columns) {
      if (column.need === 'optional' || titlesOf(column).some((title) => heading.includes(title))) continue;
      report(placeIn(sheet, at + 1, undefined, column.title), {
        zh: `${name}表缺少“${column.title}”这一列。`,
        en: `The column ${column.title} is missing.`,
      });
    }
  }
}

interface Rows {
  readonly sheet: Sheet;
  readonly form: SheetForm;
  /** Index of the row of headings. */
  readonly at: number;
  readonly heading: readonly string[];
  /** Several rows may tell of one item; only its first has to tell everything. */
  readonly isFlat: boolean;
}

function recordsOf({sheet, form, at, heading, isFlat}: Rows, report: Report): SheetRecord[] {
  const columns = form.columns.flatMap((column) => {
    const index = heading.findIndex((title) => title !== '' && titlesOf(column).includes(title));
    return index < 0 ? [] : [{column, index}];
  });
  const missing = form.columns.filter(
    (column) => column.need === 'required' && !columns.some((one) => one.column === column),
  );
  const records: SheetRecord[] = [];
  const above: Cell[] = [];

  sheet.rows.forEach((row, rowIndex) => {
    if (rowIndex <= at || columns.every(({index}) => (row[index] ?? EMPTY).kind === 'empty')) return;
    const place = (path: string) => {
      const found = columns.find(({column}) => column.path === path);
      return placeIn(sheet, rowIndex + 1, found?.index, found?.column.title);
    };
    const values = new Map<string, unknown>();
    const faulty = missing.map(({path}) => path);
    const emptyGroups = emptyGroupsOf(row, columns);
    const isAgain = isFlat && tellsAgain(row, columns, records);
    for (const {column, index} of columns) {
      const {path, form: reads, need, fillDown} = column;
      const own = row[index] ?? EMPTY;
      const cell = fillDown && emptyGroups.has(fillDown) ? (above[index] ?? EMPTY) : own;
      above[index] = cell;
      if (cell.kind === 'empty') {
        if (need === 'optional' || isAgain) continue;
        faulty.push(path);
        report(place(path), sheet.name === undefined ? EMPTY_IN_CSV : EMPTY_CELL);
        continue;
      }
      const read = cell.kind === 'broken' ? BROKEN : reads.read(cell);
      if (read.ok) values.set(path, read.value);
      else {
        faulty.push(path);
        report(place(path), {zh: read.zh, en: read.en});
      }
    }
    if (values.size > 0 || faulty.length > 0) records.push({form, values, faulty, place});
  });
  return records;
}

/** Whether a row goes on with the item above it: by the same code, or by no code and no other name. */
function tellsAgain(
  row: readonly Cell[],
  columns: readonly {column: Column; index: number}[],
  records: readonly SheetRecord[],
): boolean {
  const textAt = (path: string) => {
    const cell = row[columns.find(({column}) => column.path === path)?.index ?? -1] ?? EMPTY;
    return cell.kind === 'text' ? cell.text : undefined;
  };
  const [code, name] = [textAt('taskCode'), textAt('name')];
  if (code !== undefined) return records.some(({values}) => values.get('taskCode') === folded(code).toUpperCase());
  return records.length > 0 && (name === undefined || records[records.length - 1]?.values.get('name') === name);
}

/** Groups of columns whose cells are all empty in this row. */
function emptyGroupsOf(row: readonly Cell[], columns: readonly {column: Column; index: number}[]): Set<string> {
  const groups = new Set(columns.flatMap(({column}) => column.fillDown ?? []));
  for (const {column, index} of columns) {
    if (column.fillDown && (row[index] ?? EMPTY).kind !== 'empty') groups.delete(column.fillDown);
  }
  return groups;
}

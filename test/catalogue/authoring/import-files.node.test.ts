import assert from 'node:assert/strict';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {importFiles} from '@tongban/catalogue/node/authoring/sheets/import-files.js';
import {readXlsx} from '@tongban/catalogue/node/authoring/sheets/read-xlsx.js';
import {templateSheets} from '@tongban/catalogue/node/authoring/sheets/template-sheets.js';
import {templateFile} from '@tongban/catalogue/node/authoring/template-file.js';
import writeXlsxFile from 'write-excel-file/node';
import {aSoundGuide, csv, rowsOf, type Rows} from './sheets-for-tests.js';

type XlsxCell = {value?: string | number | Date; type?: unknown; format?: string; rowSpan?: number} | null;

/** Texts as a spreadsheet keeps them. */
const asTexts = (rows: readonly (readonly string[])[]): XlsxCell[][] =>
  rows.map((row) => row.map((value) => (value === '' ? null : {value, type: String})));

/** Chinese text in GBK, found backwards from the decoder. */
function gbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, [number, number]>();
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      if (low === 0x7f) continue;
      const sign = decoder.decode(Uint8Array.of(high, low));
      if (sign.length === 1 && !codes.has(sign)) codes.set(sign, [high, low]);
    }
  }
  return Uint8Array.from(
    [...text].flatMap((sign) => (sign < '\u0080' ? [sign.charCodeAt(0)] : (codes.get(sign) ?? []))),
  );
}

describe('files of an authority', () => {
  let dir: string;

  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'tongban-sheets-'));
  });

  after(() => rm(dir, {recursive: true}));

  async function write(name: string, content: string | Uint8Array): Promise<string> {
    const file = join(dir, name);
    await writeFile(file, content);
    return file;
  }

  async function workbook(name: string, sheets: Record<string, XlsxCell[][]>): Promise<string> {
    const file = join(dir, name);
    const all = Object.entries(sheets).map(([sheet, data]) => ({sheet, data}));
    await writeXlsxFile(all as Parameters<typeof writeXlsxFile>[0]).toFile(file);
    return file;
  }

  const textSheets = (rows: Rows) =>
    Object.fromEntries(Object.entries(rows).map(([name, cells]) => [name, asTexts(cells)]));
  /** Column and row of a heading in the first data row. */
  const cellAt = (sheet: XlsxCell[][] | undefined, title: string, row = 1): {cells: XlsxCell[]; at: number} => {
    const at = sheet?.[0]?.findIndex((cell) => cell?.value === title) ?? -1;
    const cells = sheet?.[row];
    assert.ok(cells && at >= 0, title);
    return {cells, at};
  };

  test('may be a workbook with dates and numbers as a spreadsheet keeps them', async () => {
    const sheets = textSheets(rowsOf(aSoundGuide()));
    const put = (title: string, cell: XlsxCell) => {
      const {cells, at} = cellAt(sheets['事项'], title);
      cells[at] = cell;
    };
    put('生效日期', {value: new Date('2026-01-01T00:00:00Z'), type: Date, format: 'yyyy-mm-dd'});
    put('版本', {value: 1, type: Number});
    put('到现场次数', {value: 0, type: Number});
    put('行政区划', {value: 310000, type: Number});
    const {guides, faults} = await importFiles([await workbook('numbers.xlsx', sheets)]);
    assert.deepEqual(faults, []);
    assert.deepEqual(guides[0]?.effective, ['2026-01-01', null]);
    assert.equal(guides[0]?.region, '310000');
  });

  test('are refused where a workbook made a number of a code, a telephone or a day', async () => {
    const sheets = textSheets(rowsOf(aSoundGuide()));
    for (const [title, value] of [
      ['基本编码', 2099008000],
      ['咨询电话', 2100000015],
      ['生效日期', 46023],
    ] as const) {
      const {cells, at} = cellAt(sheets['事项'], title);
      cells[at] = {value, type: Number};
    }
    const {guides, faults} = await importFiles([await workbook('damaged.xlsx', sheets)]);
    const told = faults.map(({file, sheet, row, title, zh}) => `${file} ${sheet} ${row} ${title} ${zh}`);
    assert.equal(told.length, 3);
    assert.match(told[0] ?? '', /^damaged\.xlsx 事项 2 基本编码 编码被存成了数字.*文本/);
    assert.match(told[1] ?? '', /生效日期 这是一个数字.*2026-01-01/);
    assert.match(told[2] ?? '', /咨询电话 编码被存成了数字/);
    assert.deepEqual(guides, []);
  });

  test('give each row that shares a merged cell its value', async () => {
    const guide = aSoundGuide();
    const when = {q: 'agent', is: 'yes'};
    const both = {...guide, materials: guide.materials.map((material) => ({...material, when, note: '两份都要原件'}))};
    const sheets = textSheets(rowsOf(both));
    for (const title of ['实施编码', '事项名称', '适用情形', '填报须知']) {
      const {cells, at} = cellAt(sheets['材料'], title);
      cells[at] = {...cells[at], rowSpan: 2};
      cellAt(sheets['材料'], title, 2).cells[at] = null;
    }
    const {guides, faults} = await importFiles([await workbook('merged.xlsx', sheets)]);
    assert.deepEqual(faults, []);
    assert.deepEqual(guides[0]?.materials, both.materials);
  });

  test('are refused where a formula has no result: an empty condition would mean everybody', async () => {
    const sheets = textSheets(rowsOf(aSoundGuide()));
    const {cells, at} = cellAt(sheets['材料'], '适用情形', 2);
    cells[at] = {value: '=NA()', type: 'Formula'};
    const {guides, faults} = await importFiles([await workbook('formula.xlsx', sheets)]);
    assert.deepEqual(
      faults.map(({sheet, row, column}) => `${sheet} ${column}${row}`),
      ['材料 K3'],
    );
    assert.match(faults[0]?.zh ?? '', /公式没有算出结果/);
    assert.deepEqual(guides, []);
  });

  test('in CSV may mark a code so that no spreadsheet makes a number of it', async () => {
    const rows = rowsOf(aSoundGuide({situations: [], materials: []}));
    const marked = (rows['事项'] ?? []).map((row) =>
      row.map((cell) => (/^\d{12}$/.test(cell) ? `="${cell}"` : /^\d{3}-/.test(cell) ? `'${cell}` : cell)),
    );
    const {guides, faults} = await importFiles([await write('marked.csv', csv(marked))]);
    assert.deepEqual(
      faults.filter(({severity}) => severity === 'error'),
      [],
    );
    assert.equal(guides[0]?.catalogCode, aSoundGuide().catalogCode);
    assert.equal(guides[0]?.consultPhone, aSoundGuide().consultPhone);
  });

  for (const [encoding, encode] of [
    ['UTF-8 with its mark', (text: string) => new TextEncoder().encode(`\uFEFF${text}`)],
    ['GBK', gbk],
    ['UTF-16', (text: string) => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'))],
  ] as const) {
    test(`may be CSV in ${encoding}, one file a sheet`, async () => {
      const rows = rowsOf(aSoundGuide());
      const files = [];
      for (const name of ['事项', '材料', '情形', '流程', '结果', '依据']) {
        files.push(await write(`${encoding}-${name}.csv`, encode(csv(rows[name] ?? []))));
      }
      const {guides, faults} = await importFiles(files);
      assert.deepEqual(faults, []);
      assert.deepEqual(guides[0]?.materials, aSoundGuide().materials);
      assert.deepEqual(guides[0]?.acceptConditions, aSoundGuide().acceptConditions);
    });
  }

  test('in CSV keep their row numbers behind empty rows and cells of several lines', async () => {
    const rows = rowsOf(aSoundGuide({acceptConditions: ['一', '二']}));
    const materials = rows['材料'] ?? [];
    const [headings = [], first = [], second = []] = materials;
    const file = await write(
      '材料.csv',
      csv([headings, [], first, second.map((cell) => (cell === '必要' ? '也许' : cell))]),
    );
    const {faults} = await importFiles([
      await write('事项.csv', csv(rows['事项'] ?? [])),
      await write('情形.csv', csv(rows['情形'] ?? [])),
      file,
    ]);
    assert.deepEqual(
      faults.map(({file: name, row, column}) => `${name} ${column}${row}`),
      ['材料.csv J4'],
    );
  });

  test('that cannot be read are said to be so, and no guide is made beside them', async () => {
    const rows = rowsOf(aSoundGuide());
    const good = await write('good.csv', csv(rows['事项'] ?? []));
    const bad: [string, string | Uint8Array, RegExp][] = [
      ['old.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0), /另存为 \.xlsx/],
      ['torn.xlsx', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0), /不是完好的 \.xlsx/],
      ['quotes.csv', '材料名称,必要性\n"居民身份证,必要\n', /引号不成对/],
      ['noise.csv', Uint8Array.of(0xff, 0x81, 0x30, 0xff, 0x00), /文字编码认不出来/],
    ];
    for (const [name, content, zh] of bad) {
      const {guides, faults} = await importFiles([good, await write(name, content)]);
      assert.match(faults.find(({file}) => file === name)?.zh ?? '', zh, name);
      assert.deepEqual(guides, [], name);
    }
    await assert.rejects(importFiles([join(dir, 'nowhere.csv')]), {name: 'TB_NOT_FOUND'});
  });

  test('begin with the shipped workbook, whose headings are those that are read', async () => {
    const sheets = await readXlsx('guide.xlsx', await readFile(templateFile));
    assert.ok(Array.isArray(sheets));
    const texts = (sheets as {name: string; rows: {text?: string}[][]}[]).map(({name, rows}) => ({
      name,
      rows: rows.map((row) => row.map(({text = ''}) => text)),
    }));
    assert.deepEqual(texts, templateSheets());
  });
});

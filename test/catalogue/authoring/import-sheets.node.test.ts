import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, test} from 'node:test';
import {textCell} from '@tongban/catalogue/node/authoring/sheets/cell.js';
import {importSheets, type SheetsImported} from '@tongban/catalogue/node/authoring/sheets/import-sheets.js';
import type {SheetFault} from '@tongban/catalogue/node/authoring/sheets/sheet-fault.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import {root} from '../../support/files.mjs';
import {aSoundGuide, rowsOf, setCell, type Rows} from './sheets-for-tests.js';

const importRows = (rows: Rows): SheetsImported =>
  importSheets(
    Object.entries(rows).map(([name, cells]) => ({
      file: '事项.xlsx',
      name,
      rows: cells.map((row) => row.map(textCell)),
    })),
  );

const errorsOf = ({faults}: SheetsImported) => faults.filter(({severity}) => severity === 'error');
const whereOf = ({sheet, row, column}: SheetFault) => `${sheet ?? ''}!${column ?? ''}${row ?? ''}`;

/** What has a column; regional differences and where a statement comes from have none. */
function supported({deltas: _, provenance: __, ...rest}: Guide) {
  return rest;
}

describe('sheets of an authority', () => {
  test('give back every shipped guide that was written into them', async () => {
    const text = await readFile(join(root, 'demo/data/guides/guides.json'), 'utf8');
    const guides = JSON.parse(text) as Guide[];
    const imported = importRows(rowsOf(...guides));
    assert.deepEqual(errorsOf(imported), []);
    assert.deepEqual(imported.guides.map(supported), guides.map(supported));
  });

  test('may have their columns in another order, stars and remarks in the headings, and titles above them', () => {
    const rows = rowsOf(aSoundGuide());
    const reversed = Object.fromEntries(
      Object.entries(rows).map(([name, cells]) => {
        const [headings = [], ...rest] = cells.map((row) => [...row].reverse());
        return [name, [['某某局事项表'], [], headings.map((title) => ` *${title}（必填）`), ...rest, [], []]];
      }),
    );
    const {guides, faults} = importRows(reversed);
    assert.deepEqual(faults, []);
    assert.deepEqual(guides.map(supported), [supported(aSoundGuide())]);
  });

  test('may hold full-width digits, other words for a code, and dates as people write them', () => {
    const rows = rowsOf(aSoundGuide());
    setCell(rows['事项'], 1, '行政区划', '３１００００');
    setCell(rows['事项'], 1, '到现场次数', '０');
    setCell(rows['事项'], 1, '承诺时限', '３ 个工作日');
    setCell(rows['事项'], 1, '生效日期', '2026年1月1日');
    setCell(rows['材料'], 1, '来源', '自备');
    setCell(rows['材料'], 2, '适用情形', '谁来办理=委托他人');
    const {guides, faults} = importRows(rows);
    assert.deepEqual(faults, []);
    assert.deepEqual(guides.map(supported), [supported(aSoundGuide())]);
  });

  test('need not say what the item code says, nor ids', () => {
    const rows = rowsOf(aSoundGuide());
    for (const title of ['基本编码', '机构代码', '办件类型', '主要通办方式']) setCell(rows['事项'], 1, title, '');
    setCell(rows['材料'], 2, '材料编号', '');
    setCell(rows['材料'], 2, '实施编码', '');
    setCell(rows['材料'], 2, '事项名称', '');
    const {guides, faults} = importRows(rows);
    assert.deepEqual(faults, []);
    const [guide] = guides;
    assert.equal(guide?.catalogCode, aSoundGuide().catalogCode);
    assert.equal(guide?.materials[1]?.id, 'sqwts');
  });

  test('name the cell of every fault, leave that item out whole and let the other go on', () => {
    const other = aSoundGuide({
      name: '另一事项',
      taskCode: '11310000TBDEM115842002099009000',
      catalogCode: '002099009000',
    });
    const rows = rowsOf(aSoundGuide(), other);
    setCell(rows['材料'], 1, '必要性', '可能要');
    setCell(rows['事项'], 1, '生效日期', '2026-02-30');
    setCell(rows['事项'], 1, '事项名称', '');
    const imported = importRows(rows);
    assert.deepEqual(errorsOf(imported).map(whereOf), ['事项!A2', '事项!F2', '材料!J2']);
    assert.match(imported.faults[2]?.zh ?? '', /只能填：必要、非必要、容缺后补/);
    assert.match(imported.faults[2]?.en ?? '', /Only these/);
    assert.deepEqual(
      imported.guides.map(({name}) => name),
      ['另一事项'],
    );
    assert.equal(imported.items, 2);
  });

  test('name the cell of a condition that nothing answers', () => {
    const rows = rowsOf(aSoundGuide());
    setCell(rows['材料'], 2, '适用情形', 'agent=maybe');
    setCell(rows['情形'], 1, '出现条件', 'nobody=asked');
    const imported = importRows(rows);
    assert.deepEqual(errorsOf(imported).map(whereOf), ['材料!K3', '情形!G2']);
    assert.deepEqual(imported.guides, []);
  });

  test('refuse a code that has lost its zeros instead of mending it', () => {
    for (const [title, damaged] of [
      ['基本编码', '2099008000'],
      ['实施编码', '1.1131E+30'],
    ] as const) {
      const rows = rowsOf(aSoundGuide());
      setCell(rows['事项'], 1, title, damaged);
      const imported = importRows(rows);
      assert.match(errorsOf(imported)[0]?.zh ?? '', /前导零.*不会替您补.*文本/, title);
      assert.deepEqual(imported.guides, []);
    }
  });

  test('are held to the rules of guides at the cell that breaks one', () => {
    const rows = rowsOf(aSoundGuide());
    setCell(rows['事项'], 1, '承诺时限', '6个工作日');
    setCell(rows['事项'], 1, '投诉电话', '021-00000015');
    const imported = importRows(rows);
    const [promised, phone] = imported.faults;
    assert.deepEqual([promised?.title, promised?.severity, promised?.row], ['承诺时限', 'error', 2]);
    assert.deepEqual([phone?.title, phone?.severity], ['投诉电话', 'warning']);
    assert.deepEqual(imported.guides, []);
  });

  test('tell of an unknown column, a heading that stands twice, a missing column and a sheet that is none of theirs', () => {
    const rows = rowsOf(aSoundGuide());
    rows['材料'] = (rows['材料'] ?? []).map((row, at) => [...row.slice(0, -1), at === 0 ? '经办人心情' : '好']);
    rows['常见问题'] = [
      ['问题', '回答', '问题'],
      ['要多久？', '三天。', '要多久？'],
    ];
    rows['结果'] = (rows['结果'] ?? []).map((row) => row.filter((_, at) => at !== 3));
    rows['通讯录'] = [
      ['科室', '房间'],
      ['窗口科', '101'],
    ];
    const {faults} = importRows(rows);
    const told = faults.map(({sheet, title, severity}) => [sheet, title, severity]);
    assert.ok(told.some((one) => String(one) === '材料,经办人心情,warning'));
    assert.ok(told.some((one) => String(one) === '常见问题,问题,error'));
    assert.ok(told.some((one) => String(one) === '结果,结果类型,error'));
    assert.ok(told.some((one) => String(one) === '通讯录,,warning'));
  });

  test('say which rows belong to no item', () => {
    const rows = rowsOf(aSoundGuide());
    setCell(rows['材料'], 1, '实施编码', '11310000TBDEM115842002099777000');
    const imported = importRows(rows);
    assert.deepEqual(errorsOf(imported).map(whereOf), ['材料!A2']);
    assert.deepEqual(imported.guides, [], 'the item of that name would lack a material');
  });

  test('take no guide when it cannot be known whose row was damaged', () => {
    const other = aSoundGuide({taskCode: '11310000TBDEM115842002099009000', catalogCode: '002099009000'});
    const rows = rowsOf(aSoundGuide(), other);
    setCell(rows['材料'], 1, '实施编码', '1.13E+30');
    assert.deepEqual(importRows(rows).guides, []);
  });

  test('may be one list of materials that carries the item along', () => {
    const {事项: item = [], 材料: materials = [], ...rest} = rowsOf(aSoundGuide());
    const [itemHeadings = [], itemRow = []] = item;
    const [headings = [], ...rows] = materials.map((row) => row.slice(2));
    const flat = [
      [...itemHeadings, ...headings],
      ...rows.map((row, at) => [...(at === 0 ? itemRow : itemRow.map(() => '')), ...row]),
    ];
    const {guides, faults} = importRows({...rest, 清单: flat});
    assert.deepEqual(faults, []);
    assert.deepEqual(guides.map(supported), [supported(aSoundGuide())]);
  });

  test('may not say two things of one item', () => {
    const rows = rowsOf(aSoundGuide());
    rows['事项']?.push([...(rows['事项'][1] ?? [])]);
    setCell(rows['事项'], 2, '承诺时限', '1个工作日');
    const errors = errorsOf(importRows(rows));
    assert.deepEqual(errors.map(whereOf), ['事项!R3']);
  });
});

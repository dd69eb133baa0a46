import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {describe, test} from 'node:test';
import {lintText} from '@tongban/catalogue/node/authoring/lint-text.js';
import {textCell} from '@tongban/catalogue/node/authoring/sheets/cell.js';
import {importSheets} from '@tongban/catalogue/node/authoring/sheets/import-sheets.js';
import {readCsv} from '@tongban/catalogue/node/authoring/sheets/read-csv.js';
import {readXlsx} from '@tongban/catalogue/node/authoring/sheets/read-xlsx.js';
import {templateFile} from '@tongban/catalogue/node/authoring/template-file.js';
import {lintGuide} from '@tongban/domain/guide-lint/guide-lint.js';
import {Guide} from '@tongban/domain/guide/guide.js';
import fc from 'fast-check';
import * as v from 'valibot';
import {aSoundGuide, rowsOf} from './sheets-for-tests.js';

/** What turns up in cells: other columns' words, signs of our own little languages, anything at all. */
const junk = fc.oneof(
  fc.constantFrom(
    '',
    '是',
    '1',
    '-1',
    '2026-02-30',
    '__proto__',
    'constructor',
    '=',
    '非(',
    '（',
    '“',
    '；；',
    'agent=',
    '<img src=x onerror=1>',
    '1.1E+30',
  ),
  fc.string({unit: 'binary', maxLength: 20}),
);

describe('whatever stands in the files', () => {
  test('sheets give guides that may be published, or faults, and never fail', () => {
    const sound = rowsOf(aSoundGuide());
    const names = Object.keys(sound);
    const place = fc.tuple(fc.constantFrom(...names), fc.nat(3), fc.nat(36), junk);
    fc.assert(
      fc.property(fc.array(place, {minLength: 1, maxLength: 6}), (changes) => {
        const rows = Object.fromEntries(names.map((name) => [name, (sound[name] ?? []).map((row) => [...row])]));
        for (const [name, row, column, value] of changes)
          (rows[name] ??= [])[row] = Object.assign([...(rows[name]?.[row] ?? [])], {[column]: value});
        const sheets = names.map((name) => ({
          file: '事项.xlsx',
          name,
          rows: Array.from(rows[name] ?? [], (row) => Array.from(row ?? [], (cell) => textCell(cell ?? ''))),
        }));
        const {guides, faults} = importSheets(sheets);
        for (const guide of guides) {
          assert.ok(v.is(Guide, guide));
          assert.deepEqual(
            lintGuide(guide).filter(({severity}) => severity === 'error'),
            [],
          );
        }
        for (const {zh, en} of faults) assert.ok(zh && en);
        assert.ok(guides.length > 0 || faults.some(({severity}) => severity === 'error'));
      }),
      {numRuns: 500},
    );
  });

  test('a text gives guides or faults with a place inside it, and never fails', () => {
    const text = JSON.stringify(aSoundGuide(), null, 1);
    const cut = fc.tuple(
      fc.nat(text.length),
      fc.nat(30),
      fc.oneof(junk, fc.constantFrom('{', '}', '[', ',', '"', 'null', '\n')),
    );
    fc.assert(
      fc.property(cut, ([at, length, put]) => {
        const changed = text.slice(0, at) + put + text.slice(at + length);
        const lines = changed.split('\n').length;
        const {guides, faults} = lintText('guide.json', changed);
        for (const {line, column, zh, en} of faults) assert.ok(line >= 1 && line <= lines && column >= 1 && zh && en);
        assert.ok(guides.length > 0 || faults.length > 0);
      }),
      {numRuns: 500},
    );
  });

  test('damaged files are read or refused, and never fail', async () => {
    const workbook = await readFile(templateFile);
    await fc.assert(
      fc.asyncProperty(fc.nat(workbook.length - 1), fc.nat(255), fc.boolean(), async (at, byte, isCut) => {
        const damaged = isCut ? workbook.subarray(0, at) : Uint8Array.from(workbook).fill(byte, at, at + 4);
        const read = await readXlsx('guide.xlsx', damaged);
        assert.ok(Array.isArray(read) || 'zh' in read);
      }),
      {numRuns: 30},
    );
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 200}), (bytes) => {
        const read = readCsv('items.csv', bytes);
        assert.ok('rows' in read || read.zh.length > 0);
      }),
    );
  });
});

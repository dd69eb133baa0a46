import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {faultLine, type FileFault} from '@tongban/catalogue/node/authoring/file-fault.js';
import {lintText} from '@tongban/catalogue/node/authoring/lint-text.js';
import {aDelta} from '../../fixtures/guides.js';
import {aSoundGuide} from './sheets-for-tests.js';

const text = (value: unknown) => JSON.stringify(value, null, 2);
const lint = (source: string) => lintText('guide.json', source);

/** The text that a fault points at. */
function pointedAt(source: string, {line, column, endLine, endColumn}: FileFault): string {
  const lines = source.split('\n');
  if (line === endLine) return lines[line - 1]?.slice(column - 1, endColumn - 1) ?? '';
  return [
    lines[line - 1]?.slice(column - 1),
    ...lines.slice(line, endLine - 1),
    lines[endLine - 1]?.slice(0, endColumn - 1),
  ].join('\n');
}

const without = (key: string) => Object.fromEntries(Object.entries(aSoundGuide()).filter(([name]) => name !== key));

describe('a guide file', () => {
  test('without a fault has none, with the $schema that editors read and with the mark that spreadsheets put in front', () => {
    const source = text({$schema: './guide.schema.json', ...aSoundGuide()});
    assert.deepEqual(lint(source).faults, []);
    assert.deepEqual(lint(`\uFEFF${source}`).guides, [aSoundGuide()]);
  });

  test('that is no JSON says where it breaks off', () => {
    const [fault] = lint('{\n  "taskCode": "1",\n  name: "x"\n}').faults;
    assert.deepEqual([fault?.rule, fault?.line, fault?.column], ['json', 3, 3]);
    for (const source of ['', '{"a": 1,}', '{"a": "\n"}', '// guide\n{}', '{"a" 1}', '[1 2]']) {
      const {faults, guides} = lint(source);
      assert.ok(
        faults.some(({rule}) => rule === 'json'),
        source,
      );
      assert.deepEqual(guides, []);
    }
  });

  test('points at the value that is wrong, at the key nobody knows, and above what is missing', () => {
    const guide = {...aSoundGuide(), version: '1', nmae: '?', legal: {unit: 'workday'}};
    const source = text(guide);
    const told = lint(source).faults.map((fault) => [fault.path, pointedAt(source, fault)]);
    assert.deepEqual(told, [
      ['version', '"1"'],
      ['legal.value', '"legal"'],
      ['nmae', '"nmae"'],
    ]);
    const bare = text(without('name'));
    const [missing] = lint(bare).faults;
    assert.deepEqual([missing?.path, missing?.line, missing?.column], ['name', 1, 1]);
    assert.equal(missing?.zh, '缺少“name”。');
  });

  test('points at a broken rule, in a list and in what one region does differently', () => {
    const guide = aSoundGuide({
      promised: {value: 6, unit: 'workday'},
      results: [{name: '居住证', kind: '其他', delivery: [], sample: true}],
      deltas: [aDelta(), aDelta({region: '330000', taskCode: 'x', promised: {value: 9, unit: 'workday'}})],
    });
    const source = text([aSoundGuide({version: 2}), guide]);
    const told = lint(source).faults.map((fault) => [fault.rule, fault.severity, fault.path, pointedAt(source, fault)]);
    assert.deepEqual(
      told.filter(([rule]) => rule !== 14),
      [
        [12, 'error', 'promised', '"promised"'],
        [3, 'warning', 'results.0.kind', '"其他"'],
      ],
    );
    assert.ok(told.some(([rule, , path]) => rule === 14 && path === 'deltas.1.taskCode'));
  });

  test('has no key twice and no edition twice', () => {
    const twice = text(aSoundGuide()).replace('"version": 1,', '"version": 1,\n  "version": 1,');
    const [key] = lint(twice).faults;
    assert.deepEqual([key?.rule, pointedAt(twice, key as FileFault)], ['json', '"version"']);

    const editions = text([aSoundGuide(), aSoundGuide({version: 2}), aSoundGuide()]);
    const {faults, guides} = lint(editions);
    assert.deepEqual(
      faults.map(({rule, path}) => [rule, path]),
      [['double', 'taskCode']],
    );
    assert.equal(guides.length, 3);
  });

  test('is told of as file, line, column, code, rule and a sentence in both languages', () => {
    const [fault] = lint(text(aSoundGuide({consultPhone: '12345678'}))).faults;
    assert.match(
      faultLine(fault as FileFault),
      /^guide\.json:\d+:\d+ TB_GUIDE_INVALID rule-8 warning — 电话应带区号。 \/ The telephone needs its area code\.$/,
    );
  });
});

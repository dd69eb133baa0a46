import assert from 'node:assert/strict';
import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {guideSheets} from '@tongban/catalogue/node/authoring/sheets/guide-sheets.js';
import {guideCommand} from '@tongban/cli/commands/guide.js';
import {main} from '@tongban/cli/main.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import {aGuide} from '../fixtures/guides.js';

/** `tongban guide …` with what it said. */
async function guide(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(['guide', ...args], {out: (line) => out.push(line), err: (line) => err.push(line)});
  return {code, out, err};
}

describe('tongban guide', () => {
  let dir: string;
  const inDir = (name: string) => join(dir, name);

  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'tongban-guide-'));
  });

  after(() => rm(dir, {recursive: true}));

  async function write(name: string, value: unknown): Promise<string> {
    await writeFile(inDir(name), typeof value === 'string' ? value : JSON.stringify(value, null, 2));
    return inDir(name);
  }

  const faulty = aGuide({promised: {value: 6, unit: 'workday'}, consultPhone: '12345'});

  test('lint says line and column of every fault and fails for an error, for a warning only when it is strict', async () => {
    const file = await write('faulty.json', faulty);
    const {code, out, err} = await guide('lint', file);
    assert.equal(code, 1);
    assert.equal(out.length, 2);
    assert.match(out[0] ?? '', /faulty\.json:\d+:\d+ TB_LIMIT_ORDER rule-12 error — 承诺时限.* \/ The promised/);
    assert.deepEqual(err, ['1 guides in 1 files: 1 errors, 1 warnings']);

    const warned = await write('warned.json', {...faulty, promised: {value: 3, unit: 'workday'}});
    assert.equal((await guide('lint', warned)).code, 0);
    assert.equal((await guide('lint', warned, '--strict')).code, 1);
    assert.equal((await guide('lint', await write('sound.json', aGuide()), '--strict')).code, 0);
  });

  test('lint gives editors the same as JSON', async () => {
    const {out} = await guide('lint', await write('editor.json', faulty), '--format', 'json');
    const [fault] = JSON.parse(out.join('\n')) as {line: number; rule: number; path: string}[];
    assert.deepEqual([fault?.rule, fault?.path], [12, 'promised']);
    assert.ok((fault?.line ?? 0) > 1);
  });

  test('lint takes the guides of a folder and leaves other lists in it alone', async () => {
    await mkdir(inDir('folder/deep'), {recursive: true});
    await write('folder/a.json', aGuide());
    await write('folder/deep/b.json', [aGuide({version: 2}), {...faulty, version: 3}, aGuide()]);
    await write('folder/items.json', [{taskCode: '1', name: '一行事项'}]);
    await write('folder/torn.json', '{');
    const {code, out, err} = await guide('lint', inDir('folder'));
    assert.equal(code, 1);
    assert.deepEqual(err, ['4 guides in 3 files: 3 errors, 1 warnings']);
    assert.ok(
      out.some((line) => /b\.json:\d+:\d+ TB_GUIDE_INVALID double error/.test(line)),
      'the edition of a.json',
    );
    assert.ok(out.every((line) => !line.includes('items.json')));
  });

  test('diff answers as diff does', async () => {
    const [one, two] = [
      await write('one.json', aGuide()),
      await write('two.json', [aGuide({version: 2, name: '退休提取'})]),
    ];
    assert.deepEqual(await guide('diff', one, one), {code: 0, out: [], err: []});
    const {code, out} = await guide('diff', one, two);
    assert.equal(code, 1);
    assert.deepEqual(out.slice(1), [
      '~   事项名称：正常退休提取住房公积金 → 退休提取 / name: 正常退休提取住房公积金 → 退休提取',
    ]);
    assert.equal((await guide('diff', one, inDir('none.json'))).code, 2);
    assert.equal((await guide('diff', one, await write('torn.json', '['))).code, 2);
    assert.equal((await guide('diff', one)).code, 2);
    assert.equal((await guide('diff', '--sideways', one, two)).code, 2);
  });

  test('schema and template write what editors and clerks begin with', async () => {
    assert.equal((await guide('schema', '--out', inDir('schema.json'))).code, 0);
    const said = (await guide('schema')).out.join('\n');
    assert.equal(`${said}\n`, await readFile(inDir('schema.json'), 'utf8'));
    assert.equal((await guide('template', '--out', inDir('empty.xlsx'))).code, 0);
    const empty = await guide('import', inDir('empty.xlsx'), '--out', inDir('none'));
    assert.deepEqual([empty.code, empty.out.length], [1, 1]);
  });

  test('import writes one guide file an item, which passes lint, and fails when one was left out', async () => {
    const other = aGuide({taskCode: '11310000TBDEM115842002099009000', catalogCode: '002099009000', name: '另一事项'});
    const sheets = guideSheets([aGuide(), other]);
    const files = [];
    for (const {name, rows} of sheets) {
      const lines = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','));
      files.push(await write(`${name}.csv`, lines.join('\n')));
    }
    const {code, err} = await guide('import', ...files, '--out', inDir('out'));
    assert.equal(code, 0);
    assert.deepEqual((await readdir(inDir('out'))).sort(), [`${aGuide().taskCode}.json`, `${other.taskCode}.json`]);
    assert.match(err[0] ?? '', /^2 items: 2 written/);
    assert.equal((await guide('lint', inDir('out'))).code, 0);
    const [first] = await readdir(inDir('out'));
    const written = JSON.parse(await readFile(join(inDir('out'), first ?? ''), 'utf8')) as Guide;
    assert.deepEqual(written.steps, aGuide().steps);

    const half = await readFile(inDir('事项.csv'), 'utf8');
    await write('事项.csv', half.replace('3个工作日', '三天左右'));
    const again = await guide('import', ...files, '--out', inDir('half'));
    assert.deepEqual([again.code, (await readdir(inDir('half'))).length], [1, 1]);
    assert.match(again.out[0] ?? '', /^事项\.csv R2 “承诺时限” error — 时限要写数和单位/);
  });

  test('says how it is used', async () => {
    for (const args of [
      [],
      ['sing'],
      ['lint'],
      ['lint', 'x', '--format', 'rhyme'],
      ['import', 'x.csv'],
      ['template'],
      ['preview'],
      ['preview', 'x', '--region', '32'],
    ]) {
      const {code, err} = await guide(...args);
      assert.equal(code, 64, args.join(' '));
      assert.match(err.join('\n'), /^tongban guide /);
    }
    assert.match(guideCommand.usage, /guide lint .*\n.*guide diff /);
  });
});

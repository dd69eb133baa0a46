import assert from 'node:assert/strict';
import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {main} from '@tongban/cli/main.js';
import {root} from '../support/files.mjs';

const data = join(root, 'demo/data');
const source = join(data, 'source');

/** `tongban …` with what it said. */
async function tongban(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(args, {out: (line) => out.push(line), err: (line) => err.push(line)});
  return {code, out, err};
}

const readJson = async <Content>(file: string) => JSON.parse(await readFile(file, 'utf8')) as Content;

describe('tongban import', () => {
  let dir: string;
  const inDir = (name: string) => join(dir, name);

  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'tongban-import-'));
  });

  after(() => rm(dir, {recursive: true}));

  /** Writes a feed with some rows changed, and imports it. */
  async function importChanged(
    kind: string,
    file: string,
    list: string,
    change: (rows: Record<string, unknown>[]) => unknown[],
  ) {
    const feed = await readJson<Record<string, unknown>>(join(source, file));
    const name = inDir(`${kind}.json`);
    await writeFile(name, JSON.stringify({...feed, [list]: change(feed[list] as Record<string, unknown>[])}));
    await cp(join(source, 'editions.json'), inDir('editions.json'));
    return tongban('import', kind, name, '--out', inDir(kind));
  }

  const sets = [
    ['guides', 'guides.json', ['guides.json', 'items.json']],
    ['guangdong', 'guangdong-2021.json', ['items.json']],
    ['sichuan', 'sichuan-guangan-2025.json', ['items.json']],
    ['national', 'items-crossprovince.json', ['items.json']],
  ] as const;

  for (const [kind, file, results] of sets) {
    test(`makes the ${kind} of the demo byte for byte, and changes nothing the second time`, async () => {
      const out = inDir(`demo-${kind}`);
      assert.equal((await tongban('import', kind, join(source, file), '--out', out)).code, 0);
      for (const name of results) {
        assert.ok(
          (await readFile(join(out, name))).equals(await readFile(join(data, kind, name))),
          `${kind}/${name} is not what the import makes`,
        );
      }
      const again = await tongban('import', kind, join(source, file), '--out', out);
      assert.equal(again.out.filter((line) => line.endsWith('unchanged')).length, results.length);
    });
  }

  for (const [kind, file] of [
    ['regions', 'regions.json'],
    ['holidays', 'holidays-cn.json'],
  ] as const) {
    test(`takes the ${kind} whole, and what it wrote again without a change`, async () => {
      const first = await tongban('import', kind, join(data, file), '--out', inDir(kind));
      assert.deepEqual(first.err, []);
      assert.deepEqual(await readJson(join(inDir(kind), file)), await readJson(join(data, file)));
      const again = await tongban('import', kind, join(inDir(kind), file), '--out', inDir(kind));
      assert.match(again.out[0] ?? '', /unchanged$/);
    });
  }

  test('reports a wrong check digit, a promise longer than the law, a missing name and a double by row and field, and keeps the rest', async () => {
    const {code, out, err} = await importChanged(
      'guangdong',
      'guangdong-2021.json',
      'items',
      ([one, two, three, four, five]) => [
        {
          ...one,
          taskCode: String(one?.['taskCode']).replace(
            /^.{17}./,
            (authority) => authority.slice(0, 17) + (authority.endsWith('A') ? 'B' : 'A'),
          ),
        },
        {...two, legalLimit: {value: 5, unit: '工作日'}, promisedLimit: {value: 6, unit: '工作日'}},
        {...three, name: undefined},
        four,
        {...five, taskCode: four?.['taskCode']},
        'not a row',
      ],
    );
    assert.equal(code, 0);
    assert.equal(err.length, 5);
    assert.match(
      err[0] ?? '',
      /^guangdong\.json row 1 taskCode: TB_CODE_INVALID 事项编码前18位.* The first 18 characters/,
    );
    assert.match(err[1] ?? '', /row 2 promisedLimit: TB_LIMIT_ORDER 承诺时限长于法定时限。 The promised/);
    assert.match(err[2] ?? '', /row 3 name: TB_CONTRACT_INVALID .*应为 .*expected/);
    assert.match(err[3] ?? '', /row 5 taskCode: TB_IMPORT_ROW 与前面的一行重复/);
    assert.match(err[4] ?? '', /row 6 -: TB_CONTRACT_INVALID/);
    assert.deepEqual(out, ['items.json: 1 records', 'guangdong.json: 6 rows read, 5 left out']);
    assert.equal((await readJson<unknown[]>(join(inDir('guangdong'), 'items.json'))).length, 1);
  });

  test('reports a guide with an unknown question, an unknown field type and no code', async () => {
    const {err, out} = await importChanged('guides', 'guides.json', 'guides', ([one, two, three, four]) => [
      {...one, materials: [{...(one?.['materials'] as object[])[0], when: {q: 'nobody', is: 'asked'}}]},
      {...two, fields: [{...(two?.['fields'] as object[])[0], type: 'hologram'}]},
      {...three, id: 'unheard-of'},
      four,
    ]);
    assert.deepEqual(
      err.map((line) => line.split(' ').slice(1, 5).join(' ')),
      [
        'row 1 materials.0.when: TB_WHEN_UNKNOWN',
        'row 2 fields.0.type: TB_CONTRACT_INVALID',
        'row 3 id: TB_ITEM_UNKNOWN',
      ],
    );
    assert.deepEqual(out.slice(0, 2), ['guides.json: 1 records', 'items.json: 5 records']);
  });

  test('leaves out a region without its parent, and ends a calendar before a faulty year', async () => {
    const regions = inDir('few-regions.json');
    const row = (code: string, level: string, parent: string | null) => ({code, name: '某地', level, parent});
    await writeFile(
      regions,
      JSON.stringify({
        regions: [row('320000', 'province', null), row('990000', 'province', null), row('330102', 'county', '330100')],
        retired: [],
      }),
    );
    const regional = await tongban('import', 'regions', regions, '--out', inDir('few'));
    assert.deepEqual(
      regional.err.map((line) => line.split(' ').slice(1, 5).join(' ')),
      ['row 2 code: TB_REGION_UNKNOWN', 'row 3 parent: TB_REGION_UNKNOWN'],
    );

    const holidays = inDir('years.json');
    const years = {
      '2025': {holidays: ['2025-01-01'], workdays: []},
      '2026': {holidays: ['2026-02-30'], workdays: []},
      '2027': {holidays: [], workdays: []},
    };
    await writeFile(holidays, JSON.stringify({meta: {coverage: ['2025-01-01', '2027-12-31']}, years}));
    const yearly = await tongban('import', 'holidays', holidays, '--out', inDir('few'));
    assert.match(yearly.err[0] ?? '', /row 2 2026\.holidays\.0: TB_CONTRACT_INVALID/);
    const kept = await readJson<{meta: {coverage: string[]}; years: object}>(join(inDir('few'), 'holidays-cn.json'));
    assert.deepEqual([kept.meta.coverage, Object.keys(kept.years)], [['2025-01-01', '2025-12-31'], ['2025']]);
  });

  test('exits with 2 for faulty rows only when asked to be strict', async () => {
    const args = ['import', 'guangdong', join(source, 'guangdong-2021.json'), '--out', inDir('strict')];
    assert.equal((await tongban(...args)).code, 0);
    assert.equal((await tongban(...args, '--strict')).code, 2);
  });

  test('says what is wrong with a file that is not there or is no JSON, and how it is used', async () => {
    const missing = await tongban('import', 'regions', inDir('nowhere.json'), '--out', dir);
    assert.equal(missing.code, 1);
    assert.match(missing.err[0] ?? '', /^TB_NOT_FOUND .*file=nowhere\.json$/);

    await writeFile(inDir('broken.json'), '{"items": [');
    assert.match(
      (await tongban('import', 'sichuan', inDir('broken.json'), '--out', dir)).err[0] ?? '',
      /^TB_CONTRACT_INVALID/,
    );

    for (const args of [
      [],
      ['dance'],
      ['import'],
      ['import', 'moon', 'x', '--out', dir],
      ['import', 'regions', '--wrong'],
    ]) {
      const {code, err} = await tongban(...args);
      assert.equal(code, 64);
      assert.match(err.join('\n'), /tongban import guides\|/);
    }
  });
});

import assert from 'node:assert/strict';
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {prepareFeed, type FeedFiles} from '@tongban/catalogue/node/publish/prepare-feed.js';
import {aGuide} from '../../../fixtures/guides.js';
import {anItem} from '../../../fixtures/service-items.js';

const TODAY = '2026-10-01';

describe('a feed', () => {
  let dir: string;

  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'tongban-feed-'));
  });

  after(() => rm(dir, {recursive: true}));

  async function file(name: string, content: unknown): Promise<string> {
    const path = join(dir, name);
    await writeFile(path, typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content));
    return path;
  }

  async function prepare(items: unknown, more: Omit<FeedFiles, 'items'> = {}, name = 'items.json') {
    return prepareFeed({...more, items: [await file(name, items)]}, TODAY);
  }

  const short = (feed: Awaited<ReturnType<typeof prepareFeed>>) =>
    feed.faults.map(({file: name, row, field, severity}) => `${name} ${row} ${field || '-'} ${severity}`);

  test('keeps the good rows and says of the others which row and field and why', async () => {
    const feed = await prepare([
      anItem({taskCode: 'one'}),
      anItem({taskCode: 'one', name: '同一编码'}),
      {...anItem({taskCode: 'three'}), region: '32'},
      anItem({taskCode: 'four', summary: '长'.repeat(3 * 1024 ** 2)}),
      anItem({taskCode: 'five', name: '<img src=x onerror=alert(1)>登记'}),
      anItem({taskCode: 'six', keywords: ['好', '坏\u0000']}),
      anItem({taskCode: 'seven', name: '半个字\ud842'}),
      anItem({taskCode: 'eight', name: '  '}),
      {...anItem({taskCode: 'nine'}), colour: 'red'},
      'not a row',
    ]);
    assert.deepEqual(
      feed.items.map(({taskCode}) => taskCode),
      ['one', 'five'],
    );
    assert.equal(feed.items[1]?.name, '<img src=x onerror=alert(1)>登记');
    assert.deepEqual(short(feed), [
      'items.json 2 taskCode error',
      'items.json 3 region error',
      'items.json 4 summary error',
      'items.json 5 name warning',
      'items.json 6 keywords.1 error',
      'items.json 7 name error',
      'items.json 8 name error',
      'items.json 9 colour error',
      'items.json 10 - error',
    ]);
    const [double] = feed.faults;
    assert.match(double?.zh ?? '', /items\.json 1.*重复/);
    assert.match(double?.en ?? '', /earlier row \(items\.json 1\)/);
  });

  test('may be lines, with a byte order mark and Windows line ends, and a broken line stands alone', async () => {
    const lines = [
      '\uFEFF' + JSON.stringify(anItem({taskCode: 'one'})),
      '{"taskCode": ',
      '',
      JSON.stringify(anItem({taskCode: 'four'})),
    ];
    const feed = await prepare(lines.join('\r\n'), {}, 'items.jsonl');
    assert.deepEqual(
      feed.items.map(({taskCode}) => taskCode),
      ['one', 'four'],
    );
    assert.deepEqual(short(feed), ['items.jsonl 2 - error']);
  });

  test('may stand in several files, where a code still counts once', async () => {
    const [one, two] = [
      await file('one.json', {items: [anItem()]}),
      await file('two.json', [anItem(), anItem({taskCode: 'other'})]),
    ];
    const feed = await prepareFeed({items: [one, two]}, TODAY);
    assert.equal(feed.items.length, 2);
    assert.deepEqual(short(feed), ['two.json 1 taskCode error']);
  });

  test('in another encoding, cut off, or without a list, is refused as a file and the others go on', async () => {
    const good = await file('good.json', [anItem()]);
    const gbk = await file('gbk.json', Buffer.from([0x5b, 0x22, 0xb9, 0xab, 0xbb, 0xfd, 0x22, 0x5d]));
    const wide = await file('wide.json', Buffer.from('\uFEFF[]', 'utf16le'));
    const cut = await file('cut.json', '[\n  {"taskCode": "one",');
    const object = await file('object.json', {rows: []});
    const feed = await prepareFeed({items: [gbk, wide, cut, object, good]}, TODAY);
    assert.equal(feed.items.length, 1);
    assert.deepEqual(short(feed), [
      'gbk.json 0 - error',
      'wide.json 0 - error',
      'cut.json 0 - error',
      'object.json 0 - error',
    ]);
    assert.match(feed.faults[0]?.en ?? '', /not UTF-8/);
    assert.match(feed.faults[3]?.en ?? '', /no list/);
  });

  test('that is not there is an error of its own', async () => {
    await assert.rejects(prepareFeed({items: [join(dir, 'nowhere.json')]}, TODAY), {
      name: 'TB_NOT_FOUND',
      details: {file: 'nowhere.json'},
    });
  });

  test('says why an item is not open: paused, cancelled, not yet, no longer, or unclaimed where its region claims others', async () => {
    const claims = await file('claims.json', {'320500': ['claimed', '000199001000'], '320600': ['no-such-item']});
    const feed = await prepare(
      [
        {...anItem({taskCode: 'active'}), taskState: 'active'},
        {...anItem({taskCode: 'paused', region: '320500'}), taskState: 'paused'},
        {...anItem({taskCode: 'cancelled'}), taskState: 'cancelled'},
        {...anItem({taskCode: 'tomorrow'}), effective: ['2026-10-02', null]},
        {...anItem({taskCode: 'today'}), effective: ['2026-10-01', '2026-10-01']},
        {...anItem({taskCode: 'yesterday'}), effective: ['2026-01-01', '2026-09-30']},
        anItem({taskCode: 'claimed', region: '320500'}),
        anItem({taskCode: 'by catalogue code', region: '320500', catalogCode: '000199001000'}),
        anItem({taskCode: 'forgotten', region: '320500'}),
      ],
      {claims},
    );
    assert.deepEqual(Object.fromEntries(feed.items.map(({taskCode, notOpen}) => [taskCode, notOpen])), {
      active: undefined,
      paused: 'paused',
      cancelled: 'cancelled',
      tomorrow: 'notYetEffective',
      today: undefined,
      yesterday: 'cancelled',
      claimed: undefined,
      'by catalogue code': undefined,
      forgotten: 'unclaimed',
    });
    assert.ok(feed.items.every((item) => !('taskState' in item) && !('effective' in item)));
    assert.deepEqual(short(feed), ['claims.json 0 320600.0 warning']);
  });

  test('leaves out bundles that wait in a circle, name unknown items, or one item twice', async () => {
    const bundle = (id: string, steps: [code: string, after: string[]][]) => ({
      id,
      name: '新生儿出生一件事',
      region: '320000',
      items: steps.map(([taskCode, after]) => ({taskCode, after})),
    });
    const bundles = await file('bundles.json', [
      bundle('sound', [
        ['birth', []],
        ['household', ['birth']],
        ['insurance', ['birth', 'household']],
      ]),
      bundle('circle', [
        ['birth', ['insurance']],
        ['household', ['birth']],
        ['insurance', ['household']],
      ]),
      bundle('itself', [
        ['birth', ['birth']],
        ['household', []],
      ]),
      bundle('unknown', [
        ['birth', ['moon']],
        ['mars', []],
      ]),
      bundle('double', [
        ['birth', []],
        ['birth', []],
      ]),
    ]);
    const feed = await prepare(
      ['birth', 'household', 'insurance'].map((taskCode) => anItem({taskCode})),
      {bundles: [bundles]},
    );
    assert.deepEqual(
      feed.bundles.map(({id}) => id),
      ['sound'],
    );
    assert.match(feed.faults[0]?.en ?? '', /circle: birth → insurance → household → birth/);
    assert.deepEqual(
      feed.faults.map(({row, field}) => `${row} ${field}`),
      ['2 items', '3 items', '4 items.0.after.0', '4 items.1.taskCode', '5 items'],
    );
  });

  test('leaves out a guide that may not be published, and the second of one edition', async () => {
    const guides = await file('guides.json', [
      aGuide(),
      aGuide(),
      aGuide({version: 2, promised: {value: 9, unit: 'workday'}}),
      {...aGuide({version: 3}), taskCode: undefined},
    ]);
    const feed = await prepare([anItem()], {guides: [guides]});
    assert.deepEqual(
      feed.guides.map(({version}) => version),
      [1],
    );
    const errors = feed.faults.filter(({severity}) => severity === 'error');
    assert.deepEqual(
      errors.map(({row, field, code}) => `${row} ${field} ${code}`),
      ['2 version TB_FEED_INVALID', '3 promised TB_LIMIT_ORDER', '4 taskCode TB_FEED_INVALID'],
    );
  });

  test('takes a folder of guides, one a file as editors leave them', async () => {
    const folder = join(dir, 'guides');
    await mkdir(folder);
    await writeFile(
      join(folder, 'b.json'),
      JSON.stringify({$schema: './guide.schema.json', ...aGuide({taskCode: 'b'})}),
    );
    await writeFile(join(folder, 'a.json'), JSON.stringify([aGuide({taskCode: 'a'})]));
    await writeFile(join(folder, 'notes.txt'), 'not a guide');
    const feed = await prepare([anItem()], {guides: [folder]});
    assert.deepEqual(
      feed.guides.map(({taskCode}) => taskCode),
      ['a', 'b'],
    );
    assert.deepEqual(
      short(feed).filter((fault) => fault.endsWith('error')),
      [],
    );
  });
});

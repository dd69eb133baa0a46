import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtemp, readdir, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, test} from 'node:test';
import {setTimeout as wait} from 'node:timers/promises';
import {main} from '@tongban/cli/main.js';
import {buildPack} from '@tongban/catalogue/node/publish/build-pack.js';
import {readPublicKeys, readSigningKey} from '@tongban/catalogue/node/publish/key-folder.js';
import {verifyPack} from '@tongban/catalogue/node/publish/verify-pack.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import {aGuide, aMaterial} from '../fixtures/guides.js';
import {anItem} from '../fixtures/service-items.js';
import {root} from '../support/files.mjs';

/** `tongban catalogue …` with what it said. */
async function tongban(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(['catalogue', ...args], {out: (line) => out.push(line), err: (line) => err.push(line)});
  return {code, out, err};
}

const KILLS = 6;

describe('tongban catalogue', () => {
  let dir: string;
  const inDir = (name: string) => join(dir, name);

  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'tongban-catalogue-'));
    await tongban('keys', inDir('keys'));
  });

  after(() => rm(dir, {recursive: true}));

  /** Folders of one publisher of its own, and the commands over them. */
  function publisher(name: string) {
    const [served, feedFile, guideFile] = [
      inDir(`${name}/served`),
      inDir(`${name}-items.json`),
      inDir(`${name}-guides.json`),
    ];
    const feed = async (items: readonly ServiceItem[], guides: readonly Guide[] = []) => {
      await writeFile(feedFile, JSON.stringify(items));
      await writeFile(guideFile, JSON.stringify(guides));
      return [feedFile, '--guides', guideFile];
    };
    const build = async (files: string[], out: string, ...more: string[]) =>
      tongban(
        'build',
        ...files,
        '--region',
        '320000',
        '--key',
        inDir('keys'),
        '--out',
        inDir(`${name}/${out}`),
        ...more,
      );
    return {
      served,
      feed,
      build,
      update: (files: string[], out: string, ...more: string[]) => build(files, out, '--onto', served, ...more),
      publish: (out: string) => tongban('publish', inDir(`${name}/${out}`), '--to', served, '--keys', inDir('keys')),
      verified: async () => verifyPack(served, await readPublicKeys(inDir('keys'))),
    };
  }

  const many = (count: number) =>
    Array.from({length: count}, (_, at) => anItem({taskCode: `item-${String(at)}`, name: `第${String(at)}号事项`}));

  test('takes a changed item from the feed to what is served, and says what changed before', async () => {
    const {feed, build, update, publish, served, verified} = publisher('road');
    const files = await feed(many(50), [aGuide()]);
    assert.equal((await build(files, 'first')).code, 0);
    assert.equal((await publish('first')).code, 0);
    assert.equal((await tongban('diff', served, ...files)).code, 0);

    const changed = many(51).map((item) =>
      item.taskCode === 'item-7' ? {...item, name: '改名后的事项', summary: '新的说明'} : item,
    );
    const guide = aGuide({version: 2, materials: [aMaterial({name: '身份证'})]});
    await feed(changed.slice(1), [guide]);
    const diff = await tongban('diff', served, ...files);
    assert.equal(diff.code, 1);
    assert.deepEqual(diff.out, [
      '+ 新增 added item-50 第50号事项',
      '- 取消 removed item-0 第0号事项',
      '~ 修改 changed item-7 改名后的事项',
      '    name 名称: 第7号事项 → 改名后的事项',
      '    summary 说明: — → 新的说明',
      `~ 指南新版本 guide, new version ${guide.taskCode} ${guide.name} v1 → v2`,
      '    + 材料 material 身份证',
      '新增 added 1, 修改 changed 1, 取消 removed 1, 指南 guides 1',
    ]);

    assert.equal((await update(files, 'second')).code, 0);
    assert.equal((await publish('second')).code, 0);
    const {manifest, guides} = await verified();
    assert.deepEqual([manifest.items, manifest.layers.length, guides[0]?.version], [50, 2, 2]);
    assert.match(manifest.edition, /^\d{4}Q[1-4]\+1$/);
    const sound = await tongban('verify', served, '--keys', inDir('keys'));
    assert.match(sound.out[0] ?? '', /50 items, 1 guides, \d+ parts, \d+ kB: 完好 sound$/);

    const idle = await update(files, 'third');
    assert.match(idle.out.join('\n'), /Nothing changed/);
    await assert.rejects(stat(inDir('road/third/manifest.json')));
  });

  test('leaves a faulty row out and keeps what was published of it; strict builds nothing; nor does a file that cannot be read', async () => {
    const {feed, build, update, publish, verified} = publisher('faults');
    await build(await feed(many(20)), 'first');
    await publish('first');

    const faulty = many(21).map((item) => (item.taskCode === 'item-3' ? {...item, region: 'Jiangsu'} : item));
    const files = await feed(faulty);
    const strict = await update(files, 'strict', '--strict');
    assert.equal(strict.code, 2);
    assert.match(strict.err[0] ?? '', /^faults-items\.json row 4 region: error TB_FEED_INVALID \P{ASCII}+.*expected/u);
    assert.ok(!(await readdir(inDir('faults'))).includes('strict'));

    const {code, out} = await update(files, 'second');
    assert.equal(code, 0);
    assert.deepEqual(out.slice(0, 2), [
      '21 rows read, 1 left out',
      '新增 added 1, 修改 changed 0, 取消 removed 0, 指南 guides 0',
    ]);
    await publish('second');
    assert.equal((await verified()).manifest.items, 21);

    await writeFile(files[0] ?? '', '[{"taskCode": "item-1",');
    const broken = await update(files, 'third');
    assert.equal(broken.code, 2);
    assert.match(broken.err[0] ?? '', /faults-items\.json row 0 -: error TB_FEED_INVALID .*JSON/);
    assert.ok(!(await readdir(inDir('faults'))).includes('third'));
  });

  test('refuses to publish an older list, another province, a list before its day, an edition that changed silently, and a stranger', async () => {
    const {feed, build, publish, verified} = publisher('refusals');
    await build(await feed(many(5), [aGuide()]), 'old');
    await build(await feed(many(6), [aGuide()]), 'new');
    await publish('new');
    const before = (await verified()).manifest.sequence;

    const refused = async (out: string, why: RegExp) => {
      const {code, err} = await publish(out);
      assert.equal(code, 1);
      assert.match(err[0] ?? '', why);
    };
    await refused('old', /TB_PUBLISH_REFUSED .*why=sequence/);
    await build(await feed(many(6), [aGuide()]), 'next-year', '--from', '2999-01-01');
    await refused('next-year', /TB_PUBLISH_REFUSED .*why=notYet from=2999-01-01/);
    await tongban(
      'build',
      ...(await feed(many(6))),
      '--region',
      '330000',
      '--key',
      inDir('keys'),
      '--out',
      inDir('refusals/elsewhere'),
    );
    await refused('elsewhere', /why=region/);
    const {effective, edition, publishedAt} = (await verified()).manifest;
    const later = {region: '320000', sequence: before + 1, edition, publishedAt, effective};
    const silently = {items: many(6), guides: [aGuide({name: '悄悄改了'})]};
    await buildPack(silently, {...later, dir: inDir('refusals/rewritten'), key: await readSigningKey(inDir('keys'))});
    await refused('rewritten', /why=edition .*version=1/);
    await tongban('keys', inDir('stranger'));
    await tongban(
      'build',
      ...(await feed(many(7))),
      '--region',
      '320000',
      '--key',
      inDir('stranger'),
      '--out',
      inDir('refusals/strange'),
    );
    await refused('strange', /TB_CATALOGUE_SIGNATURE/);
    await refused('nowhere', /TB_NOT_FOUND/);
    assert.equal((await verified()).manifest.sequence, before);
  });

  test('lets a second key take over from the first', async () => {
    const keys = inDir('turning-keys');
    const [first = ''] = (await tongban('keys', keys)).out;
    assert.deepEqual((await tongban('keys', keys)).out, [first]);
    assert.equal((await tongban('keys', keys, '--add')).out.length, 2);
    assert.match((await tongban('keys', keys, '--add')).err[0] ?? '', /^TB_CONFIG/);
    assert.equal((await stat(join(keys, first.split('  ')[1] ?? ''))).mode & 0o077, 0);
    assert.ok(!(await readFile(join(keys, 'public.json'), 'utf8')).includes('"d"'));

    const {feed, served} = publisher('turning');
    const files = await feed(many(3));
    const build = (key: string, out: string) =>
      tongban('build', ...files, '--region', '320000', '--key', key, '--out', inDir(out));
    assert.match((await build(keys, 'either')).err[0] ?? '', /^TB_CONFIG .*why=key found=2/);
    await build(join(keys, first.split('  ')[1] ?? ''), 'by-first');
    assert.equal((await tongban('publish', inDir('by-first'), '--to', served, '--keys', keys)).code, 0);
    await tongban('keys', keys, '--drop', first.split('  ')[0] ?? '');
    assert.match((await tongban('verify', served, '--keys', keys)).err[0] ?? '', /^TB_CATALOGUE_SIGNATURE/);
    await build(keys, 'by-second');
    assert.equal((await tongban('verify', inDir('by-second'), '--keys', keys)).code, 0);
  });

  test('killed while it publishes leaves the old list or the new one, and goes on the next time', async () => {
    const {feed, build, update, publish, served, verified} = publisher('kill');
    const long = (count: number, word: string) =>
      many(count).map((item, at) => ({...item, summary: `${word}${String(at)}`.repeat(40)}));
    await build(await feed(long(3_000, '甲')), 'first');
    await publish('first');
    const {sequence} = (await verified()).manifest;
    await update(await feed(long(3_000, '乙')), 'second');
    const next = (await verifyPack(inDir('kill/second'), await readPublicKeys(inDir('keys')))).manifest.sequence;

    const publishing = async (to: string, killAfter?: number) => {
      const script = join(root, 'test/support/publish-once.mjs');
      const child = spawn(process.execPath, [...process.execArgv, script, inDir('kill/second'), to, inDir('keys')]);
      await once(child.stdout, 'data');
      const ended = once(child, 'exit');
      const started = performance.now();
      child.stdin.end('go\n');
      if (killAfter !== undefined) {
        await wait(killAfter); // The instant is the point: it sweeps over the whole of a publishing.
        child.kill('SIGKILL');
      }
      await ended;
      return performance.now() - started;
    };
    const whole = await publishing(inDir('kill/elsewhere'));
    const seen = new Set<number>();
    for (let round = 0; round < KILLS; round++) {
      await publishing(served, (whole * round) / (KILLS - 1));
      seen.add((await verified()).manifest.sequence);
    }
    assert.ok(seen.has(sequence));
    assert.ok([...seen].every((found) => found === sequence || found === next));
    if (!seen.has(next)) assert.equal((await publish('second')).code, 0);
    assert.equal((await verified()).manifest.sequence, next);
  });

  test('says how it is used', async () => {
    for (const args of [
      [],
      ['dance'],
      ['build'],
      ['build', 'x.json', '--region', '99', '--key', 'k', '--out', 'o'],
      ['publish', 'x'],
      ['verify'],
      ['diff'],
      ['keys'],
    ]) {
      const {code, err} = await tongban(...args);
      assert.equal(code, 64, args.join(' '));
      assert.match(err[0] ?? '', /^tongban catalogue /);
    }
    assert.equal((await tongban('verify', 'x', '--wrong')).code, 64);
  });
});

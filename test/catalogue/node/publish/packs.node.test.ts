import assert from 'node:assert/strict';
import {describe, test, type TestContext} from 'node:test';
import {partsOf} from '@tongban/catalogue/node/publish/pack-folder.js';
import {publishUpdate} from '@tongban/catalogue/node/publish/publish-update.js';
import {differences, verifyPack} from '@tongban/catalogue/node/publish/verify-pack.js';
import type {Manifest} from '@tongban/catalogue/shared/manifest.js';
import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import {aDelta, aGuide} from '../../../fixtures/guides.js';
import {readSeeds} from '../../../../demo/seeds.js';
import {aPublication, items} from './a-publication.js';

async function publisher(t: TestContext) {
  const publication = await aPublication();
  t.after(publication.remove);
  return publication;
}

const names = (manifest: Manifest) => partsOf(manifest).map(({sha256}) => sha256);

describe('a publication', () => {
  test('gives back the real lists and guides of the demo as they went in', async (t) => {
    const {build, dir, keys} = await publisher(t);
    const seeds = readSeeds();
    const manifest = await build(seeds);
    assert.equal(manifest.items, seeds.items.length);
    assert.equal(differences(await verifyPack(dir, keys), seeds), undefined);
  });

  test('has the same parts whatever order the feed came in', async (t) => {
    const {build, inDir} = await publisher(t);
    const [feed, guides] = [items(4_500), [aGuide(), aGuide({taskCode: 'other', catalogCode: '000199001000'})]];
    const one = await build({items: feed, guides}, 1, inDir('one'));
    const other = await build({items: [...feed].reverse(), guides: [...guides].reverse()}, 1, inDir('other'));
    assert.deepEqual(names(other), names(one));
    assert.equal(one.layers[0]?.texts.length, 3);
  });

  test('has no parts of texts where no item has a text', async (t) => {
    const {build, dir, keys} = await publisher(t);
    const feed = {items: items(10).map(({summary: _, ...item}) => item), guides: []};
    assert.deepEqual((await build(feed)).layers[0]?.texts, []);
    assert.equal(differences(await verifyPack(dir, keys), feed), undefined);
  });

  test('gives every item its pinyin where the feed brings none', async (t) => {
    const {build, dir, keys} = await publisher(t);
    await build({items: items(1), guides: []});
    const [layer] = (await verifyPack(dir, keys)).layers;
    assert.equal(layer?.items[0]?.pinyin, 'di 0 hao shi xiang deng ji; ban 0');
  });

  test('is not made of an empty feed', async (t) => {
    const {build} = await publisher(t);
    await assert.rejects(build({items: [], guides: []}), {name: 'TB_FEED_INVALID'});
  });
});

describe('an update', () => {
  const feed = items(1_000);
  const renamed = (list: readonly ServiceItem[], code: string) =>
    list.map((item) => (item.taskCode === code ? {...item, name: '改了名的事项'} : item));

  test('of one item adds one layer and keeps every part there was', async (t) => {
    const {build, update, dir, keys} = await publisher(t);
    const before = await build({items: feed, guides: []});
    const after = {items: [...renamed(feed, 'item-00007').slice(0, -1), ...items(1_001).slice(-1)], guides: []};
    const {manifest, changes} = await update(after, 2);
    assert.deepEqual([changes.added.length, changes.changed.length, changes.removed.length], [1, 1, 1]);
    assert.deepEqual(changes.changed[0]?.fields, ['name', 'pinyin']);
    assert.equal(manifest?.layers.length, 2);
    assert.equal(manifest.layers[1]?.count, 2);
    assert.ok(names(before).every((name) => names(manifest).includes(name)));
    assert.equal(differences(await verifyPack(dir, keys), after), undefined);
  });

  test('that changes nothing writes nothing', async (t) => {
    const {build, update, dir, keys} = await publisher(t);
    await build({items: feed, guides: []});
    assert.equal((await update({items: feed, guides: []}, 2)).manifest, undefined);
    assert.equal((await verifyPack(dir, keys)).manifest.sequence, 1);
  });

  test('beyond a tenth of the list writes the list anew', async (t) => {
    const {build, update} = await publisher(t);
    await build({items: feed, guides: []});
    const change = (count: number) => feed.map((item, at) => (at < count ? {...item, dept: '新的部门'} : item));
    assert.equal((await update({items: change(90), guides: []}, 2)).manifest?.layers.length, 2);
    assert.equal((await update({items: change(100), guides: []}, 3)).manifest?.layers.length, 3);
    assert.equal((await update({items: change(101), guides: []}, 4)).manifest?.layers.length, 1);
  });

  test('after update holds exactly its feed, and never more than nine layers', async (t) => {
    const {build, update, dir, keys} = await publisher(t);
    let list = [...feed];
    await build({items: list, guides: []});
    for (let round = 1; round <= 20; round++) {
      list = renamed(list, `item-${String(round * 7).padStart(5, '0')}`).map((item) =>
        item.taskCode === 'item-00900' ? {...item, summary: `第${String(round)}次修改`} : item,
      );
      list = round % 3 === 0 ? [...list, ...items(1_000 + round).slice(-1)] : list.slice(round % 2);
      await update({items: list, guides: []}, round + 1);
      const pack = await verifyPack(dir, keys);
      assert.equal(differences(pack, {items: list, guides: []}), undefined, `round ${String(round)}`);
      assert.ok(pack.manifest.layers.length <= 9);
    }
  });

  test('of one guide transfers its shard and the index', async (t) => {
    const {build, update, dir, keys} = await publisher(t);
    const guides = Array.from({length: 100}, (_, at) =>
      aGuide({
        taskCode: `guide-${String(at)}`,
        catalogCode: String(at).padStart(12, '0'),
        deltas: [aDelta({taskCode: `own-${String(at)}`})],
      }),
    );
    const before = await build({items: feed, guides});
    const changed = guides.map((guide, at) => (at === 40 ? {...guide, version: 2, name: '新名称'} : guide));
    const {manifest, changes} = await update({items: feed, guides: changed}, 2);
    assert.equal(changes.guides.newVersions[0]?.after.name, '新名称');
    assert.equal(names(manifest ?? before).filter((name) => !names(before).includes(name)).length, 1);
    assert.equal(differences(await verifyPack(dir, keys), {items: feed, guides: changed}), undefined);
  });

  test('refuses a guide that changed under the version it had, a sequence that does not grow and another province', async (t) => {
    const {build, update, about, dir, keys} = await publisher(t);
    await build({items: feed, guides: [aGuide()]});
    const rewritten = {items: feed, guides: [aGuide({name: '悄悄改了'})]};
    await assert.rejects(update(rewritten, 2), {
      name: 'TB_PUBLISH_REFUSED',
      details: {why: 'edition', item: aGuide().taskCode, version: 1},
    });
    const next = {items: feed.slice(1), guides: []};
    await assert.rejects(update(next, 1), {name: 'TB_PUBLISH_REFUSED', details: {why: 'sequence', sequence: 1}});
    const previous = await verifyPack(dir, keys);
    await assert.rejects(publishUpdate(previous, next, {...about(2), region: '330000'}), {
      details: {why: 'region', region: '320000'},
    });
    assert.equal((await verifyPack(dir, keys)).manifest.sequence, 1);
  });
});

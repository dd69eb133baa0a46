import assert from 'node:assert/strict';
import {readFile, rm, truncate, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, test, type TestContext} from 'node:test';
import {seal} from '@tongban/catalogue/node/publish/build-pack.js';
import {packFolder, partsOf} from '@tongban/catalogue/node/publish/pack-folder.js';
import {makeStoredKey, signingKey} from '@tongban/catalogue/node/publish/signing-key.js';
import {verifyPack} from '@tongban/catalogue/node/publish/verify-pack.js';
import {aGuide} from '../../../fixtures/guides.js';
import {aPublication, items} from './a-publication.js';

async function published(t: TestContext) {
  const publication = await aPublication();
  t.after(publication.remove);
  const manifest = await publication.build({items: items(2_100), guides: [aGuide()]});
  return {...publication, manifest, partFile: (sha256: string) => join(publication.dir, 'parts', sha256)};
}

describe('a publication that came to harm', () => {
  test('is refused for a flipped bit, a cut end and an absence of any one part', async (t) => {
    const {dir, keys, manifest, partFile} = await published(t);
    const parts = partsOf(manifest);
    assert.equal(parts.length, 5);
    for (const {sha256, bytes} of parts) {
      const file = partFile(sha256);
      const sound = await readFile(file);
      const flipped = Buffer.from(sound);
      flipped[Math.floor(bytes / 2)]! ^= 1;
      await writeFile(file, flipped);
      await assert.rejects(verifyPack(dir, keys), {
        name: 'TB_CATALOGUE_BROKEN',
        details: {part: sha256, why: 'sha256'},
      });
      await truncate(file, bytes - 1);
      await assert.rejects(verifyPack(dir, keys), {name: 'TB_CATALOGUE_BROKEN', details: {part: sha256, why: 'size'}});
      await rm(file);
      await assert.rejects(verifyPack(dir, keys), {
        name: 'TB_CATALOGUE_BROKEN',
        details: {part: sha256, why: 'missing'},
      });
      await writeFile(file, sound);
    }
    await verifyPack(dir, keys);
  });

  test('is refused when another key signed it, and when its manifest was changed', async (t) => {
    const {dir, keys, inDir} = await published(t);
    const stranger = signingKey(makeStoredKey()).publicKey;
    await assert.rejects(verifyPack(dir, [stranger]), {name: 'TB_CATALOGUE_SIGNATURE'});
    await assert.rejects(verifyPack(dir, [{...stranger, kid: keys[0]!.kid}]), {name: 'TB_CATALOGUE_SIGNATURE'});

    const signed = JSON.parse(await readFile(inDir('manifest.json'), 'utf8')) as Record<string, string>;
    const payload = Buffer.from(signed['payload'] ?? '', 'base64url')
      .toString()
      .replace('"sequence":1', '"sequence":9');
    await writeFile(
      inDir('manifest.json'),
      JSON.stringify({...signed, payload: Buffer.from(payload).toString('base64url')}),
    );
    await assert.rejects(verifyPack(dir, keys), {name: 'TB_CATALOGUE_SIGNATURE'});
    await writeFile(inDir('manifest.json'), '{"payload":');
    await assert.rejects(verifyPack(dir, keys), {name: 'TB_CATALOGUE_BROKEN'});
  });

  test('is refused when it says more or less than its parts hold', async (t) => {
    const {dir, key, keys, manifest} = await published(t);
    const folder = packFolder(dir);
    const [layer] = manifest.layers;
    const [index, shard] = manifest.guides;
    assert.ok(layer && index && shard);
    const lies: [string, Partial<typeof manifest>][] = [
      ['an item too many', {items: 2_101}],
      ['a wrong count', {layers: [{...layer, count: 2_099}]}],
      ['texts left out', {layers: [{...layer, texts: layer.texts.slice(1)}]}],
      ['a layer twice', {layers: [layer, layer], items: 4_200}],
      [
        'a part that inflates to more than it says',
        {layers: [{...layer, head: {...layer.head, plain: layer.head.plain - 1}}]},
      ],
      ['a head where guides are', {guides: [index, layer.head]}],
      ['guides that the index does not know', {guides: [index, shard, shard].reverse()}],
    ];
    for (const [what, lie] of lies) {
      await seal({...manifest, ...lie}, folder, key);
      await assert.rejects(verifyPack(dir, keys), {name: 'TB_CATALOGUE_BROKEN'}, what);
    }
    await seal(manifest, folder, key);
    await verifyPack(dir, keys);
  });
});

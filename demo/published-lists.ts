import {createHash} from 'node:crypto';
import {readFile, writeFile} from 'node:fs/promises';
import {buildPack} from '@tongban/catalogue/node/publish/build-pack.js';
import {addSigningKey, readPublicKeys, readSigningKey} from '@tongban/catalogue/node/publish/key-folder.js';
import {nextPublication} from '@tongban/catalogue/node/publish/next-publication.js';
import {packFolder, type PackFolder} from '@tongban/catalogue/node/publish/pack-folder.js';
import type {Feed} from '@tongban/catalogue/node/publish/prepare-feed.js';
import {peekManifest} from '@tongban/catalogue/node/publish/sign-manifest.js';
import type {SigningKey} from '@tongban/catalogue/node/publish/signing-key.js';
import type {Publication} from '@tongban/domain/guide/publication.js';
import {provinces} from './provinces.js';

export interface PublishedLists {
  /** What is served, one folder per province. */
  readonly dir: string;
  readonly keys: Publication['keys'];
}

/**
 * Publishes the demo's list for each province where that was not done yet or the demo's data changed since, so that a start costs nothing
 * and what somebody published into these folders stays.
 *
 * `dataDir` ends with a slash: `catalogue/<province>/` below it is served, `catalogue-keys/` never is.
 */
export async function publishLists(dataDir: string, feed: Feed): Promise<PublishedLists> {
  const [dir, keyDir, noted] = [`${dataDir}catalogue/`, `${dataDir}catalogue-keys`, `${dataDir}catalogue.json`];
  const keys = await readPublicKeys(keyDir).catch(async () => [await addSigningKey(keyDir)]);
  const [first] = keys;
  const content = createHash('sha256').update(JSON.stringify([feed.items, feed.guides, first?.kid])).digest('hex');
  if ((await readFile(noted, 'utf8').catch(() => '')) === content) return {dir, keys};

  const key = await readSigningKey(keyDir);
  for (const {region} of provinces) await publish(packFolder(`${dir}${region}`), region, feed, key);
  await writeFile(noted, content);
  return {dir, keys};
}

async function publish(folder: PackFolder, region: string, feed: Feed, key: SigningKey): Promise<void> {
  const signed = await folder.manifest();
  const former = signed === undefined ? undefined : peekManifest(signed);
  const manifest = await buildPack(feed, {...nextPublication({region, now: new Date(), previous: former}), dir: folder.dir, key});
  await folder.prune(former ? [manifest, former] : [manifest]);
}

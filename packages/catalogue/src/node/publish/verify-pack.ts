import {TbError} from '@tongban/domain/errors.js';
import type {PublicationKey} from '@tongban/domain/guide/publication.js';
import {publishedForm} from './build-pack.js';
import {compareLists, isUnchanged, type ListChanges} from './compare-lists.js';
import {packFolder} from './pack-folder.js';
import type {Feed} from './prepare-feed.js';
import {foundItems, readPack, type PublishedPack} from './read-pack.js';
import {openManifest} from './sign-manifest.js';

/**
 * Reads a publication as a stranger would: signature, size and hash of every part, every item and every guide.
 *
 * @throws TbError TB_NOT_FOUND where nothing is published, TB_CATALOGUE_SIGNATURE, TB_CATALOGUE_BROKEN
 */
export async function verifyPack(dir: string, keys: readonly PublicationKey[]): Promise<PublishedPack> {
  const folder = packFolder(dir);
  const signed = await folder.manifest();
  if (signed === undefined) throw new TbError('TB_NOT_FOUND', {details: {file: 'manifest.json'}});
  const pack = await readPack(folder, openManifest(signed, keys));
  if (foundItems(pack.layers).size !== pack.manifest.items)
    throw new TbError('TB_CATALOGUE_BROKEN', {details: {why: 'items'}});
  return pack;
}

/** How a feed differs from what a publication holds; nothing where every item and guide came out as it went in. */
export function differences(pack: PublishedPack, feed: Feed): ListChanges | undefined {
  const items = [...foundItems(pack.layers).values()].map(({item}) => item);
  const changes = compareLists({items, guides: pack.guides}, {items: publishedForm(feed), guides: feed.guides});
  return isUnchanged(changes) ? undefined : changes;
}

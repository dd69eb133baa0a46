import {TbError} from '@tongban/domain/errors.js';
import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import {partsOf} from './pack-folder.js';
import type {LayerRef, Manifest} from '../../shared/manifest.js';
import {publishedForm, seal, type PackOptions} from './build-pack.js';
import {changedFields, compareLists, isUnchanged, type ListChanges} from './compare-lists.js';
import {packFolder, type PackFolder} from './pack-folder.js';
import type {Feed} from './prepare-feed.js';
import {foundItems, type Found, type PublishedPack} from './read-pack.js';
import {writeGuides} from './write-guides.js';
import {writeLayer} from './write-layer.js';

/** When the layers over the first hold more than this share of the list, the first is written anew: each search looks through all. */
const LAYERED_SHARE = 0.1;
/** Beyond so many layers those over the first are folded into one: each is two more requests for a new reader. */
const MOST_LAYERS = 8;

export interface Update {
  readonly changes: ListChanges;
  /** undefined when nothing changed: then nothing was written. */
  readonly manifest: Manifest | undefined;
}

/**
 * Publishes a feed over the publication before it: one more layer with what changed, or the whole list anew. The folder then holds every
 * part of the new publication.
 *
 * @throws TbError TB_PUBLISH_REFUSED, `details.why`: `sequence` when it does not grow, `region` for another province's list, `edition`
 *   when a guide changed under the version it had; TB_FEED_INVALID for a feed without items
 */
export async function publishUpdate(
  previous: PublishedPack,
  feed: Feed,
  {dir, key, ...head}: PackOptions,
): Promise<Update> {
  const {manifest: former} = previous;
  if (head.region !== former.region) throw refused('region', {region: former.region});
  if (head.sequence <= former.sequence) throw refused('sequence', {sequence: former.sequence});

  const items = publishedForm(feed);
  const found = foundItems(previous.layers);
  const changes = compareLists(
    {items: [...found.values()].map(({item}) => item), guides: previous.guides},
    {items, guides: feed.guides},
  );
  const [rewritten] = changes.guides.rewritten;
  if (rewritten) throw refused('edition', {item: rewritten.after.taskCode, version: rewritten.after.version});
  if (isUnchanged(changes)) return {changes, manifest: undefined};

  const folder = packFolder(dir);
  const layers = await layersOver(previous, items, folder);
  const kept = {layers: layers.slice(0, -1), guides: []};
  if (folder.dir !== previous.folder.dir) await copyParts(kept, previous.folder, folder);
  const guides = await writeGuides(feed.guides, folder);
  return {changes, manifest: await seal({...head, items: items.length, layers, guides}, folder, key)};
}

/** The layers of the new list: those that stay, and one for what they do not hold. */
async function layersOver(
  {manifest, layers}: PublishedPack,
  items: readonly ServiceItem[],
  folder: PackFolder,
): Promise<LayerRef[]> {
  const kept = layers.slice(0, layers.length >= MOST_LAYERS ? 1 : layers.length);
  const found = foundItems(kept);
  const staying = new Set<Found>();
  const fresh = items.filter((item) => {
    const there = found.get(item.taskCode);
    if (!there || changedFields(there.item, item).length > 0) return true;
    staying.add(there);
    return false;
  });
  const gone = kept.map((): number[] => []);
  for (const one of found.values()) if (!staying.has(one)) gone[one.layer]?.push(one.ordinal);

  const refs = manifest.layers.slice(0, kept.length);
  if (fresh.length === 0 && gone.every(({length}) => length === 0)) return refs;
  const layered = refs.slice(1).reduce((sum, {count}) => sum + count, fresh.length);
  if (layered > items.length * LAYERED_SHARE) return [await writeLayer(items, [], folder)];
  return [
    ...refs,
    await writeLayer(
      fresh,
      gone.map((ordinals) => ordinals.sort((a, b) => a - b)),
      folder,
    ),
  ];
}

async function copyParts(of: Pick<Manifest, 'layers' | 'guides'>, from: PackFolder, to: PackFolder): Promise<void> {
  for (const part of partsOf(of)) await to.putBytes(part, await from.bytes(part));
}

const refused = (why: string, details: Record<string, string | number>) =>
  new TbError('TB_PUBLISH_REFUSED', {details: {why, ...details}});

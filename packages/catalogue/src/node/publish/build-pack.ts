import {TbError} from '@tongban/domain/errors.js';
import type {Instant, LocalDate, Region6} from '@tongban/domain/primitives.js';
import {inHeadOrder} from '../../shared/head-order.js';
import type {Manifest} from '../../shared/manifest.js';
import {fillPinyin} from './fill-pinyin.js';
import {packFolder, type PackFolder} from './pack-folder.js';
import type {Feed} from './prepare-feed.js';
import {signManifest} from './sign-manifest.js';
import type {SigningKey} from './signing-key.js';
import {writeGuides} from './write-guides.js';
import {writeLayer} from './write-layer.js';

/** What a publication says about itself. */
export interface PublicationHead {
  readonly region: Region6;
  readonly sequence: number;
  readonly edition: string;
  readonly publishedAt: Instant;
  readonly effective: [from: LocalDate, until: LocalDate | null];
}

export interface PackOptions extends PublicationHead {
  /** Where the publication is written. */
  readonly dir: string;
  readonly key: SigningKey;
}

/**
 * Writes a whole list as a signed publication. The same feed gives the same parts, byte for byte, in whatever order it came.
 *
 * @throws TbError TB_FEED_INVALID for a feed without items: a list that nobody meant to empty must not vanish
 */
export async function buildPack(feed: Feed, {dir, key, ...head}: PackOptions): Promise<Manifest> {
  const folder = packFolder(dir);
  const items = publishedForm(feed);
  const layers = [await writeLayer(items, [], folder)];
  return seal({...head, items: items.length, layers, guides: await writeGuides(feed.guides, folder)}, folder, key);
}

/** The items of a feed in their order and with all that the publisher adds. @throws TbError TB_FEED_INVALID when there is none */
export function publishedForm({items}: Pick<Feed, 'items'>) {
  if (items.length === 0) throw new TbError('TB_FEED_INVALID', {details: {why: 'empty'}});
  return fillPinyin(inHeadOrder(items));
}

/** Writes the manifest last: before it there is no publication. */
export async function seal(content: Omit<Manifest, 'format'>, folder: PackFolder, key: SigningKey): Promise<Manifest> {
  const {region, sequence, edition, publishedAt, effective, items, layers, guides} = content;
  const manifest: Manifest = {format: 1, region, sequence, edition, publishedAt, effective, items, layers, guides};
  await folder.putManifest(signManifest(manifest, key));
  return manifest;
}

import {TbError} from '@tongban/domain/errors.js';
import type {PublicationKey} from '@tongban/domain/guide/publication.js';
import type {LocalDate} from '@tongban/domain/primitives.js';
import {parse} from '@tongban/domain/parse.js';
import {SignedManifest, type Manifest} from '../../shared/manifest.js';
import {compareLists} from './compare-lists.js';
import {packFolder, partsOf} from './pack-folder.js';
import {readPack} from './read-pack.js';
import {openManifest} from './sign-manifest.js';
import {verifyPack} from './verify-pack.js';

export interface Placing {
  /** A publication as it was built. */
  readonly built: string;
  /** The folder that is served. */
  readonly to: string;
  readonly keys: readonly PublicationKey[];
  readonly today: LocalDate;
}

export interface Placed {
  readonly manifest: Manifest;
  /** Parts written, and parts of older publications taken away. */
  readonly written: number;
  readonly pruned: number;
}

/**
 * Makes a publication the one that is served: parts first, the manifest last and at once, so that whoever reads meets the old list or the
 * new one whole. Parts of the publication it follows stay for those who are fetching it.
 *
 * @throws TbError TB_PUBLISH_REFUSED, `details.why`: `sequence`, `region`, `edition`, or `notYet` before the day it holds from;
 *   TB_CATALOGUE_SIGNATURE, TB_CATALOGUE_BROKEN when what was built does not verify
 */
export async function putInPlace({built, to, keys, today}: Placing): Promise<Placed> {
  const next = await verifyPack(built, keys);
  const {manifest} = next;
  if (manifest.effective[0] > today) throw refused('notYet', {from: manifest.effective[0]});

  const target = packFolder(to);
  const served = await target.manifest();
  const former = served === undefined ? undefined : await readPack(target, openManifest(served, keys));
  if (former && former.manifest.region !== manifest.region) throw refused('region', {region: former.manifest.region});
  if (former && former.manifest.sequence >= manifest.sequence)
    throw refused('sequence', {sequence: former.manifest.sequence});
  const [rewritten] = former
    ? compareLists({items: [], guides: former.guides}, {items: [], guides: next.guides}).guides.rewritten
    : [];
  if (rewritten) throw refused('edition', {item: rewritten.after.taskCode, version: rewritten.after.version});

  const known = new Set(former ? partsOf(former.manifest).map(({sha256}) => sha256) : []);
  const fresh = partsOf(manifest).filter(({sha256}) => !known.has(sha256));
  for (const part of fresh) await target.putBytes(part, await next.folder.bytes(part));
  await target.putManifest(parse(SignedManifest, await next.folder.manifest(), 'TB_CATALOGUE_BROKEN'));
  const pruned = await target.prune(former ? [manifest, former.manifest] : [manifest]);
  return {manifest, written: fresh.length, pruned};
}

const refused = (why: string, details: Record<string, string | number>) =>
  new TbError('TB_PUBLISH_REFUSED', {details: {why, ...details}});

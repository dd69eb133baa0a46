import {createHash} from 'node:crypto';
import {canonicalJson} from '@tongban/domain/canonical-json.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import type {GuideIndex} from '../../shared/guide-shards.js';
import type {PartRef} from '../../shared/manifest.js';
import {editionKey} from './check-guides.js';
import type {PackFolder} from './pack-folder.js';

/** Guides to a shard, about: some 100 kB of JSON, a fifth of it compressed. */
const PER_SHARD = 16;

/**
 * Writes guides as an index and shards. An item's guide stays in its shard while others come and go, so that an update transfers only
 * the shards in which a guide changed.
 */
export async function writeGuides(guides: readonly Guide[], folder: PackFolder): Promise<PartRef[]> {
  if (guides.length === 0) return [];
  const shards = shardsOf(guides);
  const index: GuideIndex = {};
  shards.forEach((shard, at) => {
    for (const code of shard.flatMap(codesOf)) index[code] = at + 1;
  });
  const parts: PartRef[] = [];
  for (const part of [index, ...shards]) parts.push(await folder.put(Buffer.from(canonicalJson(part))));
  return parts;
}

/** Every code under which a guide is asked for. */
export const codesOf = ({taskCode, deltas}: Guide): string[] => [
  taskCode,
  ...deltas.flatMap((delta) => delta.taskCode ?? []),
];

function shardsOf(guides: readonly Guide[]): Guide[][] {
  const count = 2 ** Math.ceil(Math.log2(Math.max(1, guides.length / PER_SHARD)));
  const shards = Array.from({length: count}, (): Guide[] => []);
  const ordered = [...guides].sort((a, b) => (editionKey(a) < editionKey(b) ? -1 : 1));
  for (const guide of ordered) shards[hash(guide.catalogCode) % count]?.push(guide);
  return shards.filter((shard) => shard.length > 0);
}

const hash = (text: string) => createHash('sha256').update(text).digest().readUInt32BE(0);

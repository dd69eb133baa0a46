import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {buildPack, type PackOptions} from '@tongban/catalogue/node/publish/build-pack.js';
import type {Feed} from '@tongban/catalogue/node/publish/prepare-feed.js';
import {publishUpdate} from '@tongban/catalogue/node/publish/publish-update.js';
import {readPublication} from '@tongban/catalogue/node/publish/read-pack.js';
import {makeStoredKey, signingKey} from '@tongban/catalogue/node/publish/signing-key.js';
import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import {anItem} from '../../../fixtures/service-items.js';

/** A publisher with a key and a folder of its own; give `t.after` what removes it. */
export async function aPublication() {
  const dir = await mkdtemp(join(tmpdir(), 'tongban-publication-'));
  const key = signingKey(makeStoredKey());
  const about = (sequence: number, into = dir): PackOptions => ({
    dir: into,
    key,
    region: '320000',
    sequence,
    edition: '2026Q4',
    publishedAt: '2026-10-01T00:00:00.000Z',
    effective: ['2026-10-01', null],
  });
  return {
    dir,
    key,
    keys: [key.publicKey],
    about,
    inDir: (name: string) => join(dir, name),
    build: (feed: Feed, sequence = 1, into = dir) => buildPack(feed, about(sequence, into)),
    /** Publishes over what lies in the folder. */
    async update(feed: Feed, sequence: number, into = dir) {
      const previous = await readPublication(dir);
      if (!previous) throw new Error('nothing was published yet');
      return publishUpdate(previous, feed, about(sequence, into));
    },
    remove: () => rm(dir, {recursive: true}),
  };
}

/** So many items with names, texts and places of their own. */
export function items(count: number): ServiceItem[] {
  return Array.from({length: count}, (_, at) =>
    anItem({
      taskCode: `item-${String(at).padStart(5, '0')}`,
      name: `第${String(at)}号事项登记`,
      region: at % 3 === 0 ? '320500' : '320000',
      keywords: at % 2 === 0 ? ['登记', `词${String(at)}`] : [],
      ...(at % 4 === 0 ? {summary: `说明第${String(at)}段`} : {}),
      ...(at % 5 === 0 ? {catalogCode: '000199001000', plainName: `办${String(at)}`} : {}),
    }),
  );
}

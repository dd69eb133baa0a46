import {mkdirSync, readdirSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {changeFeed} from '@tongban/catalogue/node/change-feed.js';
import {buildPack, type PublicationHead} from '@tongban/catalogue/node/publish/build-pack.js';
import {publishUpdate} from '@tongban/catalogue/node/publish/publish-update.js';
import {readPublication} from '@tongban/catalogue/node/publish/read-pack.js';
import {makeStoredKey, signingKey} from '@tongban/catalogue/node/publish/signing-key.js';
import type {FeedFiles} from './feed-files.js';

/** Our own publication of a feed, as its gateway names it. */
export interface OwnPack {
  /** Writes what a gateway at `origin` would answer. */
  announce(origin: string): void;
  /** Publishes the next edition, in which one item of a hundred is another. */
  publishNext(): Promise<void>;
  /** Bytes of all parts and the manifest. */
  bytes(): number;
}

export const benchHead = (sequence: number): PublicationHead => ({region: '320000', sequence, edition: `bench ${sequence}`, publishedAt: '2026-03-01T00:00:00Z', effective: ['2026-03-01', null]});

export async function publishOwn({folder, feed}: FeedFiles): Promise<OwnPack> {
  const own = `${folder}own/`;
  const dir = `${own}pack`;
  rmSync(own, {recursive: true, force: true});
  mkdirSync(dir, {recursive: true});
  const key = signingKey(makeStoredKey());
  await buildPack({items: feed(), guides: []}, {...benchHead(1), dir, key});
  return {
    announce(origin) {
      writeFileSync(`${own}where.json`, JSON.stringify({base: `${origin}/feed/own/pack/`, keys: [key.publicKey]}));
    },
    async publishNext() {
      const before = await readPublication(dir);
      if (!before) throw new Error('Nothing is published.');
      await publishUpdate(before, {items: changeFeed(feed(), {share: 0.01, seed: 'bench'}), guides: []}, {...benchHead(2), dir, key});
    },
    bytes: () => readdirSync(dir, {recursive: true, encoding: 'utf8'}).reduce((sum, name) => sum + (statSync(`${dir}/${name}`).isFile() ? statSync(`${dir}/${name}`).size : 0), 0),
  };
}

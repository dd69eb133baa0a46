import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {fold} from '@tongban/catalogue/shared/fold.js';
import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import {aFeed} from '../../support/feeds.js';
import type {Tier} from './engine.js';

/** Files of this run and of earlier ones that had the same feed. */
const root = fileURLToPath(new URL('../../../.cache/bench-catalogue/', import.meta.url));

/** A feed as the bench's processes share it: on disk. */
export interface FeedFiles {
  readonly folder: string;
  readonly items: number;
  /** Made when asked for: a process that only builds an index does not need them. */
  feed(): ServiceItem[];
  /** Per item, in the feed's order, what a search of the tier reads, normalised: fields apart by a blank. */
  documents(tier: Tier): string[];
}

export function feedFiles(items: number): FeedFiles {
  const folder = `${root}${items}/`;
  mkdirSync(folder, {recursive: true});
  let feed: ServiceItem[] | undefined;
  const made = () => (feed ??= aFeed({items, seed: 'bench'}));
  return {
    folder,
    items,
    feed: made,
    documents(tier) {
      const file = `${folder}${tier}.txt`;
      if (!existsSync(file)) writeFileSync(file, made().map((item) => documentOf(item, tier)).join('\n'));
      return readFileSync(file, 'utf8').split('\n');
    },
  };
}

function documentOf({name, plainName, keywords, dept, summary}: ServiceItem, tier: Tier): string {
  const fields = [name, plainName ?? '', ...keywords, dept, ...(tier === 'full' ? [summary ?? ''] : [])];
  return fields.map((field) => fold(field)).filter((field) => field !== '').join(' ');
}

/** What a list shows of each item, one JSON line each. */
export function writeRecords({folder, feed}: FeedFiles): void {
  const file = `${folder}records.jsonl`;
  writeFileSync(`${folder}codes.txt`, feed().map(({taskCode}) => taskCode).join('\n'));
  writeFileSync(file, feed().map(({summary: _summary, keywords: _keywords, ...head}) => `${JSON.stringify(head)}\n`).join(''));
}

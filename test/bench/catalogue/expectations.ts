import {createHash} from 'node:crypto';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {fillPinyin} from '@tongban/catalogue/node/publish/fill-pinyin.js';
import {expand} from '@tongban/catalogue/shared/expand.js';
import {oracleOf} from '../../catalogue/oracle.js';
import type {BenchQuery, Tier} from './engine.js';
import type {FeedFiles} from './feed-files.js';
import type {Expected} from './score.js';

/** Writes what the oracle of the tests finds for each query, beside the feed. It takes minutes: done anew only when something changed. */
export function writeExpectations(files: FeedFiles, queries: readonly BenchQuery[]): void {
  const terms = queries.map(({text}) => expand(text));
  const of = createHash('sha256')
    .update(JSON.stringify([terms, queries, files.documents('full').length]))
    .update(files.documents('full').join('\n'))
    .update(readFileSync(new URL('../../catalogue/oracle.ts', import.meta.url)))
    .digest('hex');
  const file = `${files.folder}expected.json`;
  if (existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as {of?: string}).of === of) return;

  const feed = fillPinyin(files.feed());
  const ordinals = new Map(feed.map(({taskCode}, ordinal) => [taskCode, ordinal]));
  const oracle = oracleOf(feed);
  for (const tier of ['names', 'full'] satisfies Tier[]) {
    const lists = terms.map((each) => oracle(each, tier).map((code) => ordinals.get(code)!));
    const size = lists.reduce((sum, list) => sum + 1 + list.length, 0);
    const packed = new Uint32Array(size);
    let at = 0;
    for (const list of lists) {
      packed[at] = list.length;
      packed.set(list, at + 1);
      at += 1 + list.length;
    }
    writeFileSync(`${files.folder}expected-${tier}.bin`, packed);
  }
  writeFileSync(file, JSON.stringify({items: files.items, queries, of} satisfies Expected & {of: string}));
}

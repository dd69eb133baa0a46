import {writeFileSync} from 'node:fs';
import type {BenchQuery, Tier} from './engine.js';
import type {FeedFiles} from './feed-files.js';
import type {Expected} from './score.js';

/** Writes what an exact search finds: every item of which some field holds each term, for one of the lists of terms. */
export function writeExpectations(files: FeedFiles, queries: readonly BenchQuery[]): void {
  const said: Expected = {items: files.items, queries};
  writeFileSync(`${files.folder}expected.json`, JSON.stringify(said));
  for (const tier of ['names', 'full'] satisfies Tier[]) {
    const documents = files.documents(tier);
    const lists = queries.flatMap(({any}) => {
      const found: number[] = [];
      for (const [ordinal, text] of documents.entries()) if (any.some((terms) => terms.every((term) => text.includes(term)))) found.push(ordinal);
      return [[found.length, ...found]];
    });
    writeFileSync(`${files.folder}expected-${tier}.bin`, Uint32Array.from(lists.flat()));
  }
}

import type {BenchQuery, Engine, Score, Tier} from './engine.js';

const SHOWN = 12;

/** What the oracle found, as it lies beside the feed: for each query how many items, then their ordinals. */
export interface Expected {
  readonly items: number;
  readonly queries: readonly BenchQuery[];
}

/** Holds every answer of an engine against the oracle's. */
export async function score(engine: Engine, base: string, tier: Tier): Promise<Score> {
  const {items, queries} = (await (await fetch(`${base}expected.json`)).json()) as Expected;
  const all = new Uint32Array(await (await fetch(`${base}expected-${tier}.bin`)).arrayBuffer());
  let at = 0;
  let recall = 0;
  let precision = 0;
  let asked = 0;
  const wrong: string[] = [];
  for (const query of queries) {
    const count = all[at++] ?? 0;
    const expected = all.subarray(at, at + count);
    at += count;
    const answer = await engine.find(query, tier);
    if (!answer) continue;
    asked++;
    const wanted = new Uint8Array(items);
    for (const ordinal of expected) wanted[ordinal] = 1;
    let found = 0;
    let right = 0;
    for (const ordinal of answer) {
      found++;
      right += wanted[ordinal] ?? 0;
    }
    recall += count === 0 ? 1 : right / count;
    precision += found === 0 ? 1 : right / found;
    if (right !== count || found !== count) wrong.push(`${query.text} (${found} found, ${count} wanted, ${right} right)`);
  }
  return {recall: recall / asked, precision: precision / asked, wrong: [`${wrong.length} of ${asked}`, ...wrong.slice(0, SHOWN)]};
}

import {expand} from '@tongban/catalogue/shared/expand.js';
import {decodeHead, encodeHead} from '@tongban/catalogue/shared/layer-head.js';
import {decodeTexts, encodeTexts} from '@tongban/catalogue/shared/layer-texts.js';
import {createSearcher, type Searcher} from '@tongban/catalogue/shared/searcher.js';
import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {oracleOf} from './oracle.js';

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const lists = ['guides', 'national', 'guangdong', 'sichuan'].map(
  (list) => read(`../../demo/data/${list}/items.json`) as ServiceItem[],
);
const real = lists.flat();
const queries = read('fixtures/queries.json') as Record<string, string[]>;

/** The real lists have no texts: what an item is said to be about stands in for them. */
const items = real.map((item, at) =>
  at % 3 === 0
    ? item
    : {
        ...item,
        summary: `${item.name}，由${item.dept}办理；与「${real[(at * 7) % real.length]?.name ?? ''}」可一并办理。`,
      },
);

const layersOf = (...layers: ServiceItem[][]): Searcher =>
  createSearcher({
    layers: layers.map((layer) => decodeHead(encodeHead(layer, []))),
    texts: (layer) =>
      Promise.resolve([decodeTexts(encodeTexts((layers[layer] ?? []).map(({summary = ''}) => summary)))]),
  });

async function allFound(
  searcher: Searcher,
  text: string,
  tier: 'names' | 'full',
): Promise<{codes: string[]; scattered: boolean}> {
  const codes: string[] = [];
  for (;;) {
    const {
      hits,
      total,
      scattered = false,
    } = await searcher.search({text, near: ['510000'], scope: 'all', limit: 100, offset: codes.length, tier});
    codes.push(...hits.map(({item}) => item.taskCode));
    if (codes.length >= total || hits.length === 0) return {codes, scattered};
  }
}

describe('a search of the real lists', () => {
  const searcher = layersOf(items);
  const oracle = oracleOf(items);

  it('is asked more than a thousand ways', () => {
    assert.ok(Object.values(queries).flat().length >= 1_000);
    assert.equal(searcher.of, 3_137);
  });

  for (const [kind, texts] of Object.entries(queries)) {
    for (const tier of ['names', 'full'] as const) {
      it(`finds in the ${tier} exactly what the oracle finds: ${texts.length} ${kind}`, async () => {
        for (const text of texts) {
          const expected = oracle(expand(text), tier);
          const {codes, scattered} = await allFound(searcher, text, tier);
          if (scattered) assert.deepEqual(expected, [], `${text} has hits that are not scattered`);
          else assert.deepEqual(codes.sort(), expected.sort(), text);
        }
      });
    }
  }
});

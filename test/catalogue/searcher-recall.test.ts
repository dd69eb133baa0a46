import {expand} from '@tongban/catalogue/shared/expand.js';
import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import {assert} from '@open-wc/testing';
import * as fc from 'fast-check';
import {arbitraryItem} from './fixtures/arbitrary-items.js';
import {codesFound, query, searcherOf} from './fixtures/searcher-of.js';
import {oracleOf} from './oracle.js';

const PLACES = new Map([
  ['310000', '上海市'],
  ['320600', '江苏省南通市'],
]);
const placeOf = (region: string) => PLACES.get(region) ?? '';
const regionName = (region: string) => PLACES.get(region);

const signs = fc.constantFrom(...'退休提取住房公积金社会保障卡驾照登记设備 、-aBtx9二级①');
const typed = fc.oneof(
  fc.array(signs, {minLength: 1, maxLength: 5}).map((all) => all.join('')),
  fc
    .array(fc.constantFrom('tui', 't', 'x', 'xiu', 'gong', 'j', 'zh', 'a', '退', ' '), {minLength: 1, maxLength: 4})
    .map((all) => all.join('')),
  fc.constantFrom('驾照', '社保卡', '公积金', '南通 登记', '上海', 'tuixiu 卡'),
);
/** Codes tell items apart here. */
const feed = (most: number) =>
  fc
    .array(arbitraryItem, {maxLength: most})
    .map((items) => items.map((item, at) => ({...item, taskCode: `code-${at}`})));

describe('whatever the feed and the query', () => {
  it('what is found is exactly what the oracle finds', async () => {
    const property = fc.asyncProperty(feed(25), fc.array(typed, {minLength: 1, maxLength: 6}), async (items, texts) => {
      const searcher = searcherOf(items, [], {regionName});
      const oracle = oracleOf(items, placeOf);
      for (const text of texts) {
        for (const tier of ['names', 'full'] as const) {
          const found = await codesFound(searcher, query(text, {tier, limit: 10}));
          assert.sameMembers(found, oracle(expand(text), tier), `${tier}: ${text}`);
        }
      }
    });
    await fc.assert(property, {numRuns: 150});
  });

  it('an updated list answers as if it had been published at once', async () => {
    const property = fc.asyncProperty(
      feed(20),
      feed(8),
      fc.array(fc.nat(19), {maxLength: 6}),
      fc.array(typed, {minLength: 1, maxLength: 4}),
      async (before, changed, taken, texts) => {
        const gone = taken.filter((ordinal) => ordinal < before.length);
        const added = changed.map((item, at): ServiceItem => ({...item, taskCode: `new-${at}`}));
        const updated = searcherOf(before, [{items: added, gone: [gone]}], {regionName});
        const now = [...before.filter((_, ordinal) => !gone.includes(ordinal)), ...added];
        const whole = searcherOf(now, [], {regionName});
        assert.equal(updated.of, now.length);
        for (const text of texts) {
          const asked = query(text, {tier: 'full', filters: {regions: ['310000', '320600']}, limit: 100});
          const [one, other] = [await updated.search(asked), await whole.search(asked)];
          assert.sameMembers(
            one.hits.map(({item}) => item.taskCode),
            other.hits.map(({item}) => item.taskCode),
          );
          assert.equal(one.total, other.total);
          assert.deepEqual(one.facets, other.facets);
        }
      },
    );
    await fc.assert(property, {numRuns: 100});
  });
});

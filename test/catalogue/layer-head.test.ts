import {inHeadOrder} from '@tongban/catalogue/shared/head-order.js';
import {decodeHead, encodeHead, itemAt} from '@tongban/catalogue/shared/layer-head.js';
import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import {assert} from '@open-wc/testing';
import * as fc from 'fast-check';
import guides from '../../demo/data/guides/items.json';
import {anItem} from '../fixtures/service-items.js';
import {throwsWith} from '../support/throws-with.js';
import {arbitraryItem} from './fixtures/arbitrary-items.js';

const withoutSummary = (items: readonly ServiceItem[]) => items.map(({summary: _, ...item}) => item);
const unpacked = (bytes: Uint8Array) => {
  const head = decodeHead(bytes);
  return Array.from({length: head.count}, (_, ordinal) => itemAt(head, ordinal));
};

describe('the head of a layer', () => {
  it('gives every item back as it was, without its summary', () => {
    fc.assert(
      fc.property(fc.array(arbitraryItem, {maxLength: 30}), (items) => {
        assert.deepEqual(unpacked(encodeHead(items, [])), withoutSummary(items));
      }),
    );
  });

  it('gives the items of real guides back', () => {
    assert.deepEqual(unpacked(encodeHead(guides as ServiceItem[], [])), guides as ServiceItem[]);
  });

  it('says what it takes away from the layers before it', () => {
    assert.deepEqual(decodeHead(encodeHead([anItem()], [[7, 3, 3], [], [0]])).gone, [[3, 7], [], [0]]);
  });

  it('packs a name once that a hundred places offer', () => {
    const offered = (places: number) =>
      Array.from({length: places}, (_, at) =>
        anItem({
          region: String(320_000 + at),
          taskCode: `11${320_000 + at}00336896XX2002098001000`,
          catalogCode: '002098001000',
        }),
      );
    const head = decodeHead(encodeHead(offered(100), []));
    assert.equal(head.names.count, 1);
    assert.equal(head.entries.count, 1);
    assert.equal(head.codeShapes.count, 1);
  });

  it('is refused when it is cut short, longer than it should be, or of another format', () => {
    const bytes = encodeHead(guides as ServiceItem[], []);
    for (const length of [0, 1, 100, bytes.length - 1])
      throwsWith('TB_CATALOGUE_BROKEN', () => decodeHead(bytes.subarray(0, length)));
    throwsWith('TB_CATALOGUE_BROKEN', () => decodeHead(Uint8Array.from([...bytes, 0])));
    throwsWith('TB_CATALOGUE_BROKEN', () => decodeHead(Uint8Array.from([99, ...bytes.subarray(1)])));
  });

  it('with any byte changed is refused or read, never worse', () => {
    const bytes = encodeHead((guides as ServiceItem[]).slice(0, 5), []);
    for (let at = 0; at < bytes.length; at++) {
      const changed = Uint8Array.from(bytes);
      changed[at] = 0xff - (changed[at] ?? 0);
      try {
        unpacked(changed);
      } catch (error) {
        assert.equal((error as Error).name, 'TB_CATALOGUE_BROKEN', `byte ${at}`);
      }
    }
  });
});

describe('the order of a head', () => {
  it('is by place, office and catalogue code, whatever order the feed has', () => {
    const items = [
      anItem({region: '320600', dept: '乙', catalogCode: '2'}),
      anItem({region: '320600', dept: '乙', catalogCode: '1'}),
      anItem({region: '320600', dept: '丙'}),
      anItem({region: '310000', dept: '乙'}),
    ];
    const expected = [items[3], items[2], items[1], items[0]];
    assert.deepEqual(inHeadOrder(items), expected);
    assert.deepEqual(inHeadOrder([...items].reverse()), expected);
  });
});

import {strict as assert} from 'node:assert';
import {describe, it} from 'node:test';
import {changeFeed} from '@tongban/catalogue/node/change-feed.js';
import {checkItemCode} from '@tongban/domain/checks/item-code.js';
import {ServiceItem} from '@tongban/domain/guide/service-item.js';
import * as v from 'valibot';
import {aFeed} from '../support/feeds.js';

const ITEMS = 3_000;
const LARGE = 50_000;
/** Distinct pairs of signs in the template texts that offline.md warns of. */
const TEMPLATE_PAIRS = 3_205;

describe('a generated feed', () => {
  const feed = aFeed({items: ITEMS});

  it('has as many items as asked for, each as the schema wants it', () => {
    assert.equal(feed.length, ITEMS);
    for (const item of feed) v.parse(ServiceItem, item);
  });

  it('is the same for the same seed and another for another', () => {
    assert.deepEqual(aFeed({items: 500}), aFeed({items: 500}));
    assert.notDeepEqual(aFeed({items: 500}), aFeed({items: 500, seed: 'other'}));
  });

  it('has codes that pass the check, none twice, and some of local shape', () => {
    const codes = feed.map(({taskCode}) => taskCode);
    assert.equal(new Set(codes).size, ITEMS);
    const local = codes.filter((code) => code.includes('-'));
    assert.ok(local.length > 0 && local.length < ITEMS / 20);
    for (const code of codes.filter((each) => !each.includes('-'))) assert.deepEqual(checkItemCode(code), {ok: true, value: code, warnings: []});
  });

  it('keeps to one province, with items of all its levels', () => {
    const places = new Set(feed.map(({region}) => region));
    assert.ok([...places].every((code) => code.startsWith('32')));
    for (const code of ['320000', '320600', '320102']) assert.ok(places.has(code), code);
  });

  it('has texts of about the length asked for', () => {
    const mean = feed.reduce((sum, {summary = ''}) => sum + summary.length, 0) / ITEMS;
    assert.ok(mean > 285 && mean < 315, String(mean));
    assert.equal(aFeed({items: 10, textLength: 0}).some(({summary}) => summary !== undefined), false);
  });

  it('gives pinyin when asked', () => {
    assert.equal(feed.some(({pinyin}) => pinyin !== undefined), false);
    const withPinyin = aFeed({items: 200, pinyin: true, textLength: 0});
    assert.ok(withPinyin.every(({pinyin}) => pinyin !== undefined && pinyin.length > 0));
  });

  it('is as hard to pack and to index as real lists: names of their own, many pairs of signs', () => {
    const large = aFeed({items: LARGE});
    assert.ok(new Set(large.map(({name}) => name)).size >= LARGE * 0.6);
    const pairs = new Set<string>();
    for (const {summary = ''} of large) for (let at = 0; at + 1 < summary.length; at++) pairs.add(summary.slice(at, at + 2));
    assert.ok(pairs.size > TEMPLATE_PAIRS * 20, String(pairs.size));
  });
});

describe('the next edition of a feed', () => {
  const feed = aFeed({items: ITEMS});
  const next = changeFeed(feed, {share: 0.01, seed: 'next'});

  it('changes the share asked for and leaves the rest as it is', () => {
    const kept = new Set(feed);
    const other = next.filter((item) => !kept.has(item));
    const gone = feed.filter(({taskCode}) => next.every((item) => item.taskCode !== taskCode));
    assert.equal(other.length + gone.length, ITEMS * 0.01);
  });

  it('has texts changed, names changed, items new and items gone', () => {
    const before = new Map(feed.map((item) => [item.taskCode, item]));
    const many = changeFeed(feed, {share: 0.1, seed: 'next'});
    assert.ok(many.some((item) => before.get(item.taskCode)?.summary !== item.summary));
    assert.ok(many.some((item) => before.has(item.taskCode) && before.get(item.taskCode)?.name !== item.name));
    const codes = new Set(many.map(({taskCode}) => taskCode));
    assert.equal(codes.size, many.length);
    assert.ok(many.some(({taskCode}) => !before.has(taskCode)));
    assert.ok(feed.some(({taskCode}) => !codes.has(taskCode)));
  });

  it('has codes that pass the check', () => {
    for (const {taskCode} of next.filter((item) => !item.taskCode.includes('-'))) assert.equal(checkItemCode(taskCode).ok, true);
  });
});

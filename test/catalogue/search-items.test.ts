import {matchPinyin} from '@tongban/catalogue/shared/match-pinyin.js';
import {indexItems} from '@tongban/catalogue/shared/search-index.js';
import {searchItems} from '@tongban/catalogue/shared/search-items.js';
import type {SearchQuery, SearchResult} from '@tongban/domain/guide/search.js';
import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import {assert} from '@open-wc/testing';
import guangdong from '../../demo/data/guangdong/items.json';
import guides from '../../demo/data/guides/items.json';
import national from '../../demo/data/national/items.json';
import sichuan from '../../demo/data/sichuan/items.json';
import {anItem} from '../fixtures/service-items.js';

const DELTA = ['310000', '320000', '330000', '340000'];
const query = (text: string, parts: Partial<SearchQuery> = {}): SearchQuery => ({
  text,
  near: ['310000'],
  scope: 'all',
  limit: 20,
  ...parts,
});
const names = ({hits}: SearchResult) => hits.map(({item}) => item.name);
const regions = ({hits}: SearchResult) => hits.map(({item}) => item.region);
const marked = ({hits: [hit]}: SearchResult) =>
  hit?.highlights.map(([start, length]) => hit.item.name.slice(start, start + length));

describe('a search of the real lists', () => {
  const index = indexItems([...guides, ...national, ...guangdong, ...sichuan] as ServiceItem[]);
  const FUND = '正常退休提取住房公积金';

  for (const text of [
    '退休 提取 公积金',
    '退休取公积金',
    'txtqzfgjj',
    'tuixiu',
    'tuixiutiqu',
    'zctx',
    '退休 gjj',
    '退休公积金',
    '退休提取住房公積金',
    'TUIXIU',
    '休',
  ]) {
    it(`finds the withdrawal at retirement by 「${text}」, the own province's first`, () => {
      const result = searchItems(index, query(text), {groups: [DELTA]});
      const at = names(result).indexOf(FUND);
      assert.isAtLeast(at, 0);
      assert.equal(regions(result)[at], '310000');
      if (text.length > 1) assert.equal(at, 0);
    });
  }

  it('marks what matched, also when it was typed as initials', () => {
    assert.deepEqual(marked(searchItems(index, query('退休 公积金'))), ['退休', '公积金']);
    assert.deepEqual(marked(searchItems(index, query('txtq'))), ['退休提取']);
  });

  it('answers for a list of five provinces before the next key is pressed', () => {
    const provinces = ['31', '32', '33', '34', '51'].flatMap((digits) =>
      ([...guangdong, ...sichuan, ...national] as ServiceItem[]).map((item, at) => ({
        ...item,
        region: `${digits}0000`,
        taskCode: `${digits}${at}`,
      })),
    );
    const large = indexItems(provinces);
    assert.isAbove(large.length, 15_000);
    for (const text of ['证', '登记 变更', 'sbzy', 'z']) {
      const started = performance.now();
      searchItems(large, query(text));
      assert.isBelow(performance.now() - started, 1_000); // 15 to 130 ms on two busy cores; the bound is for slow engines.
    }
  });
});

describe('what was found', () => {
  it('comes by place first: own county, city, province, group, national, the rest', () => {
    const places = ['440000', '100000', '330000', '310000', '320000', '320600', '320602'];
    const index = indexItems(places.map((region) => anItem({region})));
    const found = searchItems(index, query('退休', {near: ['320602', '310000']}), {groups: [DELTA]});
    assert.deepEqual(regions(found), ['320602', '320600', '320000', '310000', '330000', '100000', '440000']);
  });

  it('comes then by where: start of the name, name, everyday name, keyword, pinyin, office', () => {
    const index = indexItems([
      anItem({name: '甲', dept: 'Ab 局'}),
      anItem({name: '乙', pinyin: 'a ba'}),
      anItem({name: '丙', keywords: ['ab']}),
      anItem({name: '丁', plainName: 'ab'}),
      anItem({name: '戊 AB'}),
      anItem({name: 'AB 己'}),
    ]);
    const found = searchItems(index, query('ab'));
    assert.deepEqual(names(found), ['AB 己', '戊 AB', '丁', '丙', '乙', '甲']);
    assert.deepEqual(
      found.hits.map(({by}) => by),
      ['name', 'name', 'plainName', 'keyword', 'pinyin', 'dept'],
    );
  });

  it('has every term, each in any field', () => {
    const index = indexItems([anItem({name: '失业登记', dept: '人社局'}), anItem({name: '失业金', dept: '民政局'})]);
    assert.deepEqual(names(searchItems(index, query('失业 人社'))), ['失业登记']);
    assert.equal(searchItems(index, query('失业 公安')).total, 0);
  });

  it('keeps to the own province, or to what is handled across provinces, when asked to', () => {
    const index = indexItems([
      anItem({region: '310115'}),
      anItem({region: '320000'}),
      anItem({region: '310000', modes: []}),
    ]);
    assert.sameMembers(regions(searchItems(index, query('退休', {scope: 'own'}))), ['310000', '310115']);
    assert.sameMembers(regions(searchItems(index, query('退休', {scope: 'crossProvince'}))), ['310115', '320000']);
  });

  it('is paged without gaps or doubles', () => {
    const index = indexItems(Array.from({length: 25}, (_, at) => anItem({taskCode: `code-${at}`})));
    const page = (offset: number) =>
      searchItems(index, query('退休', {limit: 10, offset})).hits.map(({item}) => item.taskCode);
    const all = [...page(0), ...page(10), ...page(20)];
    assert.equal(new Set(all).size, 25);
    assert.equal(searchItems(index, query('退休', {limit: 10})).total, 25);
  });

  it('is nothing for a query without letters', () => {
    assert.equal(searchItems(indexItems([anItem()]), query(' 、')).total, 0);
  });
});

describe('pinyin', () => {
  const syllables = ['zheng', 'chang', 'tui', 'xiu', 'ti', 'qu'];

  it('is found whole, as initials and mixed', () => {
    assert.deepEqual(matchPinyin('tuixiu', syllables), {start: 2, count: 2});
    assert.deepEqual(matchPinyin('txtq', syllables), {start: 2, count: 4});
    assert.deepEqual(matchPinyin('tuixtiq', syllables), {start: 2, count: 4});
    assert.deepEqual(matchPinyin('zhch', syllables), {start: 0, count: 2});
  });

  it('is not found across a gap or from the middle of a syllable', () => {
    assert.isUndefined(matchPinyin('tuiti', syllables));
    assert.isUndefined(matchPinyin('hang', syllables));
    assert.isUndefined(matchPinyin('tuixiux', syllables));
  });

  it('ends soon on letters that could be divided in endlessly many ways', () => {
    const many = Array.from({length: 60}, () => 'aaaaaa');
    const started = performance.now();
    assert.isUndefined(matchPinyin(`${'a'.repeat(99)}b`, many));
    assert.isBelow(performance.now() - started, 500);
  });
});

import type {SearchHit, SearchResult} from '@tongban/domain/guide/search.js';
import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import {assert} from '@open-wc/testing';
import guangdong from '../../demo/data/guangdong/items.json';
import guides from '../../demo/data/guides/items.json';
import national from '../../demo/data/national/items.json';
import sichuan from '../../demo/data/sichuan/items.json';
import {anItem} from '../fixtures/service-items.js';
import {rejectsWith} from '../support/rejects-with.js';
import {TbError} from '@tongban/domain/errors.js';
import {query, searcherOf} from './fixtures/searcher-of.js';

const DELTA = ['310000', '320000', '330000', '340000'];
const real = [...guides, ...national, ...guangdong, ...sichuan] as ServiceItem[];

const names = ({hits}: SearchResult) => hits.map(({item}) => item.name);
const regions = ({hits}: SearchResult) => hits.map(({item}) => item.region);
const marked = ({item, highlights}: SearchHit) =>
  highlights.map(([start, length]) => item.name.slice(start, start + length));
const markedFirst = ({hits: [hit]}: SearchResult) => hit && marked(hit);

describe('a search of the real lists', () => {
  const searcher = searcherOf(real, [], {groups: [DELTA]});
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
    'ｔｕｉｘｉｕ',
    '休',
  ]) {
    it(`finds the withdrawal at retirement by 「${text}」, the own province's first`, async () => {
      const result = await searcher.search(query(text));
      const at = names(result).indexOf(FUND);
      assert.isAtLeast(at, 0);
      assert.equal(regions(result)[at], '310000');
      if (text.length > 1) assert.equal(at, 0);
    });
  }

  it('marks what matched, also when it was typed as initials or with gaps', async () => {
    assert.deepEqual(markedFirst(await searcher.search(query('退休 公积金'))), ['退休', '公积金']);
    assert.deepEqual(markedFirst(await searcher.search(query('txtq'))), ['退休提取']);
    assert.deepEqual(markedFirst(await searcher.search(query('退休公积金'))), ['退休', '公积金']);
  });

  it('says when names only have the signs with gaps between', async () => {
    assert.isTrue((await searcher.search(query('退休公积金'))).scattered);
    assert.isUndefined((await searcher.search(query('退休'))).scattered);
  });

  it('finds a licence to drive by the word that people use', async () => {
    assert.include(names(await searcher.search(query('驾照'))).join(), '驾驶证');
  });
});

describe('what was found', () => {
  it('comes by place first: own county, city, province, group, national, the rest', async () => {
    const places = ['440000', '100000', '330000', '310000', '320000', '320600', '320602'];
    const searcher = searcherOf(
      places.map((region) => anItem({region})),
      [],
      {groups: [DELTA]},
    );
    const found = await searcher.search(query('退休', {near: ['320602', '310000']}));
    assert.deepEqual(regions(found), ['320602', '320600', '320000', '310000', '330000', '100000', '440000']);
  });

  it('comes then by where: start of the name, name, everyday name, keyword, pinyin, office, text', async () => {
    const searcher = searcherOf([
      anItem({name: '庚', summary: '关于 AB'}),
      anItem({name: '甲', dept: 'Ab 局'}),
      anItem({name: '乙', pinyin: 'a ba'}),
      anItem({name: '丙', keywords: ['ab']}),
      anItem({name: '丁', plainName: 'ab'}),
      anItem({name: '戊 AB'}),
      anItem({name: 'AB 己'}),
    ]);
    const found = await searcher.search(query('ab', {tier: 'full'}));
    assert.deepEqual(names(found), ['AB 己', '戊 AB', '丁', '丙', '乙', '甲', '庚']);
    assert.deepEqual(
      found.hits.map(({by}) => by),
      ['name', 'name', 'plainName', 'keyword', 'pinyin', 'dept', 'text'],
    );
  });

  it('has names with the query in one piece before names with its words apart', async () => {
    const searcher = searcherOf([anItem({name: '登记变更'}), anItem({name: '公司变更登记'})]);
    assert.deepEqual(names(await searcher.search(query('变更 登记'))), ['公司变更登记', '登记变更']);
  });

  it('has what was typed before what means the same', async () => {
    const searcher = searcherOf([anItem({name: '驾驶证换证'}), anItem({name: '驾照换发事项'})]);
    assert.deepEqual(names(await searcher.search(query('驾照'))), ['驾照换发事项', '驾驶证换证']);
  });

  it('has every term, each in any field', async () => {
    const searcher = searcherOf([anItem({name: '失业登记', dept: '人社局'}), anItem({name: '失业金', dept: '民政局'})]);
    assert.deepEqual(names(await searcher.search(query('失业 人社'))), ['失业登记']);
    assert.equal((await searcher.search(query('失业 公安'))).total, 0);
  });

  it('can be found by the name of the place', async () => {
    const searcher = searcherOf([anItem({region: '320600'}), anItem({region: '440000'})], [], {
      regionName: (code) => (code === '320600' ? '江苏省南通市' : '广东省'),
    });
    assert.deepEqual(regions(await searcher.search(query('南通 公积金'))), ['320600']);
  });

  it('keeps to the own province, or to what is handled across provinces, when asked to', async () => {
    const searcher = searcherOf([
      anItem({region: '310115'}),
      anItem({region: '320000'}),
      anItem({region: '310000', modes: []}),
    ]);
    assert.sameMembers(regions(await searcher.search(query('退休', {scope: 'own'}))), ['310000', '310115']);
    assert.sameMembers(regions(await searcher.search(query('退休', {scope: 'crossProvince'}))), ['310115', '320000']);
  });

  it('is paged without gaps or doubles', async () => {
    const searcher = searcherOf(Array.from({length: 25}, (_, at) => anItem({taskCode: `code-${at}`})));
    const page = async (offset: number) =>
      (await searcher.search(query('退休', {limit: 10, offset}))).hits.map(({item}) => item.taskCode);
    const all = [...(await page(0)), ...(await page(10)), ...(await page(20))];
    assert.equal(new Set(all).size, 25);
    assert.equal((await searcher.search(query('退休', {limit: 10}))).total, 25);
  });

  it('is nothing for a query without letters', async () => {
    assert.equal((await searcherOf([anItem()]).search(query(' 、'))).total, 0);
  });

  it('shows HTML in a name as the text it is, and marks it', async () => {
    const found = await searcherOf([anItem({name: '<img src=x onerror=alert(1)>备案'})]).search(query('备案'));
    assert.deepEqual(names(found), ['<img src=x onerror=alert(1)>备案']);
    assert.deepEqual(markedFirst(found), ['备案']);
  });
});

describe('a text that matched', () => {
  const summary = `${'办理前请先预约。'.repeat(8)}本事项由市级窗口受理，需提交（居民身份证）原件。${'逾期不予办理。'.repeat(9)}`;
  const searcher = searcherOf([anItem({name: '补缴', summary}), anItem({name: '身份证换领'})]);

  it('is shown around the place, cut, and marked', async () => {
    const {hits} = await searcher.search(query('居民身份证', {tier: 'full'}));
    const snippet = hits.find(({by}) => by === 'text')?.snippet;
    assert.match(snippet?.text ?? '', /^….*居民身份证.*…$/);
    assert.deepEqual(
      snippet?.highlights.map(([start, length]) => snippet.text.slice(start, start + length)),
      ['居民身份证'],
    );
    assert.isBelow(snippet?.text.length ?? 0, 70);
  });

  it('is not read in the names tier, and not shown where the name matched', async () => {
    assert.deepEqual(names(await searcher.search(query('身份证'))), ['身份证换领']);
    const {hits} = await searcher.search(query('补缴', {tier: 'full'}));
    assert.isUndefined(hits[0]?.snippet);
  });

  it('is asked for once, and again after a failure', async () => {
    let asked = 0;
    const texts = () => {
      asked++;
      return asked === 1 ? Promise.reject(new TbError('TB_NETWORK')) : Promise.resolve([]);
    };
    const failing = searcherOf([anItem()], [], {texts});
    await rejectsWith('TB_NETWORK', failing.search(query('退休', {tier: 'full'})));
    for (let times = 0; times < 3; times++)
      assert.equal((await failing.search(query('退休', {tier: 'full'}))).total, 1);
    assert.equal(asked, 2);
  });
});

describe('filters and their counts', () => {
  const searcher = searcherOf([
    anItem({taskCode: '1', region: '310000', dept: '人社局', themes: ['社保'], modes: ['online'], zeroMaterial: true}),
    anItem({taskCode: '2', region: '310000', dept: '住建局', themes: ['社保', '住房'], modes: ['online', 'direct']}),
    anItem({taskCode: '3', region: '320600', dept: '人社局', themes: [], serviceObjects: ['2'], modes: []}),
    anItem({taskCode: '4', name: '别的事'}),
  ]);
  const found = async (filters: Parameters<typeof query>[1]) => searcher.search(query('公积金', filters));
  const codes = ({hits}: SearchResult) => hits.map(({item}) => item.taskCode).sort();

  it('count what was found', async () => {
    const {facets} = await found({});
    assert.deepEqual(facets, {
      regions: [
        ['310000', 2],
        ['320600', 1],
      ],
      depts: [
        ['人社局', 2],
        ['住建局', 1],
      ],
      themes: [
        ['社保', 2],
        ['住房', 1],
      ],
      serviceObjects: [
        ['1', 2],
        ['2', 1],
      ],
      modes: [
        ['online', 2],
        ['direct', 1],
      ],
      zeroMaterial: 1,
    });
  });

  it('narrow by any of their values and by all filters', async () => {
    assert.deepEqual(codes(await found({filters: {themes: ['社保', '住房']}})), ['1', '2']);
    assert.deepEqual(codes(await found({filters: {themes: ['社保'], depts: ['住建局']}})), ['2']);
    assert.deepEqual(codes(await found({filters: {regions: ['320600'], modes: ['online']}})), []);
    assert.deepEqual(codes(await found({filters: {zeroMaterial: true}})), ['1']);
    assert.deepEqual(codes(await found({filters: {serviceObjects: ['2']}})), ['3']);
    assert.deepEqual(codes(await found({filters: {modes: []}})), ['1', '2', '3']);
  });

  it('leave the counts of their own facet as they were', async () => {
    const {facets} = await found({filters: {depts: ['住建局']}});
    assert.deepEqual(facets?.depts, [
      ['人社局', 2],
      ['住建局', 1],
    ]);
    assert.deepEqual(facets?.regions, [['310000', 1]]);
    assert.equal(facets?.zeroMaterial, 0);
  });

  it('that leave nothing do not make the search looser', async () => {
    const result = await found({filters: {regions: ['440000']}});
    assert.equal(result.total, 0);
    assert.isUndefined(result.scattered);
    assert.isUndefined(result.suggestions);
  });
});

describe('what may have been meant', () => {
  const searcher = searcherOf(real);
  const meant = async (text: string) => (await searcher.search(query(text))).suggestions ?? [];

  for (const [typed, word] of [
    ['tuixutiqu', '退休提取'],
    ['yingyezizhao', '营业执照'],
    ['shehiubaozhang', '社会保障'],
    ['ningjiehunzheng', '领结婚证'],
    ['退休 gonjijing', '退休 公积金'],
  ] as const) {
    it(`is 「${word}」 for 「${typed}」`, async () => {
      assert.include(await meant(typed), word);
    });
  }

  it('finds something, and is not among the hits', async () => {
    const result = await searcher.search(query('tuixutiqu'));
    assert.equal(result.total, 0);
    for (const text of result.suggestions ?? []) assert.isAbove((await searcher.search(query(text))).total, 0);
  });

  it('is taken by the sound of Chinese signs too', async () => {
    assert.include(await meant('公司射立'), '公司设立');
  });

  it('is not asked where the query found enough, nor for what sounds like nothing', async () => {
    assert.deepEqual(await meant('退休'), []);
    assert.deepEqual(await meant('zzzzzz'), []);
    assert.deepEqual(await meant('量子霸王花'), []);
  });
});

import type {SearchResult} from '@tongban/domain/guide/search.js';
import {assert} from '@open-wc/testing';
import {anItem} from '../fixtures/service-items.js';
import {query, searcherOf} from './fixtures/searcher-of.js';

const names = ({hits}: SearchResult) => hits.map(({item}) => item.name);

describe('what a page builds on in the order of hits', () => {
  it('is everything by place, with its counts, for an empty query', async () => {
    const items = [anItem({region: '310000', themes: ['社保']}), anItem({region: '320000', themes: ['社保', '住房']})];
    const {hits, total, facets} = await searcherOf(items).search(query('', {near: ['320000']}));
    assert.equal(total, 2);
    assert.deepEqual(
      hits.map(({item, highlights, by}) => [item.region, highlights, by]),
      [
        ['320000', [], 'name'],
        ['310000', [], 'name'],
      ],
    );
    assert.deepEqual(facets?.themes, [
      ['社保', 2],
      ['住房', 1],
    ]);
    assert.equal((await searcherOf(items).search(query('', {filters: {themes: ['住房']}}))).total, 1);
  });

  it('has what only a text brought behind all that the names brought', async () => {
    const near = anItem({region: '320000', name: '户口迁移', summary: '退休的人也可以。'});
    const far = anItem({region: '310000', name: '退休登记'});
    const searcher = searcherOf([near, far]);
    const found = await searcher.search(query('退休', {near: ['320000'], tier: 'full'}));
    assert.deepEqual(names(found), ['退休登记', '户口迁移']);
  });
});

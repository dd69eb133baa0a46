import {assert, waitUntil} from '@open-wc/testing';
import {TbError} from '@tongban/domain/errors.js';
import type {SearchQuery} from '@tongban/domain/guide/search.js';
import {fixturePortal, type FixturePortal} from '../../stories/support/fixture-portal.js';
import {all, count, names, search, words} from './support/search-driver.js';

describe('<tb-search> in two tiers', () => {
  it('puts what only the texts mention behind the names, with the place that matched', async () => {
    const element = await search(fixturePortal(), '公积金');
    await waitUntil(() => names(element).includes('户口迁移'));
    const groups = all(element, '#results [role=group]').map((group) => group.querySelectorAll('[role=option]').length);
    assert.deepEqual(groups, [4, 1]);
    assert.equal(all(element, '[part=snippet] mark')[0]?.textContent, '公积金');
    assert.include(count(element), '其中 1 项只在正文中提到');
  });

  it('moves nothing that is shown when the texts have been read', async () => {
    const {portal, readTexts} = withSlowTexts(fixturePortal());
    const element = await search(portal, '公积金');
    const before = all(element, '[role=option]');
    assert.include(count(element), '正在查正文');
    readTexts();
    await waitUntil(() => names(element).length > before.length);
    assert.deepEqual(all(element, '[role=option]').slice(0, before.length), before);
  });

  it('is counted for screen readers once, when both have answered', async () => {
    const {portal, readTexts} = withSlowTexts(fixturePortal());
    const element = await search(portal, '公积金');
    assert.equal(words(element, '[role=status]').trim(), '');
    readTexts();
    await waitUntil(() => words(element, '[role=status]').includes('找到 5 项'));
  });

  it('keeps what names hold when the texts cannot be read, and says so', async () => {
    const portal = fixturePortal();
    const {search: ask, ...others} = portal.catalogue;
    const texts = {...portal, catalogue: {...others, search: (query: SearchQuery) => (query.tier === 'full' ? Promise.reject(new TbError('TB_OFFLINE_NO_COPY')) : ask(query))}};
    const element = await search(texts, '公积金');
    await waitUntil(() => words(element, '.notice').includes('正文现在查不了'));
    assert.lengthOf(names(element), 4);
  });

  it('reads no texts where the portal has none', async () => {
    const portal = fixturePortal();
    const {search: ask, ...others} = portal.catalogue;
    const tiers: unknown[] = [];
    const flat: FixturePortal = {
      ...portal,
      catalogue: {
        ...others,
        search: async (query) => {
          tiers.push(query.tier);
          const {value, ...shown} = await ask(query);
          return {...shown, value: {hits: value.hits, total: value.total, of: value.of}};
        },
      },
    };
    const element = await search(flat, '公积金');
    await element.updateComplete;
    assert.notInclude(tiers, 'full');
    assert.isNull(element.shadowRoot?.querySelector('[part=filters]') ?? null);
  });
});

/** A portal whose texts are read when the test says so. */
function withSlowTexts(portal: FixturePortal): {portal: FixturePortal; readTexts: () => void} {
  const {search: ask, ...others} = portal.catalogue;
  let readTexts: () => void = () => undefined;
  const areRead = new Promise<void>((resolve) => (readTexts = resolve));
  return {portal: {...portal, catalogue: {...others, search: async (query) => (query.tier === 'full' ? areRead.then(() => ask(query)) : ask(query))}}, readTexts: () => readTexts()};
}

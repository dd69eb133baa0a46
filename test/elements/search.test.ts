import {assert, expect, fixture, html, oneEvent, waitUntil} from '@open-wc/testing';
import type {Shown} from '@tongban/domain/portal.js';
import type {SearchResult} from '@tongban/domain/guide/search.js';
import type {TbItemSelected} from '@tongban/elements/search/events.js';
import type {TbSearch} from '@tongban/elements/search/search.js';
import {sendKeys} from '@web/test-runner-commands';
import {fixturePortal, type FixturePortal} from '../../stories/support/fixture-portal.js';
import {fundRetireGuide} from '../../stories/support/fixtures/guides.js';
import {manyItems} from '../../stories/support/fixtures/items.js';
import {all, count, field, names, press, search, words} from './support/search-driver.js';

describe('<tb-search>', () => {
  it('is accessible with results and without', async () => {
    await expect(await search(fixturePortal(), '公积金')).to.be.accessible();
    await expect(await search(fixturePortal('empty'), '公积金')).to.be.accessible();
  });

  it('finds what is typed and says how many there are', async () => {
    const element = await search(fixturePortal());
    field(element).focus();
    await sendKeys({type: 'tx'});
    await waitUntil(() => names(element).length > 0);
    assert.include(count(element), '找到');
    assert.include(names(element), fundRetireGuide.name);
  });

  it('is driven by arrow keys and Enter', async () => {
    const element = await search(fixturePortal(), '公积金');
    field(element).focus();
    await sendKeys({press: 'ArrowDown'});
    await sendKeys({press: 'ArrowDown'});
    await sendKeys({press: 'ArrowUp'});
    await element.updateComplete;
    const active = field(element).getAttribute('aria-activedescendant');
    assert.equal(element.shadowRoot?.getElementById(active ?? '')?.getAttribute('aria-selected'), 'true');
    setTimeout(() => void sendKeys({press: 'Enter'}));
    const event = await oneEvent<TbItemSelected>(element, 'tb-item-selected');
    assert.deepEqual([event.taskCode, event.region, event.hasGuide], [fundRetireGuide.taskCode, '310000', true]);
  });

  it('lets go of the choice with Escape, then of the words', async () => {
    const element = await search(fixturePortal(), '公积金');
    field(element).focus();
    await sendKeys({press: 'ArrowDown'});
    await sendKeys({press: 'Escape'});
    assert.equal(field(element).value, '公积金');
    await sendKeys({press: 'Escape'});
    await element.updateComplete;
    assert.equal(field(element).value, '');
    assert.isEmpty(names(element));
  });

  it('shows the answer to the latest words, however late an older one comes', async () => {
    const portal = fixturePortal();
    const answer = (query: string) => portal.catalogue.search({text: query, near: [], scope: 'all', limit: 20});
    const open: {text: string; settle: () => void}[] = [];
    const slow: FixturePortal = {
      ...portal,
      catalogue: {
        regions: () => Promise.resolve([]),
        guide: (code) => portal.catalogue.guide(code),
        state: () => portal.catalogue.state(),
        search: ({text}) => new Promise<Shown<SearchResult>>((resolve, reject) => open.push({text, settle: () => void answer(text).then(resolve, reject)})),
      },
    };
    const element = await fixture<TbSearch>(html`<tb-search query="公积金" .portal=${slow}></tb-search>`);
    element.query = '户口';
    await waitUntil(() => open.length === 2);
    open[1]?.settle();
    await waitUntil(() => names(element).length > 0);
    open[0]?.settle();
    await answer('公积金');
    await element.updateComplete;
    assert.deepEqual(names(element), ['户口迁移']);
  });

  it('asks nothing while an input method is composing', async () => {
    const portal = fixturePortal();
    const element = await search(portal);
    field(element).value = 'gong';
    field(element).dispatchEvent(new InputEvent('input', {isComposing: true, bubbles: true}));
    field(element).value = '公积金';
    field(element).dispatchEvent(new CompositionEvent('compositionend', {bubbles: true}));
    await waitUntil(() => names(element).length > 0);
    const asked = portal.calls.filter(({name}) => name === 'catalogue.search').map(({args: [query]}) => (query as {text: string}).text);
    assert.deepEqual([...new Set(asked)], ['', '公积金']); // The empty box asked for its themes.
  });

  it('marks matches without reading names as markup', async () => {
    const [item] = fixturePortal().world.items;
    const portal = fixturePortal('ready', {items: item ? [{...item, name: '<img src=x onerror=alert(1)>公积金'}] : []});
    const element = await search(portal, '公积金');
    assert.deepEqual(names(element), ['<img src=x onerror=alert(1)>公积金']);
    assert.equal(element.shadowRoot?.querySelector('mark')?.textContent, '公积金');
    assert.isNull(element.shadowRoot?.querySelector('img') ?? null);
  });

  it('advises when nothing is found and offers another try when it failed', async () => {
    const empty = await search(fixturePortal(), '绝无此事');
    assert.include(empty.shadowRoot?.querySelector('[part=empty]')?.textContent ?? '', '换个说法');
    const failed = await search(fixturePortal('failed'), '公积金');
    assert.isOk(failed.shadowRoot?.querySelector('[part=retry]'));
  });

  it('cannot be led to an item that is not open, by mouse or by keys, and says why', async () => {
    const [item] = fixturePortal().world.items;
    const element = await search(fixturePortal('ready', {items: item ? [{...item, notOpen: 'paused'}] : []}), '公积金');
    let picked = 0;
    element.addEventListener('tb-item-selected', () => picked++);
    all(element, '[role=option]')[0]?.click();
    field(element).focus();
    await sendKeys({press: 'ArrowDown'});
    await sendKeys({press: 'Enter'});
    assert.equal(picked, 0);
    assert.equal(all(element, '[role=option]')[0]?.getAttribute('aria-disabled'), 'true');
    assert.include(words(element, '[part=not-open]'), '上海市暂停办理这个事项');
  });

  it('shows more on demand and leaves the focus on the button, also after the last', async () => {
    const element = await search(fixturePortal('ready', {items: manyItems}), '公积金');
    const more = () => element.shadowRoot?.querySelector<HTMLElement>('[part=more]');
    for (const shown of [40, 47]) {
      more()?.focus();
      more()?.click();
      await waitUntil(() => names(element).length === shown);
      assert.equal(element.shadowRoot?.activeElement, more());
    }
    assert.equal(more()?.getAttribute('aria-disabled'), 'true');
    assert.lengthOf(new Set(all(element, '[role=option]').map(({textContent}) => textContent)), 47);
  });

  it('offers what may have been meant as buttons apart from the hits', async () => {
    const element = await search(fixturePortal(), 'gongjijing');
    assert.isEmpty(names(element));
    press(element, '[part=suggestions] button');
    await waitUntil(() => names(element).length > 0);
    assert.equal(field(element).value, '公积金');
  });

  it('offers the words of a sentence that finds something', async () => {
    const element = await search(fixturePortal(), '我退休了，想把公积金取出来');
    await waitUntil(() => all(element, '[part=empty] .button').length > 0);
    assert.match(all(element, '[part=empty] .button')[0]?.textContent ?? '', /退休 公积金\s*3 项/);
    all(element, '[part=empty] .button')[0]?.click();
    await waitUntil(() => names(element).length === 3);
  });

  it('lets somebody who has no words begin with a theme', async () => {
    const element = await search(fixturePortal());
    await waitUntil(() => all(element, '.theme').length > 0);
    all(element, '.theme')[0]?.focus();
    all(element, '.theme')[0]?.click();
    await waitUntil(() => names(element).length === 4);
    assert.equal(element.shadowRoot?.activeElement?.getAttribute('part'), 'count');
    assert.include(words(element, '.chip'), '住房保障');
  });

  it('finds by one character', async () => {
    const element = await search(fixturePortal(), '户');
    assert.include(names(element), '户口迁移');
  });

  it('offers to clear the filters where they leave nothing', async () => {
    const element = await search(fixturePortal());
    await waitUntil(() => all(element, '.theme').length > 0);
    all(element, '.theme')[0]?.click();
    element.query = '户口迁移';
    await waitUntil(() => words(element, '[part=empty]').includes('清除筛选'));
    press(element, '[part=empty] .button');
    await waitUntil(() => names(element).includes('户口迁移'));
  });

  it('says how old the list is and why there is no newer one', async () => {
    const list = {...fixturePortal().world.list, problem: 'TB_CATALOGUE_SIGNATURE' as const};
    const element = await search(fixturePortal('ready', {list}), '公积金');
    await waitUntil(() => words(element, '[part=age]').includes('11月20日'));
    assert.include(words(element, '[part=problem]'), '签名不对');
  });
});

import '@tongban/elements/search.js';
import {assert, expect, fixture, html, oneEvent, waitUntil} from '@open-wc/testing';
import type {Shown} from '@tongban/domain/portal.js';
import type {SearchResult} from '@tongban/domain/guide/search.js';
import type {TbItemSelected} from '@tongban/elements/search/events.js';
import type {TbSearch} from '@tongban/elements/search/search.js';
import {sendKeys} from '@web/test-runner-commands';
import {fixturePortal, type FixturePortal} from '../../stories/support/fixture-portal.js';
import {fundRetireGuide} from '../../stories/support/fixtures/guides.js';

const names = (element: TbSearch) => [...(element.shadowRoot?.querySelectorAll('[role=option] .name') ?? [])].map(({textContent}) => textContent);
const count = (element: TbSearch) => element.shadowRoot?.querySelector('[part=count]')?.textContent ?? '';
const field = (element: TbSearch): HTMLInputElement => element.shadowRoot?.querySelector('[role=combobox]') ?? assert.fail('no text field');

async function search(portal: FixturePortal, query = ''): Promise<TbSearch> {
  const element = await fixture<TbSearch>(html`<tb-search lang="zh-CN" query=${query} .portal=${portal}></tb-search>`);
  if (query) await waitUntil(() => !count(element).includes('正在'));
  return element;
}

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
    assert.deepEqual(portal.calls.filter(({name}) => name === 'catalogue.search').map(({args: [query]}) => (query as {text: string}).text), ['公积金']);
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
});

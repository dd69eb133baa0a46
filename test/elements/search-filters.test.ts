import {assert, expect, waitUntil} from '@open-wc/testing';
import {fixturePortal} from '../../stories/support/fixture-portal.js';
import {all, count, label, names, press, search} from './support/search-driver.js';

describe('the filters of <tb-search>', () => {
  it('narrow what is found, show how many each has, and can be let go', async () => {
    const element = await search(fixturePortal(), '公积金');
    press(element, '.filter-button');
    await element.updateComplete;
    assert.match(label(element, '上海市')?.textContent ?? '', /2/);
    label(element, '上海市')?.querySelector('input')?.click();
    await waitUntil(() => names(element).length === 2);
    press(element, '.chip');
    await waitUntil(() => names(element).length > 2);
    assert.isFalse(label(element, '上海市')?.querySelector('input')?.checked);
  });

  it('keep every value in its place while they are used', async () => {
    const element = await search(fixturePortal(), '公积金');
    press(element, '.filter-button');
    await waitUntil(() => count(element).includes('正文中提到'));
    const values = () => all(element, '.values .grow').map(({textContent}) => textContent);
    const before = values();
    label(element, '证件办理')?.querySelector('input')?.click();
    await waitUntil(() => names(element).length === 1);
    assert.deepEqual(values(), before);
  });

  it('are accessible when open', async () => {
    const element = await search(fixturePortal(), '公积金');
    press(element, '.filter-button');
    await element.updateComplete;
    await expect(element).to.be.accessible();
  });

  it('lead to the results when they are closed below', async () => {
    const element = await search(fixturePortal(), '公积金');
    press(element, '.filter-button');
    await element.updateComplete;
    press(element, '[part=show-results]');
    await element.updateComplete;
    assert.equal(element.shadowRoot?.activeElement?.getAttribute('part'), 'count');
    assert.equal(element.shadowRoot?.querySelector('.filter-button')?.getAttribute('aria-expanded'), 'false');
  });
});

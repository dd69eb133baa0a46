import '@tongban/elements/search.js';
import {assert, fixture, html, waitUntil} from '@open-wc/testing';
import type {TbSearch} from '@tongban/elements/search/search.js';
import type {FixturePortal} from '../../../stories/support/fixture-portal.js';

export const names = (element: TbSearch) => [...(element.shadowRoot?.querySelectorAll('[role=option] .name') ?? [])].map(({textContent}) => textContent);
export const count = (element: TbSearch) => element.shadowRoot?.querySelector('[part=count]')?.textContent ?? '';
export const all = (element: TbSearch, selector: string) => [...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
export const words = (element: TbSearch, selector: string) => element.shadowRoot?.querySelector(selector)?.textContent ?? '';
export const press = (element: TbSearch, selector: string) => element.shadowRoot?.querySelector<HTMLElement>(selector)?.click();
export const label = (element: TbSearch, text: string) => all(element, 'label').find(({textContent}) => textContent?.includes(text));
export const field = (element: TbSearch): HTMLInputElement => element.shadowRoot?.querySelector('[role=combobox]') ?? assert.fail('no text field');

/** A search box on the page; with a query, its answer by name is there. */
export async function search(portal: FixturePortal, query = ''): Promise<TbSearch> {
  const element = await fixture<TbSearch>(html`<tb-search lang="zh-CN" query=${query} .portal=${portal}></tb-search>`);
  if (query) await waitUntil(() => !count(element).includes('正在查找'));
  return element;
}

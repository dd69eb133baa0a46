import type {Localized} from '@tongban/base/localized.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {Found} from './found.js';
import type {SearchWord} from './messages.js';

/** Beyond this nobody reads on: they narrow the search. */
const SHOWN_AT_MOST = 300;

export interface MoreView {
  text: Localized<SearchWord>;
  found: Found;
  /** How many are wanted now, and how many more a press brings. */
  wanted: number;
  page: number;
  showMore: () => void;
}

/** Shows the next results. It stays after the last of them, so that whoever pressed it keeps their place. */
export function moreView({text, found: {names, texts, total}, wanted, page, showMore}: MoreView): TemplateResult | typeof nothing {
  const shown = names.length + texts.length;
  const isAll = shown >= total;
  if (isAll && wanted === page) return nothing;
  if (!isAll && wanted >= SHOWN_AT_MOST) return html`<p class="notice small">${text.of('tooMany')}</p>`;
  return html`<button class="button" type="button" part="more" aria-disabled=${isAll ? 'true' : 'false'} @click=${() => !isAll && showMore()}>
    ${isAll ? text.of('allShown') : text.of('more', {count: Math.min(page, total - shown)})}
  </button>`;
}

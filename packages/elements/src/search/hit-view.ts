import type {Localized} from '@tongban/base/localized.js';
import type {SearchHit} from '@tongban/domain/guide/search.js';
import {html, nothing, type TemplateResult} from 'lit';
import {highlighted} from './highlighted.js';
import type {SearchWord} from './messages.js';

export interface HitView {
  text: Localized<SearchWord>;
  hit: SearchHit;
  id: string;
  active: boolean;
  provinceName: string;
  choose: () => void;
}

/** One result: an option of the list, so that a screen reader reads it whole. */
export function hitView({text, hit: {item, highlights}, id, active, provinceName, choose}: HitView): TemplateResult {
  const unsure = item.confidence === 'memory' || item.confidence === 'illustrative';
  // eslint-disable-next-line lit-a11y/click-events-have-key-events -- the keys of a list box belong to its text field
  return html`<li class="hit ${active ? 'active' : ''}" id=${id} role="option" aria-selected=${active ? 'true' : 'false'} part="result" @click=${choose}>
    <p class="name" lang="zh-CN">${highlighted(item.name, highlights)}</p>
    <p class="soft small" lang="zh-CN">
      ${item.dept}${item.plainName && item.plainName !== item.name ? html` · <span lang=${text.language}>${text.of('plainName', {name: item.plainName})}</span>` : nothing}
    </p>
    <p class="badges">
      <span class="badge place">${provinceName}</span>
      ${item.modes.map((mode) => html`<span class="badge mode">${text.of(`mode-${mode}`)}</span>`)}
      ${item.hasGuide ? html`<span class="badge good">${text.of('hasGuide')}</span>` : nothing}
      ${item.confidence ? html`<span class="badge ${unsure ? 'warn' : ''}" title=${item.source}>${text.of(`confidence-${item.confidence}`)}</span>` : nothing}
    </p>
  </li>`;
}

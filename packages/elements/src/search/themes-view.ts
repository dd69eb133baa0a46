import type {Localized} from '@tongban/base/localized.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {SearchWord} from './messages.js';

const SHOWN_AT_FIRST = 8;

export interface ThemesView {
  text: Localized<SearchWord>;
  themes: readonly (readonly [value: string, count: number])[];
  isWhole: boolean;
  showWhole: () => void;
  choose: (theme: string) => void;
}

/** The way in for somebody who does not know what to type: the themes of the list. */
export function themesView({text, themes, isWhole, showWhole, choose}: ThemesView): TemplateResult | typeof nothing {
  if (themes.length === 0) return nothing;
  const shown = isWhole || themes.length <= SHOWN_AT_FIRST + 1 ? themes : themes.slice(0, SHOWN_AT_FIRST);
  return html`<nav class="stack-tight" aria-label=${text.of('byTheme')} part="themes">
    <p class="group-title">${text.of('byTheme')}</p>
    <ul class="plain themes">
      ${shown.map(([theme, count]) => html`<li><button class="button theme" type="button" @click=${() => choose(theme)}><span lang="zh-CN">${theme}</span><span class="soft small">${count}</span></button></li>`)}
      ${shown.length < themes.length ? html`<li><button class="button link" type="button" @click=${showWhole}>${text.of('moreThemes', {count: themes.length - shown.length})}</button></li>` : nothing}
    </ul>
  </nav>`;
}

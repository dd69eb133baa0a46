import type {Localized} from '@tongban/base/localized.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {SearchWord} from './messages.js';

/** What may have been meant. Apart from the hits: those are what was asked for, these are guesses. */
export function suggestionsView(text: Localized<SearchWord>, suggestions: readonly string[], take: (words: string) => void): TemplateResult | typeof nothing {
  if (suggestions.length === 0) return nothing;
  return html`<p class="row" part="suggestions">
    <span>${text.of('didYouMean')}</span>
    ${suggestions.map((words) => html`<button class="button suggestion" type="button" lang="zh-CN" @click=${() => take(words)}>${words}</button>`)}
  </p>`;
}

import type {Localized} from '@tongban/base/localized.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {SearchWord} from './messages.js';
import type {OtherQuery} from './other-queries.js';
import {countFilters, type Question} from './question.js';

export interface NothingView {
  text: Localized<SearchWord>;
  question: Question;
  /** Shorter searches that find something. */
  others: readonly OtherQuery[];
  ask: (text: string) => void;
  clearFilters: () => void;
  lookEverywhere: () => void;
}

/** Nothing was found: what to try, the likeliest first, each as one press. */
export function nothingView({text, question, others, ask, clearFilters, lookEverywhere}: NothingView): TemplateResult {
  const hasFilters = countFilters(question.filters) > 0;
  const isNarrow = question.scope !== 'all';
  return html`<div class="card stack-tight" part="empty">
    <p>${question.text ? text.say('none', {text: question.text}) : text.of('noneFiltered')}</p>
    ${others.length > 0
      ? html`<p class="soft">${text.of('tryWords')}</p>
          <p class="row">
            ${others.map((other) => html`<button class="button" type="button" @click=${() => ask(other.text)}><span lang="zh-CN">${other.text}</span><span class="soft small">${text.of('items', {count: other.total})}</span></button>`)}
          </p>`
      : nothing}
    ${hasFilters || isNarrow
      ? html`<p class="row">
          ${hasFilters ? html`<button class="button" type="button" @click=${clearFilters}>${text.of('clearFilters')}</button>` : nothing}
          ${isNarrow ? html`<button class="button" type="button" @click=${lookEverywhere}>${text.of('lookEverywhere')}</button>` : nothing}
        </p>`
      : nothing}
    <p class="soft">${text.of('noneAdvice')}</p>
  </div>`;
}

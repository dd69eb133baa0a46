import type {Localized} from '@tongban/base/localized.js';
import type {SearchQuery} from '@tongban/domain/guide/search.js';
import {html, type TemplateResult} from 'lit';
import type {SearchWord} from './messages.js';

export interface ScopesView {
  text: Localized<SearchWord>;
  scope: SearchQuery['scope'];
  /** Whether the page belongs to a province: only then there is an own one. */
  hasOwn: boolean;
  choose: (scope: SearchQuery['scope']) => void;
}

/** Where to look, as radio buttons. */
export function scopesView({text, scope, hasOwn, choose}: ScopesView): TemplateResult {
  const scopes = [['all', 'scopeAll'], ['crossProvince', 'scopeCross'], ...(hasOwn ? ([['own', 'scopeOwn']] as const) : [])] as const;
  return html`<div class="scopes" role="radiogroup" aria-label=${text.of('scope')}>
    ${scopes.map(
      ([value, word]) => html`<label class="choice ${scope === value ? 'chosen' : ''}">
        <input type="radio" name="scope" .checked=${scope === value} @change=${() => choose(value)} />${text.of(word)}
      </label>`,
    )}
  </div>`;
}

import type {Localized} from '@tongban/base/localized.js';
import type {RatingInvitation} from '@tongban/domain/rating/rating.js';
import {html, nothing, type TemplateResult} from 'lit';
import {endView} from './end-view.js';
import type {RatingWord} from './messages.js';

/** What was said of this act already, and the one chance to say it otherwise. */
export function givenView(text: Localized<RatingWord>, {given}: RatingInvitation, amend: () => void): TemplateResult {
  return html`<div class="stack">
    ${endView(text, 'rated', () => undefined)}
    ${given
      ? html`<p part="given">${text.of('given', {level: text.of(`star${given.stars}`)})}${given.comment ? html`<br /><q class="soft">${text.data(given.comment)}</q>` : nothing}</p>`
      : nothing}
    ${given?.mayAmend
      ? html`<div class="stack-tight">
          <button class="button" type="button" part="amend" @click=${amend}>${text.of('amend')}</button>
          <p class="soft small">${text.of('amendHint')}</p>
        </div>`
      : nothing}
  </div>`;
}

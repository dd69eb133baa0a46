import {icon, type IconName} from '@tongban/base/controls/icons.js';
import type {Localized} from '@tongban/base/localized.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {RatingWord} from './messages.js';

/** How a rating can end, or why there is none to give. */
export type RatingEnd = 'sent' | 'queued' | 'rated' | 'dismissed' | 'expired' | 'empty';

const looks: Readonly<Record<RatingEnd, {icon: IconName; look: string}>> = {
  sent: {icon: 'check', look: ''},
  queued: {icon: 'clock', look: 'waiting-out'},
  rated: {icon: 'check', look: ''},
  dismissed: {icon: 'minus', look: 'plain'},
  expired: {icon: 'clock', look: 'plain'},
  empty: {icon: 'info', look: 'plain'},
};

/** The end of a rating in one heading and one sentence; `rateNow` leads back from a dismissal. */
export function endView(text: Localized<RatingWord>, end: RatingEnd, rateNow: () => void): TemplateResult {
  return html`<div class="done ${looks[end].look}" part=${end}>
    <span class="disc mark">${icon(looks[end].icon)}</span>
    <div class="grow stack-tight" role="status">
      <h2 tabindex="-1" part="title">${text.of(`${end}Title`)}</h2>
      <p>${text.of(end)}</p>
      ${end === 'dismissed' ? html`<button class="button" type="button" part="rate-now" @click=${rateNow}>${text.of('rateNow')}</button>` : nothing}
    </div>
  </div>`;
}

import {whenCopied} from '@tongban/base/when-copied.js';
import type {RateableAct} from '@tongban/domain/case/case-file.js';
import {html, type TemplateResult} from 'lit';
import type {ProgressText} from './progress-text.js';

/** The acts that can be rated, each once. */
export function actsView(text: ProgressText, acts: readonly RateableAct[], rate: (act: string) => void): TemplateResult {
  return html`<ul class="plain lines" part="acts">
    ${acts.map(
      ({act, name, office, at, rated}) => html`<li>
        <span class="grow">${text.of(`rate-${name}`)}<br /><span class="soft small">${text.say('rateHint', {office, time: whenCopied(at, text.language)})}</span></span>
        ${rated
          ? html`<span class="badge good">${text.of('rated')}</span><button class="button link small" type="button" data-rated=${act} aria-label=${`${text.of('rateSee')}: ${text.of(`rate-${name}`)}`} @click=${() => rate(act)}>${text.of('rateSee')}</button>`
          : html`<button class="button" type="button" data-act=${act} aria-label=${`${text.of('rateDo')}: ${text.of(`rate-${name}`)}`} @click=${() => rate(act)}>${text.of('rateDo')}</button>`}
      </li>`,
    )}
  </ul>`;
}

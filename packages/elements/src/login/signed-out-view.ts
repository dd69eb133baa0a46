import {icon} from '@tongban/base/controls/icons.js';
import type {Localized} from '@tongban/base/localized.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {LoginWord} from './messages.js';

export interface SignedOutView {
  text: Localized<LoginWord>;
  corp: boolean;
  /** Signed in before, on this very page. */
  expired: boolean;
  /** Whether there is no network to sign in over. */
  offline: boolean;
  busy: boolean;
  ownDevice: boolean;
  chooseOwnDevice: (own: boolean) => void;
  signIn: () => void;
}

/** The way in. Where a person is at home is asked by the gateway, and a password is asked for nowhere in this kit. */
export function signedOutView({text, corp, expired, offline, busy, ownDevice, chooseOwnDevice, signIn}: SignedOutView): TemplateResult {
  return html`
    ${expired
      ? html`<div class="notice warn stack-tight" part="expired" role=${offline ? 'status' : nothing}>
          <h2 tabindex="-1">${text.of(offline ? 'offlineTitle' : 'expiredTitle')}</h2>
          <p>${text.of(offline ? 'offlineCopy' : 'expired')}</p>
        </div>`
      : html`<h2 tabindex="-1">${text.of(corp ? 'titleCorp' : 'title')}</h2>
          <p>${text.of(corp ? 'introCorp' : 'intro')}</p>`}
    <button class="button main wide" type="button" part="sign-in" ?disabled=${busy || offline} @click=${signIn}>
      ${icon('person')}${text.of(expired ? 'signInAgain' : corp ? 'titleCorp' : 'signIn')}
    </button>
    ${busy ? html`<p role="status">${text.of('signingIn')}</p>` : nothing}
    ${offline ? nothing : ownDeviceChoice({text, busy, ownDevice, chooseOwnDevice})}
    ${expired ? nothing : html`<p class="small soft">${icon('shield')} ${text.of('noPassword')}</p>`}
  `;
}

/** What one's own device may keep; nothing to choose while nobody can sign in. */
function ownDeviceChoice({text, busy, ownDevice, chooseOwnDevice}: Pick<SignedOutView, 'text' | 'busy' | 'ownDevice' | 'chooseOwnDevice'>): TemplateResult {
  return html`
    <label class="choice">
      <input type="checkbox" .checked=${ownDevice} ?disabled=${busy} aria-describedby="own-hint" @change=${(event: Event) => chooseOwnDevice((event.target as HTMLInputElement).checked)} />
      <span>${text.of('ownDevice')}</span>
    </label>
    <p class="small soft" id="own-hint">${text.of('ownDeviceHint')}</p>
  `;
}

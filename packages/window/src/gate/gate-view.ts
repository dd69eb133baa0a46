import {icon} from '@tongban/base/controls/icons.js';
import type {SessionState} from '@tongban/domain/people/person.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {WindowText} from '../messages/messages.js';

export interface GateView {
  text: WindowText;
  session: SessionState;
  busy: boolean;
  problem: string | undefined;
  signIn: () => void;
  signOut: () => void;
}

/** Before anything else: who sits at this window. */
export function gateView({text, session, busy, problem, signIn, signOut}: GateView): TemplateResult {
  const {status} = session;
  const isBusy = busy || status === 'signingIn';
  const isNoStaff = status === 'signedIn';
  return html`<section class="card gate stack" aria-labelledby="gate-title" part="gate">
    <span class="gate-sign">${icon('building')}</span>
    <h2 id="gate-title" tabindex="-1">${text.of('gateTitle')}</h2>
    <p class=${status === 'expired' || isNoStaff ? 'notice warn' : 'soft'}>${text.of(isNoStaff ? 'notStaff' : status === 'expired' ? 'gateExpired' : 'gateWhy')}</p>
    ${problem ? html`<p class="notice bad" role="alert" part="failed">${problem}</p>` : nothing}
    ${isNoStaff
      ? html`<button class="button main" type="button" part="sign-out" ?disabled=${isBusy} @click=${signOut}>${text.of('signOut')}</button>`
      : html`<button class="button main" type="button" part="sign-in" ?disabled=${isBusy} @click=${signIn}>${icon('person')}${text.of('signIn')}</button>`}
    ${isBusy && !isNoStaff ? html`<p role="status">${text.of('signingIn')}</p>` : nothing}
  </section>`;
}

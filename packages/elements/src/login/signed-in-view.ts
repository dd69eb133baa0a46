import {icon} from '@tongban/base/controls/icons.js';
import type {Localized} from '@tongban/base/localized.js';
import type {Loa} from '@tongban/domain/acts/actor.js';
import type {PersonView, StaffView} from '@tongban/domain/people/person.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {LoginWord} from './messages.js';

export interface SignedInView {
  text: Localized<LoginWord>;
  person: PersonView;
  homeName: string | undefined;
  minLoa: Loa;
  /** Whether nothing can be pressed now. */
  busy: boolean;
  stepUp: () => void;
  signOut: () => void;
  actUnder: (delegationId: string | null) => void;
}

/** Who is signed in, how well they are known, for whom they act. */
export function signedInView({text, person, homeName, minLoa, busy, stepUp, signOut, actUnder}: SignedInView): TemplateResult {
  const corp = person.userType === 'corp';
  return html`
    <div class="who">
      <span class="disc face">${icon(corp ? 'building' : 'person')}</span>
      <h2 class="grow" tabindex="-1" part="name">${text.say('signedInAs', {name: person.name})}</h2>
    </div>
    ${person.actingFor ? html`<p class="notice" part="acting">${text.say('actingNow', {name: person.actingFor.grantorName})}</p>` : nothing}
    <dl class="facts">
      <div><dt>${text.of(corp ? 'uscc' : 'idNo')}</dt><dd class="number">${person.idNo}</dd></div>
      ${homeName ? html`<div><dt>${text.of('home')}</dt><dd lang="zh-CN">${homeName}</dd></div>` : nothing}
      <div><dt>${text.of('level')}</dt><dd>${text.of(`level${person.loa}`)}</dd></div>
    </dl>
    ${person.loa < minLoa ? stepUpNotice(text, person.loa, minLoa, busy, stepUp) : nothing}
    ${person.delegations.length > 0 ? actingFor(text, person, busy, actUnder) : nothing}
    <button class="button" type="button" part="sign-out" ?disabled=${busy} @click=${signOut}>${text.of('signOut')}</button>
  `;
}

export function staffView(text: Localized<LoginWord>, staff: StaffView, busy: boolean, signOut: () => void): TemplateResult {
  return html`
    <div class="who">
      <span class="disc face">${icon('person')}</span>
      <div class="grow">
        <h2 tabindex="-1" part="name">${text.say('signedInAs', {name: staff.name})}</h2>
        <p class="soft">${text.say('staffAt', {office: staff.office})}</p>
      </div>
    </div>
    <button class="button" type="button" part="sign-out" ?disabled=${busy} @click=${signOut}>${text.of('signOut')}</button>
  `;
}

function stepUpNotice(text: Localized<LoginWord>, now: Loa, wanted: Loa, busy: boolean, stepUp: () => void): TemplateResult {
  return html`<div class="notice warn stack-tight" part="step-up">
    <h3>${text.of('stepUpTitle')}</h3>
    <p>${text.of('stepUp', {wanted: text.of(`level${wanted}`), now: text.of(`level${now}`)})}</p>
    <button class="button main" type="button" ?disabled=${busy} @click=${stepUp}>${text.of('stepUpDo')}</button>
  </div>`;
}

function actingFor(text: Localized<LoginWord>, {actingFor: current, delegations}: PersonView, busy: boolean, actUnder: (delegationId: string | null) => void): TemplateResult {
  const choice = (id: string | null, label: string, hint?: string) => {
    const chosen = (current?.id ?? null) === id;
    return html`<label class="choice ${chosen ? 'chosen' : ''}">
      <input type="radio" name="acting" .checked=${chosen} ?disabled=${busy} @change=${() => actUnder(id)} />
      <span>${text.data(label)}${hint ? html`<span class="small soft">${hint}</span>` : nothing}</span>
    </label>`;
  };
  return html`<fieldset class="stack-tight" part="acting-for">
    <legend>${text.of('actingTitle')}</legend>
    ${choice(null, text.of('actSelf'))}
    ${delegations.map(({id, kind, grantorName, validTo}) => choice(id, grantorName, text.of(kind, {date: validTo})))}
  </fieldset>`;
}

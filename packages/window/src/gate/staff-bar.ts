import {icon} from '@tongban/base/controls/icons.js';
import type {StaffView} from '@tongban/domain/people/person.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {WindowText} from '../messages/messages.js';
import {DESK, type Screen} from '../window/screen.js';

export interface StaffBar {
  text: WindowText;
  staff: StaffView;
  screen: Screen;
  busy: boolean;
  go: (screen: Screen) => void;
  help: () => void;
  shift: () => void;
  signOut: () => void;
}

/** Who works here, where they can go, and how they leave. */
export function staffBar({text, staff, screen, busy, go, help, shift, signOut}: StaffBar): TemplateResult {
  const {name, office, windowNo, roles} = staff;
  const link = (to: Screen, words: string, isHere: boolean, key?: string) =>
    html`<button class="nav ${isHere ? 'here' : ''}" type="button" aria-current=${isHere ? 'page' : 'false'} @click=${() => go(to)}>${words}${key ? html`<kbd class="key" aria-hidden="true">${key}</kbd>` : nothing}</button>`;
  return html`<div class="bar" part="bar">
    <nav class="bar-nav" aria-label=${text.of('nav')}>
      ${link(DESK, text.of('navDesk'), screen.at === 'desk' || screen.at === 'case', 'Alt+D')}
      ${roles.includes('receiver') ? link({at: 'walk-in'}, text.of('navWalkIn'), screen.at === 'walk-in', 'Alt+N') : nothing}
      ${roles.includes('supervisor') ? link({at: 'ratings'}, text.of('navRatings'), screen.at === 'ratings') : nothing}
      <button class="nav" type="button" aria-haspopup="dialog" @click=${help}>${text.of('navHelp')}<kbd class="key" aria-hidden="true">?</kbd></button>
    </nav>
    <div class="bar-who">
      ${icon('person')}
      <p part="staff"><strong lang="zh-CN">${name}</strong> <span class="small"><span lang="zh-CN">${office}</span>${windowNo ? ` · ${text.of('windowNo', {no: windowNo})}` : ''} · ${roles.map((role) => text.of(`role-${role}`)).join(text.isChinese ? '、' : ', ')}</span></p>
      <button class="nav" type="button" part="shift" ?disabled=${busy} @click=${shift}>${text.of('shift')}</button>
      <button class="nav" type="button" part="sign-out" ?disabled=${busy} @click=${signOut}>${text.of('signOut')}</button>
    </div>
  </div>`;
}

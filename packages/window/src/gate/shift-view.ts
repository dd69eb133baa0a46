import {html, nothing, type TemplateResult} from 'lit';
import type {WindowText} from '../messages/messages.js';

export interface ShiftView {
  text: WindowText;
  openCount: number;
  hasTyped: boolean;
  busy: boolean;
  confirm: () => void;
  cancel: () => void;
}

/** 交接班: this clerk leaves, nothing of theirs stays on the screen, the next one signs in. */
export function shiftView({text, openCount, hasTyped, busy, confirm, cancel}: ShiftView): TemplateResult {
  return html`<dialog class="card stack" aria-labelledby="shift-title" part="shift-dialog" @close=${cancel}>
    <h2 id="shift-title" tabindex="-1">${text.of('shiftTitle')}</h2>
    <p>${text.of('shiftSure', {count: openCount})}</p>
    ${hasTyped ? html`<p class="notice warn">${text.of('shiftTyped')}</p>` : nothing}
    <div class="row">
      <button class="button main" type="button" part="shift-do" ?disabled=${busy} @click=${confirm}>${text.of('shiftDo')}</button>
      <button class="button" type="button" ?disabled=${busy} @click=${cancel}>${text.of('cancel')}</button>
    </div>
  </dialog>`;
}

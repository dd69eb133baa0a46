import {html, nothing, type TemplateResult} from 'lit';
import {grave, irreversible} from './action-forms.js';
import {controlId, type ActionForm, type OpenForm, type Wrong} from './open-form.js';
import type {WindowWord} from '../messages/messages.js';

export interface FormPanel {
  form: OpenForm;
  spec: ActionForm<unknown>;
  /** Everything that is wrong, once somebody has tried to send. */
  wrongs: readonly Wrong[];
  confirming: boolean;
  busy: boolean;
  /** What the gateway refused, in words. */
  problem: string | undefined;
  /** The case moved while this was open: sending waits until the clerk has seen how. */
  held: boolean;
  focus: (name: string) => void;
  next: () => void;
  back: () => void;
  cancel: () => void;
}

/** One action being filled in, then confirmed where it cannot be taken back. */
export function formPanel(panel: FormPanel): TemplateResult {
  const {form, confirming} = panel;
  const {text, action} = form;
  const title = text.of(`act-${action}`);
  const submit = (event: Event) => {
    event.preventDefault();
    panel.next();
  };
  return html`<form class="card form-panel stack" novalidate aria-labelledby="form-title" data-form=${action} part="form" @submit=${submit}>
    <h3 id="form-title" tabindex="-1">${confirming ? text.of('sureTitle', {action: title}) : title}</h3>
    ${panel.problem ? html`<p class="notice bad" role="alert">${panel.problem}</p>` : nothing}
    ${confirming ? confirmation(panel) : filling(panel)}
  </form>`;
}

function filling({form, spec, wrongs, busy, held, focus, cancel}: FormPanel): TemplateResult {
  const {text, action} = form;
  return html`
    ${wrongs.length > 0
      ? html`<div class="notice bad" role="alert" id="form-wrongs">
          <p>${text.of('problemsTitle', {count: wrongs.length})}</p>
          <ul>${wrongs.map(({name, sentence}) => html`<li><button class="button link" type="button" @click=${() => focus(controlId(name))}>${sentence}</button></li>`)}</ul>
        </div>`
      : nothing}
    ${spec.body(form)}
    ${buttons(form, text.of(irreversible.has(action) ? 'goOn' : 'send'), {busy, held, cancel, danger: false})}
  `;
}

function confirmation({form, spec, busy, held, back}: FormPanel): TemplateResult {
  const {text, action} = form;
  const sure = `sure-${action}`;
  const rows = spec.summary(form);
  return html`
    ${text.has(sure) ? html`<p>${text.of(sure satisfies WindowWord)}</p>` : nothing}
    ${rows.length > 0 ? html`<dl class="pairs">${rows.map(([label, value]) => html`<div><dt>${label}</dt><dd class="lines">${value}</dd></div>`)}</dl>` : nothing}
    ${buttons(form, text.of('sendNow'), {busy, held, cancel: back, danger: grave.has(action), backWord: text.of('goBack')})}
  `;
}

function buttons({text}: OpenForm, word: string, {busy, held, cancel, danger, backWord = text.of('cancel')}: {busy: boolean; held: boolean; cancel: () => void; danger: boolean; backWord?: string}): TemplateResult {
  return html`<div class="row">
    <button class="button ${danger ? 'danger' : 'main'}" type="submit" part="send" ?disabled=${busy || held}>${busy ? text.of('sending') : word}<kbd class="key" aria-hidden="true">Ctrl+↵</kbd></button>
    <button class="button" type="button" part="cancel" ?disabled=${busy} @click=${cancel}>${backWord}<kbd class="key" aria-hidden="true">Esc</kbd></button>
  </div>`;
}

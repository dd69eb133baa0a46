import {html, type TemplateResult} from 'lit';
import type {WindowText} from '../messages/messages.js';
import {keyTable} from '../window/keys.js';

/** The table of keys, above everything else until it is closed. */
export function helpView(text: WindowText, close: () => void): TemplateResult {
  return html`<dialog class="card stack" aria-labelledby="help-title" part="help" @close=${close}>
    <h2 id="help-title" tabindex="-1">${text.of('helpTitle')}</h2>
    <table class="keys">
      <tbody>
        ${keyTable.map(({keys, does}) => html`<tr><th scope="row">${keys.map((key) => html`<kbd class="key">${key}</kbd> `)}</th><td>${text.of(`key-${does}`)}</td></tr>`)}
      </tbody>
    </table>
    <button class="button" type="button" part="help-close" @click=${close}>${text.of('helpClose')}</button>
  </dialog>`;
}

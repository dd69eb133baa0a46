import {icon} from '@tongban/base/controls/icons.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {WindowText} from '../messages/messages.js';

export interface FindBar {
  text: WindowText;
  typed: string;
  problem: string | undefined;
  type: (typed: string) => void;
  open: () => void;
}

/** The field a scanner types into: the number, then Enter. */
export function findBar({text, typed, problem, type, open}: FindBar): TemplateResult {
  const submit = (event: Event) => {
    event.preventDefault();
    open();
  };
  return html`<form class="find" role="search" @submit=${submit}>
    <label class="label" for="find">${text.of('findLabel')}</label>
    <div class="find-row">
      <span class="find-field">
        ${icon('search')}
        <input
          id="find"
          class="input find-input"
          part="find"
          type="text"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          maxlength="500"
          aria-describedby="find-hint${problem ? ' find-problem' : ''}"
          aria-invalid=${problem ? 'true' : 'false'}
          .value=${typed}
          @input=${(event: Event) => type((event.target as HTMLInputElement).value)}
        />
        <kbd class="key" aria-hidden="true">F2</kbd>
      </span>
      <button class="button main" type="submit" part="open">${text.of('findDo')}</button>
    </div>
    <p class="soft small" id="find-hint">${text.of('findHint')}</p>
    ${problem ? html`<p class="wrong" id="find-problem" role="alert">${problem}</p>` : nothing}
  </form>`;
}

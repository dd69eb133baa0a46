import type {CaseFile} from '@tongban/domain/case/case-file.js';
import type {Action} from '@tongban/domain/case/command.js';
import {html, nothing, type TemplateResult} from 'lit';
import {clerkActions, grave, onTheRoad} from '../forms/action-forms.js';
import type {WindowText} from '../messages/messages.js';
import {barredReason, expectedBut} from './barred-reason.js';

export interface ActionBar {
  text: WindowText;
  file: CaseFile;
  /** The action whose form is open. */
  open: Action | undefined;
  busy: boolean;
  start: (action: Action) => void;
}

/** The actions of a case in the order of their keys Alt+1 to Alt+9. */
export const offered = ({allowed}: CaseFile): Action[] => clerkActions.filter((action) => allowed.includes(action));

/** What the clerk may do as buttons; what they would expect and cannot do, with the reason in words beside it. */
export function actionBar({text, file, open, busy, start}: ActionBar): TemplateResult {
  const actions = offered(file);
  const barred = expectedBut(file, clerkActions);
  return html`<section class="card action-bar stack-tight" aria-label=${text.of('actionBar')} part="actions">
    ${actions.length === 0 && barred.length === 0 ? html`<p class="soft">${text.of('noAction')}</p>` : nothing}
    ${actions.length > 0
      ? html`<div class="row">
          ${actions.map(
            (action, at) => html`<button
              class="button ${at === 0 && onTheRoad.has(action) ? 'main' : grave.has(action) ? 'danger' : ''}"
              type="button"
              data-action=${action}
              aria-expanded=${open === action ? 'true' : 'false'}
              aria-keyshortcuts=${at < 9 ? `Alt+${at + 1}` : nothing}
              ?disabled=${busy}
              @click=${() => start(action)}
            >${text.of(`act-${action}`)}${at < 9 ? html`<kbd class="key" aria-hidden="true">Alt+${at + 1}</kbd>` : nothing}</button>`,
          )}
        </div>`
      : nothing}
    ${barred.length > 0
      ? html`<ul class="plain barred" aria-label=${text.of('notNow')}>
          ${barred.map(
            ({action}) => html`<li>
              <button class="button small" type="button" data-action=${action} aria-disabled="true" aria-describedby="bar-${action}">${text.of(`act-${action}`)}</button>
              <span class="small" id="bar-${action}">${barredReason(text, file, action)}</span>
            </li>`,
          )}
        </ul>`
      : nothing}
  </section>`;
}

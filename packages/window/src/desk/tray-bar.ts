import type {CaseSummary} from '@tongban/domain/case/case-file.js';
import {html, type TemplateResult} from 'lit';
import type {WindowText} from '../messages/messages.js';
import {trayOf, trays, type Tray} from './trays.js';

export interface TrayBar {
  text: WindowText;
  rows: readonly CaseSummary[];
  tray: Tray | 'all';
  choose: (tray: Tray | 'all') => void;
}

/** One button for each step, with how many cases lie there and whether one of them is late. */
export function trayBar({text, rows, tray, choose}: TrayBar): TemplateResult {
  const button = (each: Tray | 'all', lying: readonly CaseSummary[]) => {
    const late = lying.some(({light}) => light === 'red') && each !== 'done';
    return html`<button class="tray ${each === tray ? 'chosen' : ''}" type="button" aria-pressed=${each === tray ? 'true' : 'false'} @click=${() => choose(each)}>
      ${text.of(`tray-${each}`)}<span class="count ${late ? 'bad' : ''}">${lying.length}</span>${late ? html`<span class="hidden-visually">${text.of('light-red')}</span>` : ''}
    </button>`;
  };
  return html`<div class="trays" role="group" aria-label=${text.of('trays')} part="trays">
    ${button('all', rows.filter((row) => trayOf(row) !== 'done'))}
    ${trays.map((each) => button(each, rows.filter((row) => trayOf(row) === each)))}
  </div>`;
}

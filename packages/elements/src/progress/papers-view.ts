import type {Asked} from '@tongban/base/asked.js';
import {askedView} from '@tongban/base/controls/asked-view.js';
import {icon} from '@tongban/base/controls/icons.js';
import {whenCopied} from '@tongban/base/when-copied.js';
import type {Paper, PaperRef} from '@tongban/domain/papers/paper.js';
import {html, nothing, type TemplateResult} from 'lit';
import {wordsOfPaper} from '../paper-view/paper-rows.js';
import {paperView} from '../paper-view/paper-view.js';
import type {ProgressText} from './progress-text.js';

export interface PapersView {
  text: ProgressText;
  papers: readonly PaperRef[];
  /** Number of the paper that is open, and what came of asking for it. */
  open: string | undefined;
  opened: Asked<Paper>;
  toggle: (docNo: string | undefined) => void;
  again: () => void;
}

/** The papers of a case, the latest first; one at a time opens below its line. */
export function papersView({text, papers, open, opened, toggle, again}: PapersView): TemplateResult {
  const words = wordsOfPaper(text.language);
  const latestFirst = [...papers].sort((a, b) => Date.parse(b.issuedAt) - Date.parse(a.issuedAt));
  const sheet = () =>
    askedView(opened, {text, again, lines: 6, empty: () => nothing, value: (paper) => paperView({paper, lang: text.language, close: () => toggle(undefined)})});
  return html`<ul class="plain lines" part="papers">
    ${latestFirst.map(({docNo, kind, issuedAt}) => {
      const isOpen = docNo === open;
      return html`<li>
          <span class="grow">${words[kind]} <span class="soft small">${text.of('issued', {time: whenCopied(issuedAt, text.language)})}</span></span>
          <button class="button" type="button" aria-expanded=${isOpen} aria-label=${`${isOpen ? words.close : text.of('show')}: ${words[kind]} ${docNo}`} data-doc=${docNo} @click=${() => toggle(isOpen ? undefined : docNo)}>
            ${icon('document')}${isOpen ? words.close : text.of('show')}
          </button>
        </li>
        ${isOpen ? html`<li class="opened"><div class="grow">${sheet()}</div></li>` : nothing}`;
    })}
  </ul>`;
}

import {Ask} from '@tongban/base/asked.js';
import {askedView} from '@tongban/base/controls/asked-view.js';
import {icon} from '@tongban/base/controls/icons.js';
import type {CaseFile} from '@tongban/domain/case/case-file.js';
import type {Paper, PaperRef} from '@tongban/domain/papers/paper.js';
import type {Portal} from '@tongban/domain/portal.js';
import {wordsOfPaper} from '@tongban/elements/paper-view/paper-rows.js';
import {paperView, printPaper} from '@tongban/elements/paper-view/paper-view.js';
import {html, nothing, type TemplateResult} from 'lit';
import {shortTime} from '../messages/dates.js';
import type {WindowHost} from '../window/window-host.js';

/** The papers of a case; one at a time opens to be read and printed. */
export class PaperPanel {
  readonly #host: WindowHost;
  readonly #paper: Ask<Paper, readonly [string, string]>;
  #caseNo = '';
  #docNo = '';
  /** Whether the open paper was made by what the clerk has just done. */
  #isNew = false;

  constructor(host: WindowHost) {
    this.#host = host;
    this.#paper = new Ask(host, {
      args: () => [this.#caseNo, this.#docNo] as const,
      ask: async (portal, [caseNo, docNo]) => (docNo ? portal.cases.paper(caseNo, docNo) : undefined),
    });
  }

  use(portal: Portal): void {
    this.#paper.use(portal);
  }

  close = (): void => {
    const docNo = this.#docNo;
    this.#docNo = '';
    this.#isNew = false;
    if (docNo) this.#host.focusOn(`[data-doc="${docNo}"]`);
    this.#host.requestUpdate();
  };

  open(caseNo: string, docNo: string, isNew = false): void {
    this.#caseNo = caseNo;
    this.#docNo = docNo;
    this.#isNew = isNew;
    this.#host.focusOn('#paper-open');
    this.#host.requestUpdate();
  }

  /** The paper that is open, above the rest of the case. */
  openView(file: CaseFile): TemplateResult | typeof nothing {
    const {caseNo, papers} = file;
    const ref = papers.find(({docNo}) => docNo === this.#docNo);
    if (!ref || caseNo !== this.#caseNo) return nothing;
    const {text} = this.#host;
    const kind = wordsOfPaper(text.language)[ref.kind];
    return html`<section class="card stack-tight" id="paper-open" tabindex="-1" aria-label=${kind} part="paper">
      ${this.#isNew ? html`<p class="notice good" role="status">${text.of('newPaper', {paper: kind})}</p>` : nothing}
      ${askedView(this.#paper.current, {
        ...{text, lines: 8, again: () => this.#paper.again(), empty: () => nothing},
        value: (paper) => paperView({paper: maskedAs(file, paper), lang: text.language, close: this.close, print: () => printPaper(paper)}),
      })}
    </section>`;
  }

  listView({caseNo, papers}: CaseFile): TemplateResult {
    const {text} = this.#host;
    const words = wordsOfPaper(text.language);
    return html`<section class="card stack-tight" aria-labelledby="papers-title" part="papers">
      <h3 id="papers-title" class="section-title">${text.of('papersTitle')}</h3>
      ${papers.length === 0 ? html`<p class="soft">${text.of('noPapers')}</p>` : nothing}
      <ul class="plain papers">
        ${[...papers].reverse().map((ref) => html`<li>${this.#line(caseNo, ref, words[ref.kind])}</li>`)}
      </ul>
    </section>`;
  }

  #line(caseNo: string, {docNo, issuedAt}: PaperRef, kind: string): TemplateResult {
    const {text} = this.#host;
    const isOpen = docNo === this.#docNo;
    return html`<span class="grow">${kind} <span class="soft small">${shortTime(issuedAt)}</span></span>
      <button class="button small" type="button" data-doc=${docNo} aria-expanded=${isOpen ? 'true' : 'false'} aria-label=${`${text.of(isOpen ? 'closePaper' : 'openPaper')}: ${kind} ${docNo}`} @click=${() => (isOpen ? this.close() : this.open(caseNo, docNo))}>
        ${icon('document')}${text.of(isOpen ? 'closePaper' : 'openPaper')}
      </button>`;
  }
}

/** Full on the printed sheet only; a screen at a counter is read by whoever stands there (domain.md §10). */
function maskedAs({applicant, agent}: CaseFile, {agentName: _agentName, ...paper}: Paper): Paper {
  return {...paper, applicant: {name: applicant.name, idNo: applicant.idNo}, ...(agent && {agentName: agent.name})};
}

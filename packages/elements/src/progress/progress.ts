import {Ask} from '@tongban/base/asked.js';
import {askedView} from '@tongban/base/controls/asked-view.js';
import {empty} from '@tongban/base/controls/states.js';
import {Localized} from '@tongban/base/localized.js';
import {TbElement} from '@tongban/base/tb-element.js';
import type {CaseFile, CaseSummary} from '@tongban/domain/case/case-file.js';
import {hasCode} from '@tongban/domain/errors.js';
import type {Paper} from '@tongban/domain/papers/paper.js';
import type {Portal} from '@tongban/domain/portal.js';
import type {Region6} from '@tongban/domain/primitives.js';
import {html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import {paperStyles} from '../paper-view/paper.styles.js';
import {RegionLists} from '../application-form/region-lists.js';
import {needsSignIn, signInPrompt} from '../sign-in-prompt.js';
import {caseListView} from './case-list-view.js';
import {caseView} from './case-view.js';
import {TbCaseChanged, TbCaseSelected, TbPayRequest, TbRateRequest, TbSupplementRequest} from './events.js';
import {messages} from './messages.js';
import {headline} from './progress-text.js';
import {styles} from './progress.styles.js';

/** What opens below a case when the host page opens nothing itself. */
type Below = {what: 'form'} | {what: 'rating'; act: string};

/**
 * Where a case stands, in plain words, live: what is, what happens next, who acts and by when. Without `case`, the list of the
 * signed-in person's cases.
 *
 * @tagname tb-progress
 * @fires {TbCaseChanged} tb-case-changed - The case on screen has moved on.
 * @fires {TbCaseSelected} tb-case-selected - A case was picked from the list.
 * @fires {TbSupplementRequest} tb-supplement-request - The applicant wants to answer a notice; cancel it to open the form yourself.
 * @fires {TbRateRequest} tb-rate-request - The applicant wants to rate an act; cancel it to open the rating yourself.
 * @fires {TbPayRequest} tb-pay-request - The applicant wants to pay; cancel it to open the cashier's page yourself.
 * @csspart fee - What has to be paid.
 * @csspart pay - The button that leads to the cashier.
 * @csspart now - Where the case stands.
 * @csspart headline - The same in one line.
 * @csspart clocks - The due dates.
 * @csspart faults - Everything that is wrong.
 * @csspart supplement - The button that leads to answering.
 * @csspart timeline - What has happened.
 * @csspart papers - The papers.
 * @csspart paper - One paper that is open.
 * @csspart acts - What can be rated.
 * @csspart withdraw - The button that withdraws.
 * @csspart cases - The list of cases.
 * @csspart case - One case of the list.
 * @cssprop [--tb-progress-min-height=18em] - Height held free from the first paint on.
 */
export class TbProgress extends TbElement {
  static override styles = [...TbElement.styles, paperStyles, styles];

  /** Number of the case; without it the tag lists the person's cases. */
  @property({attribute: 'case'}) caseNo = '';

  @state() private openPaper: string | undefined;
  @state() private withdrawing: 'no' | 'asking' | 'busy' = 'no';
  @state() private problem: string | undefined;
  @state() private paying = false;
  @state() private payProblem: string | undefined;
  @state() private news = '';
  @state() private below: Below | undefined;
  @state() private signingIn = false;

  readonly #text = new Localized(this, messages);
  readonly #regions = new RegionLists(this, () => this.portal);
  readonly #file = new Ask<CaseFile, readonly [string]>(this, {
    args: () => [this.caseNo] as const,
    ask: async (portal, [caseNo]) => (caseNo ? portal.cases.get(caseNo) : undefined),
    concerns: (change, [caseNo]) => change.about === 'session' || change.about === 'cases' || (change.about === 'case' && change.caseNo === caseNo),
    
  });
  readonly #list = new Ask<CaseSummary[], readonly [boolean]>(this, {
    args: () => [this.caseNo === ''] as const,
    ask: async (portal, [wanted]) => (wanted ? portal.cases.mine() : undefined),
    isEmpty: (rows) => rows.length === 0,
    concerns: ({about}, [wanted]) => wanted && (about === 'session' || about === 'cases' || about === 'case'),
  });
  readonly #paper = new Ask<Paper, readonly [string, string | undefined]>(this, {
    args: () => [this.caseNo, this.openPaper] as const,
    ask: async (portal, [caseNo, docNo]) => (docNo ? portal.cases.paper(caseNo, docNo) : undefined),
  });
  #seen: {caseNo: string; revision: number} | undefined;

  /** The portal to ask; taken from the surroundings when it is not set. */
  @property({attribute: false})
  get portal(): Portal | undefined {
    return this.#file.portal;
  }

  set portal(portal: Portal) {
    this.#file.use(portal);
    this.#list.use(portal);
    this.#paper.use(portal);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('caseNo') && changed.get('caseNo') !== undefined) {
      this.openPaper = undefined;
      this.withdrawing = 'no';
      this.problem = undefined;
      this.payProblem = undefined;
      this.below = undefined;
      this.news = '';
    }
    this.#tellNews();
  }

  protected override renderBody(): unknown {
    return html`<section class="box" aria-label=${this.#text.of(this.caseNo ? 'title' : 'mine')}>
      <p class="hidden-visually" role="status">${this.news}</p>
      ${this.caseNo ? this.#oneCase() : this.#myCases()}
    </section>`;
  }

  #myCases(): unknown {
    const {current} = this.#list;
    if (current.state === 'failed' && needsSignIn(current.error)) return this.#signInFirst(current.error);
    return askedView(current, {
      text: this.#text,
      value: (rows) => caseListView(this.#text, rows, this.#nameOf, (caseNo) => this.dispatchEvent(new TbCaseSelected(caseNo))),
      empty: () => html`<div class="stack"><h2>${this.#text.of('mine')}</h2>${empty(this.#text.of('none'))}</div>`,
      again: () => this.#list.again(),
      lines: 8,
    });
  }

  #oneCase(): unknown {
    const {current} = this.#file;
    const unknown = () => empty(this.#text.of('unknown'));
    if (current.state === 'failed') {
      if (needsSignIn(current.error)) return this.#signInFirst(current.error);
      if (hasCode(current.error, 'TB_NOT_FOUND')) return unknown();
    }
    return askedView(current, {text: this.#text, value: (file) => this.#case(file), empty: unknown, again: () => this.#file.again(), lines: 10});
  }

  #case(file: CaseFile): unknown {
    return html`${caseView({
      text: this.#text,
      file,
      nameOf: this.#nameOf,
      folded: this.size === 'elder',
      papers: {
        open: this.openPaper,
        opened: this.#paper.current,
        toggle: (docNo) => this.#togglePaper(docNo),
        again: () => this.#paper.again(),
      },
      withdraw: {
        asking: this.withdrawing !== 'no',
        busy: this.withdrawing === 'busy',
        problem: this.problem,
        ask: (asking) => this.#askWithdraw(asking),
        withdraw: (reason) => this.#withdraw(file, reason),
      },
      fee: {busy: this.paying, problem: this.payProblem, pay: () => void this.#pay(file.caseNo)},
      answer: () => void this.#open(new TbSupplementRequest(file.caseNo), {what: 'form'}),
      rate: (act) => void this.#open(new TbRateRequest(file.caseNo, act), {what: 'rating', act}),
    })}
    ${this.#belowView(file.caseNo)}`;
  }

  #belowView(caseNo: string): unknown {
    const {below, portal, language, size} = this;
    if (!below || !portal) return nothing;
    if (below.what === 'rating') return html`<tb-rating class="below" lang=${language} text-size=${size} case=${caseNo} act=${below.act} .portal=${portal}></tb-rating>`;
    return html`<tb-application-form class="below" lang=${language} text-size=${size} case=${caseNo} .portal=${portal}></tb-application-form>`;
  }

  #signInFirst(error: unknown): unknown {
    const signIn = () => {
      this.signingIn = true;
      this.problem = undefined;
      this.portal?.session
        .signIn()
        .catch((cause: unknown) => (this.problem = this.#text.error(cause)))
        .finally(() => (this.signingIn = false));
    };
    return signInPrompt({text: this.#text, why: this.#text.error(error), busy: this.signingIn, signIn, problem: this.problem});
  }

  /** Asks the host page first; where it opens nothing itself, the tag opens below the case. */
  async #open(request: TbSupplementRequest | TbRateRequest, below: Below): Promise<void> {
    if (!this.dispatchEvent(request)) return;
    if (below.what === 'rating') await import('../rating.js');
    else await import('../application-form.js');
    this.below = below;
    await this.updateComplete;
    this.renderRoot.querySelector('.below')?.scrollIntoView({block: 'nearest'});
  }

  /** Coming back proves nothing: whether it is paid the case says. */
  async #pay(caseNo: string): Promise<void> {
    const {portal} = this;
    if (!portal || this.paying) return;
    this.paying = true;
    this.payProblem = undefined;
    try {
      const {url, fen} = await portal.payments.begin(caseNo, location.href);
      if (this.dispatchEvent(new TbPayRequest({caseNo, url, fen}))) location.assign(url);
    } catch (error) {
      this.payProblem = this.#text.error(error);
    } finally {
      this.paying = false;
    }
  }

  #togglePaper(docNo: string | undefined): void {
    const closed = this.openPaper;
    this.openPaper = docNo;
    if (!docNo && closed) this.renderRoot.querySelector<HTMLElement>(`[data-doc="${CSS.escape(closed)}"]`)?.focus();
  }

  #askWithdraw(asking: boolean): void {
    this.withdrawing = asking ? 'asking' : 'no';
    this.problem = undefined;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(asking ? '#withdraw-title' : '[part=withdraw]')?.focus());
  }

  #withdraw({caseNo, revision}: CaseFile, reason: string): void {
    const {portal} = this;
    if (!portal || this.withdrawing === 'busy') return;
    this.withdrawing = 'busy';
    this.problem = undefined;
    portal.cases
      .withdraw(caseNo, revision, reason.trim() || undefined)
      .then(
        () => (this.withdrawing = 'no'),
        (error: unknown) => {
          this.withdrawing = 'asking';
          this.problem = this.#text.error(error);
        },
      )
      .finally(() => this.#file.again());
  }

  readonly #nameOf = (code: Region6): string | undefined => this.#regions.path(code).map(({name}) => name).join('') || undefined;

  /** Says once what is new: to the page as an event, to a screen reader as a sentence. */
  #tellNews(): void {
    const {current} = this.#file;
    if (!this.caseNo || (current.state !== 'ready' && current.state !== 'stale')) return;
    const {value: file} = current;
    const seen = this.#seen;
    this.#seen = {caseNo: file.caseNo, revision: file.revision};
    if (seen?.caseNo !== file.caseNo || seen.revision >= file.revision) return;
    this.news = this.#text.of('changed', {state: headline(this.#text, file, this.#nameOf)});
    this.withdrawing = file.allowed.includes('withdraw') ? this.withdrawing : 'no';
    if (this.below?.what === 'form' && file.faults.length === 0) this.below = undefined;
    this.dispatchEvent(new TbCaseChanged(file));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-progress': TbProgress;
  }
}

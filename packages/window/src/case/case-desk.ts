import {Ask} from '@tongban/base/asked.js';
import {askedView} from '@tongban/base/controls/asked-view.js';
import type {CaseFile, Receipt} from '@tongban/domain/case/case-file.js';
import type {Action} from '@tongban/domain/case/command.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import type {PaperKind} from '@tongban/domain/papers/paper.js';
import type {Portal} from '@tongban/domain/portal.js';
import {html, nothing, type TemplateResult} from 'lit';
import {RatingCode} from '../rating-code/rating-code.js';
import {Scans} from '../scan/scans.js';
import {staffPort, type WindowHost} from '../window/window-host.js';
import {actionBar, offered} from './action-bar.js';
import {Acting} from './acting.js';
import {barredReason} from './barred-reason.js';
import {answersView, decisionView, faultsView, timelineView} from './case-facts.js';
import {feeView} from './fee-view.js';
import {caseHeader} from './case-header.js';
import {changesNotice} from './changes-notice.js';
import {clocksView} from './clocks-view.js';
import {materialsTable} from './materials-table.js';
import {PaperPanel} from './paper-panel.js';
import {PieceViewer} from './piece-viewer.js';

/** Papers the applicant takes away from the counter: they open to be printed as soon as they are made. */
const handedOut: Partial<Record<Action, PaperKind>> = {takeIn: 'intakeReceipt', precheckPass: 'intakeReceipt', resubmit: 'supplementReceipt', returnAtWindow: 'onceNotice', fillLack: 'supplementReceipt', handOver: 'deliveryReceipt'};

/** One case on the clerk's desk: what it is, what it holds, what can be done. */
export class CaseDesk {
  readonly #host: WindowHost;
  readonly #file: Ask<CaseFile, readonly [string]>;
  readonly #guide: Ask<Guide, readonly [string]>;
  readonly #papers: PaperPanel;
  readonly #scans: Scans;
  readonly #viewer: PieceViewer;
  readonly #rating: RatingCode;
  readonly #acting: Acting;
  #number = '';
  /** What the clerk has seen of the case on the desk. */
  #seen: {caseNo: string; revision: number} | undefined;
  /** The revision last on the screen. */
  #told: {caseNo: string; revision: number} | undefined;
  /** The revision the clerk's own last act made. */
  #own = 0;

  constructor(host: WindowHost) {
    this.#host = host;
    this.#file = new Ask(host, {
      args: () => [this.#number] as const,
      ask: async (portal, [number]) => (number ? staffPort(portal).find(number) : undefined),
      concerns: (change) => change.about === 'case' && change.caseNo === this.#current?.caseNo,
    });
    this.#guide = new Ask(host, {
      args: () => [this.#current?.taskCode ?? ''] as const,
      ask: async (portal, [taskCode]) => (taskCode ? portal.catalogue.guide(taskCode) : undefined),
    });
    this.#papers = new PaperPanel(host);
    this.#scans = new Scans(host);
    this.#viewer = new PieceViewer(host);
    this.#rating = new RatingCode(host);
    this.#acting = new Acting(host, {
      scans: this.#scans,
      guide: () => this.#guideNow,
      revision: () => this.#seen?.revision ?? 0,
      stale: () => this.#file.again(),
      done: this.#done,
    });
  }

  use(portal: Portal): void {
    this.#file.use(portal);
    this.#guide.use(portal);
    this.#papers.use(portal);
  }

  /** Whether something is typed that would be lost. */
  get hasTyped(): boolean {
    return this.#acting.hasTyped;
  }

  show(number: string): void {
    if (number === this.#number) this.#file.again();
    this.#number = number;
    this.#seen = undefined;
    this.#rating.hide();
    this.#viewer.clear();
    this.#papers.close();
    this.#host.focusOn('#case-title');
  }

  /** Opens a paper of the case that is shown, fresh from the printer's tray. */
  showPaper(caseNo: string, docNo: string): void {
    this.#papers.open(caseNo, docNo, true);
  }

  /** Files of a case stay in memory no longer than somebody looks at them. */
  hidePieces(): void {
    this.#viewer.clear();
  }

  clear(): void {
    this.#acting.clear();
    this.#rating.hide();
    this.#viewer.clear();
    this.#papers.close();
    this.#number = '';
    this.#seen = undefined;
  }

  /** Alt+1 to Alt+9. */
  startNth(nth: number): void {
    const file = this.#current;
    const action = file && offered(file)[nth - 1];
    if (file && action) this.#acting.start(file, action);
  }

  /** Ctrl+Enter. */
  submit(): void {
    const file = this.#current;
    if (file && !this.#isHeld(file)) this.#acting.next(file);
  }

  /** Escape: closes what is open, else leaves the case. */
  back(): void {
    const file = this.#current;
    if (this.#viewer.hasOpen) this.#viewer.close();
    else if (file && this.#acting.openOn(file.caseNo)) this.#acting.back();
    else this.#host.go({at: 'desk'});
  }

  /** Says aloud what moved while nobody was writing; what is being written is held back and shows it itself. */
  drawn(): void {
    const file = this.#current;
    if (!file) return;
    const {caseNo, revision, state} = file;
    const {text} = this.#host;
    const isNews = this.#told?.caseNo === caseNo && this.#told.revision < revision && this.#seen?.revision === revision;
    if (isNews && this.#acting.openOn(caseNo) === undefined && this.#own !== revision) this.#host.say(`${text.of('changedTitle')}${text.isChinese ? '。' : '. '}${text.of('stateNow', {state: text.of(`state-${state}`)})}`);
    this.#told = {caseNo, revision};
  }

  view(): TemplateResult {
    const {text} = this.#host;
    const {current} = this.#file;
    return html`${current.state === 'failed' || current.state === 'waiting'
      ? html`<div class="case-head"><button class="button small back" type="button" part="back" @click=${() => this.#host.go({at: 'desk'})}>${text.of('back')}</button></div>`
      : nothing}
    ${askedView(current, {text, lines: 10, value: (file) => this.#case(file), empty: () => nothing, again: () => this.#file.again()})}`;
  }

  get #current(): CaseFile | undefined {
    const {current} = this.#file;
    return current.state === 'ready' || current.state === 'stale' ? current.value : undefined;
  }

  get #guideNow(): Guide | undefined {
    const {current} = this.#guide;
    return current.state === 'ready' || current.state === 'stale' ? current.value : undefined;
  }

  #case(file: CaseFile): TemplateResult {
    const {text} = this.#host;
    const open = this.#acting.openOn(file.caseNo);
    const isHeld = this.#isHeld(file);
    const {busy} = this.#acting;
    return html`
      ${caseHeader({text, file, regionName: (code) => this.#host.regionName(code), back: () => this.#host.go({at: 'desk'})})}
      ${actionBar({text, file, open, busy, start: (action) => this.#acting.start(file, action)})}
      ${open === undefined && this.#acting.problem ? html`<p class="notice bad" role="alert">${this.#acting.problem}</p>` : nothing}
      ${open !== undefined && isHeld ? changesNotice({text, file, seen: this.#seen?.revision ?? 0, open, acknowledge: () => this.#acknowledge(file)}) : nothing}
      ${this.#acting.view(file, isHeld || (open !== undefined && !file.allowed.includes(open)))}
      ${this.#papers.openView(file)}
      <div class="columns">
        <div class="main-column">
          ${faultsView(text, file, this.#guideNow)}
          ${materialsTable({
            ...{text, file, busy, scans: this.#scans, viewer: this.#viewer, barred: barredReason(text, file, 'checkOriginal')},
            check: (materialId, how, pieces) => this.#acting.check(file, materialId, how, pieces),
          })}
          ${answersView(text, file, this.#guideNow, (code) => this.#host.regionName(code))}
        </div>
        <div class="side-column">
          ${clocksView(text, file)} ${feeView(text, file)} ${decisionView(text, file)} ${this.#papers.listView(file)} ${this.#rating.view(file)} ${timelineView(text, file)}
        </div>
      </div>
    `;
  }

  /** What the clerk has not seen yet holds back what they are about to send; without a form open, looking is seeing. */
  #isHeld({caseNo, revision}: CaseFile): boolean {
    if (this.#seen?.caseNo !== caseNo || this.#acting.openOn(caseNo) === undefined) this.#seen = {caseNo, revision};
    return this.#seen.revision < revision && !this.#acting.busy;
  }

  #acknowledge({caseNo, revision}: CaseFile): void {
    this.#seen = {caseNo, revision};
    this.#host.focusOn('#form-title');
  }

  readonly #done = (action: Action, {caseNo, revision, papers}: Receipt): void => {
    this.#seen = {caseNo, revision};
    this.#own = revision;
    this.#file.again();
    this.#host.say(this.#host.text.of('actDone', {action: this.#host.text.of(`act-${action}`)}));
    this.#host.acted(caseNo, action);
    const kind = handedOut[action];
    const paper = [...papers].reverse().find((ref) => ref.kind === kind);
    if (paper) this.#papers.open(caseNo, paper.docNo, true);
    else if (action !== 'checkOriginal') {
      this.#papers.close(); // What an earlier act handed out has been handed out.
      this.#host.focusOn('#case-title');
    }
  };
}

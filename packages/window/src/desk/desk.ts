import {Ask} from '@tongban/base/asked.js';
import {askedView} from '@tongban/base/controls/asked-view.js';
import type {CaseSummary} from '@tongban/domain/case/case-file.js';
import {isShortCode} from '@tongban/domain/papers/short-code.js';
import type {Portal} from '@tongban/domain/portal.js';
import {html, type TemplateResult} from 'lit';
import {staffPort, type WindowHost} from '../window/window-host.js';
import {findBar} from './find-bar.js';
import {inboxTable} from './inbox-table.js';
import {trayBar} from './tray-bar.js';
import {trayOf, type Tray} from './trays.js';
import {typedNumber} from './typed-number.js';

/** The clerk's desk: the number field, the trays and the table of cases. */
export class Desk {
  readonly #host: WindowHost;
  readonly #inbox: Ask<CaseSummary[], readonly [string]>;
  #tray: Tray | 'all' = 'all';
  #typed = '';
  #problem: string | undefined;
  #chosen: string | undefined;

  constructor(host: WindowHost, staffId: () => string) {
    this.#host = host;
    this.#inbox = new Ask(host, {
      args: () => [staffId()] as const,
      ask: async (portal, [id]) => (id ? staffPort(portal).inbox() : undefined),
      isEmpty: (rows) => rows.length === 0,
      concerns: ({about}) => about === 'case' || about === 'cases',
    });
  }

  use(portal: Portal): void {
    this.#inbox.use(portal);
  }

  /** How many cases wait for somebody. */
  get openCount(): number {
    return this.#rows.filter((row) => trayOf(row) !== 'done').length;
  }

  clear(): void {
    this.#tray = 'all';
    this.#typed = '';
    this.#problem = undefined;
    this.#chosen = undefined;
  }

  view(): TemplateResult {
    const {text} = this.#host;
    return html`
      ${findBar({text, typed: this.#typed, problem: this.#problem, type: this.#type, open: this.#openTyped})}
      <section class="card inbox stack-tight" aria-labelledby="inbox-title">
        <h2 id="inbox-title" class="section-title">${text.of('inboxTitle')}</h2>
        ${askedView(this.#inbox.current, {
          text,
          lines: 8,
          value: (rows) => this.#table(rows),
          again: () => this.#inbox.again(),
          empty: () => html`<div class="nothing stack-tight" part="empty"><p>${text.of('inboxEmpty')}</p><p class="soft">${text.of('inboxEmptyHint')}</p></div>`,
        })}
      </section>
    `;
  }

  /** Moves along the rows; the row keeps its place in the tab order. */
  readonly move = (step: 1 | -1): void => {
    const rows = this.#shown;
    if (rows.length === 0) return;
    const at = rows.findIndex(({caseNo}) => caseNo === this.#chosen);
    const next = rows[at === -1 ? 0 : Math.max(0, Math.min(rows.length - 1, at + step))];
    this.#chosen = next?.caseNo;
    this.#host.focusOn('tr[aria-selected=true]');
  };

  get #rows(): readonly CaseSummary[] {
    const {current} = this.#inbox;
    return current.state === 'ready' || current.state === 'stale' ? current.value : [];
  }

  /** The rows of the tray, the most urgent first. */
  get #shown(): readonly CaseSummary[] {
    return inTray(this.#rows, this.#tray);
  }

  #table(rows: readonly CaseSummary[]) {
    const {text} = this.#host;
    const shown = inTray(rows, this.#tray);
    return html`
      ${trayBar({text, rows, tray: this.#tray, choose: this.#chooseTray})}
      ${shown.length === 0
        ? html`<p class="nothing soft">${text.of('trayEmpty')}</p>`
        : html`${inboxTable({
              ...{text, rows: shown, chosen: this.#chosen ?? shown[0]?.caseNo},
              regionName: (code) => this.#host.regionName(code),
              choose: this.#choose,
              open: this.#open,
              move: this.move,
            })}
            <p class="soft small wide-only">${text.of('inboxKeys')}</p>`}
    `;
  }

  readonly #type = (typed: string): void => {
    this.#typed = typed;
    this.#problem = undefined;
    this.#host.requestUpdate();
  };

  readonly #openTyped = (): void => {
    const {text} = this.#host;
    const number = typedNumber(this.#typed);
    if (number === undefined || (number.length === 8 && !isShortCode(number))) {
      this.#problem = text.of(number === undefined ? 'findBad' : 'findBadCode');
      this.#host.focusOn('#find');
      return;
    }
    this.#typed = '';
    this.#open(number);
  };

  readonly #chooseTray = (tray: Tray | 'all'): void => {
    this.#tray = tray;
    this.#chosen = undefined;
    this.#host.requestUpdate();
  };

  readonly #choose = (caseNo: string): void => {
    this.#chosen = caseNo;
    this.#host.requestUpdate();
  };

  readonly #open = (number: string): void => this.#host.go({at: 'case', number});
}

const urgency: Record<CaseSummary['light'], number> = {red: 0, yellow: 1, green: 2, none: 3};

function inTray(rows: readonly CaseSummary[], tray: Tray | 'all'): CaseSummary[] {
  const lies = (row: CaseSummary) => (tray === 'all' ? trayOf(row) !== 'done' : trayOf(row) === tray);
  return rows.filter(lies).sort((a, b) => urgency[a.light] - urgency[b.light] || (a.updatedAt < b.updatedAt ? 1 : -1));
}

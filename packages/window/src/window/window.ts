import {Ask} from '@tongban/base/asked.js';
import {askedView} from '@tongban/base/controls/asked-view.js';
import {Localized} from '@tongban/base/localized.js';
import {TbElement} from '@tongban/base/tb-element.js';
import {localDateOf} from '@tongban/domain/time/civil-date.js';
import type {Action} from '@tongban/domain/case/command.js';
import {TbError} from '@tongban/domain/errors.js';
import type {SessionState, StaffView} from '@tongban/domain/people/person.js';
import type {Change, Portal, SessionPort} from '@tongban/domain/portal.js';
import {TbSignedIn, TbSignedOut} from '@tongban/elements/login/events.js';
import {RegionLists} from '@tongban/elements/application-form/region-lists.js';
import {html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {CaseDesk} from '../case/case-desk.js';
import {Desk} from '../desk/desk.js';
import {gateView} from '../gate/gate-view.js';
import {shiftView} from '../gate/shift-view.js';
import {staffBar} from '../gate/staff-bar.js';
import {helpView} from '../help/help-view.js';
import {messages} from '../messages/messages.js';
import {RatingsBoard} from '../ratings/ratings-board.js';
import {WalkIn} from '../walk-in/walk-in.js';
import {TbCaseActed} from './events.js';
import {pressed} from './keys.js';
import {DESK, type Screen} from './screen.js';
import type {WindowHost} from './window-host.js';
import {styles} from './window.styles.js';

/** Region of the lists that hold for the whole country. */
const NATIONAL = '100000';

/**
 * The staff window (专窗): find a case or take a walk-in in, check originals, forward, accept, tell all faults, decide, hand over,
 * show the rating code. It offers only what the signed-in clerk has the power to do, and says of the rest why not.
 *
 * @tagname tb-window
 * @fires {TbSignedIn} tb-signed-in - A clerk is signed in: now, or already when the page opened.
 * @fires {TbSignedOut} tb-signed-out - The clerk has left, or the sign-in ran out.
 * @fires {TbCaseActed} tb-case-acted - The clerk moved a case.
 * @csspart gate - The sign-in in front of everything.
 * @csspart bar - The bar with the clerk and the ways to go.
 * @csspart staff - Who is signed in.
 * @csspart find - The field for a case number.
 * @csspart trays - The filters by step.
 * @csspart inbox - The table of cases.
 * @csspart case-header - What the case is and where it stands.
 * @csspart actions - The buttons of a case.
 * @csspart form - The form of an action.
 * @csspart changes - What changed while the clerk was writing.
 * @csspart materials - The table of materials.
 * @csspart clocks - The limits.
 * @csspart piece - The file of a material that is open.
 * @csspart papers - The list of papers.
 * @csspart paper - The paper that is open.
 * @csspart rating - Acts that can be rated.
 * @csspart code - The QR code for a rating.
 * @csspart timeline - What has happened.
 * @csspart walk-in - Taking in a walk-in.
 * @csspart ratings - What a supervisor reads.
 * @csspart help - The table of keys.
 * @cssprop [--tb-window-min-height=34em] - Height held free from the first paint on.
 */
export class TbWindow extends TbElement implements WindowHost {
  static override styles = [...TbElement.styles, ...styles];

  /** The clock on the wall; another one for stories and tests. */
  @property({attribute: false}) now: () => Date = () => new Date();

  @state() private screen: Screen = DESK;
  @state() private overlay: 'help' | 'shift' | undefined;
  @state() private busy = false;
  @state() private offline = false;
  @state() private said = '';
  @state() private problem: unknown;

  readonly text = new Localized(this, messages);
  readonly #regions = new RegionLists(this, () => this.portal);
  readonly #session = new Ask(this, {
    args: () => [] as const,
    ask: async (portal) => ({value: await portal.session.current(), asOf: '', stale: false}),
    concerns: ({about}) => about === 'session',
    onChange: (change) => this.#hear(change),
  });
  readonly #desk = new Desk(this, () => this.#staff?.id ?? '');
  readonly #caseDesk = new CaseDesk(this);
  readonly #walkIn = new WalkIn(this, () => this.#staff?.id ?? '', (caseNo, docNo) => {
    this.go({at: 'case', number: caseNo});
    if (docNo) this.#caseDesk.showPaper(caseNo, docNo);
  });
  readonly #ratings = new RatingsBoard(this, () => (this.screen.at === 'ratings' ? (this.#staff?.id ?? '') : ''));
  #lastClerk: string | undefined;
  #announced = false;
  #focus: string | undefined;

  /** The portal to ask; taken from the surroundings when it is not set. */
  @property({attribute: false})
  get portal(): Portal | undefined {
    return this.#session.portal;
  }

  set portal(portal: Portal) {
    for (const asking of [this.#session, this.#desk, this.#caseDesk, this.#walkIn, this.#ratings]) asking.use(portal);
  }

  get staff(): StaffView {
    const staff = this.#staff;
    if (!staff) throw new TbError('TB_SIGN_IN_REQUIRED');
    return staff;
  }

  get today(): string {
    return localDateOf(this.now().toISOString());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#key);
    this.#caseDesk.hidePieces();
  }

  regionName(code: string): string {
    return code === NATIONAL ? this.text.of('national') : this.#regions.nameOf(code);
  }

  go(screen: Screen): void {
    this.screen = screen;
    this.said = '';
    if (screen.at === 'case') this.#caseDesk.show(screen.number);
    else this.focusOn(screen.at === 'desk' ? '#find' : screen.at === 'walk-in' ? this.#walkIn.firstThing : '#ratings-title');
  }

  say(sentence: string): void {
    this.said = sentence;
  }

  acted(caseNo: string, action: Action): void {
    this.dispatchEvent(new TbCaseActed(caseNo, action));
  }

  focusOn(selector: string): void {
    this.#focus = selector;
    this.requestUpdate();
  }

  protected override renderBody(): unknown {
    const {text} = this;
    if (this.portal && !this.portal.staff) return html`<p class="notice bad" role="alert">${text.of('notWindow')}</p>`;
    return html`<div class="window" aria-label=${text.of('windowTitle')} role="region">
      ${askedView(this.#session.current, {text, lines: 6, value: (session) => this.#at(session), empty: () => nothing, again: () => this.#session.again()})}
    </div>`;
  }

  protected override updated(): void {
    const {current} = this.#session;
    if (current.state === 'ready') this.#announce(current.value);
    this.#caseDesk.drawn();
    const dialog = this.renderRoot.querySelector('dialog');
    if (dialog && !dialog.open) dialog.showModal();
    if (this.#focus === undefined) return;
    const target = this.renderRoot.querySelector<HTMLElement>(this.#focus);
    if (!target) return; // Drawn later, once its answer is there.
    this.#focus = undefined;
    target.focus();
  }

  get #staff(): StaffView | undefined {
    const {current} = this.#session;
    return current.state === 'ready' && current.value.status === 'signedIn' ? current.value.staff : undefined;
  }

  #at(session: SessionState): unknown {
    const {text, busy, screen} = this;
    const staff = this.#staff;
    if (!staff) {
      const problem = this.problem === undefined ? undefined : text.error(this.problem);
      return gateView({text, session, busy, problem, signIn: () => this.#do((port) => port.signIn({userType: 'staff'})), signOut: () => this.#leave()});
    }
    return html`
      ${staffBar({text, staff, screen, busy, go: (to) => this.go(to), help: () => (this.overlay = 'help'), shift: () => (this.overlay = 'shift'), signOut: () => this.#leave()})}
      ${this.offline ? html`<p class="notice warn" role="status" part="stale">${text.of('offline')}</p>` : nothing}
      ${this.problem === undefined ? nothing : html`<p class="notice bad" role="alert">${text.error(this.problem)}</p>`}
      <p class=${this.said ? 'notice good said' : 'hidden-visually'} role="status">${this.said}</p>
      <div class="screen stack">${this.#screen(screen)}</div>
      ${this.#overlay()}
    `;
  }

  #screen({at}: Screen): unknown {
    switch (at) {
      case 'desk':
        return this.#desk.view();
      case 'case':
        return this.#caseDesk.view();
      case 'walk-in':
        return this.#walkIn.view();
      case 'ratings':
        return this.#ratings.view();
    }
  }

  #overlay(): unknown {
    const close = () => (this.overlay = undefined);
    if (this.overlay === 'help') return helpView(this.text, close);
    if (this.overlay !== 'shift') return nothing;
    return shiftView({text: this.text, openCount: this.#desk.openCount, hasTyped: this.#caseDesk.hasTyped || this.#walkIn.hasTyped, busy: this.busy, confirm: () => this.#leave(), cancel: close});
  }

  #leave(): void {
    this.#do(async (port) => {
      await port.signOut();
      this.#clear();
      this.focusOn('#gate-title');
    });
  }

  /** Nothing of one clerk stays for the next. */
  #clear(): void {
    this.overlay = undefined;
    this.screen = DESK;
    this.said = '';
    this.#lastClerk = undefined;
    for (const part of [this.#desk, this.#caseDesk, this.#walkIn]) part.clear();
  }

  #do(act: (port: SessionPort) => Promise<unknown>): void {
    const {portal} = this;
    if (!portal || this.busy) return;
    this.busy = true;
    this.problem = undefined;
    act(portal.session)
      .then(
        () => this.#session.again(),
        (error: unknown) => (this.problem = error),
      )
      .finally(() => (this.busy = false));
  }

  #hear(change: Change): void {
    if (change.about === 'network') this.offline = !change.online;
  }

  /** After a sign-in that ran out, the same clerk finds everything as it was; another one finds an empty desk. */
  #announce(session: SessionState): void {
    const staff = this.#staff;
    if (staff && this.#lastClerk !== staff.id) {
      if (this.#lastClerk !== undefined) this.#clear();
      this.#lastClerk = staff.id;
      if (document.activeElement === document.body || document.activeElement === this) this.#focus ??= '#find'; // Nobody's focus is taken away.
    }
    if (session.status === 'signingIn' || (staff !== undefined) === this.#announced) return;
    this.#announced = staff !== undefined;
    this.dispatchEvent(staff ? new TbSignedIn({userType: 'staff'}) : new TbSignedOut(session.status === 'expired'));
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || !this.#staff || this.overlay) return;
    const wish = pressed(event, isTextField(event.composedPath()[0]));
    if (!wish || (wish.wish === 'type' && this.screen.at !== 'desk')) return;
    if (wish.wish !== 'type') event.preventDefault();
    this.#grant(wish);
  };

  #grant(wish: NonNullable<ReturnType<typeof pressed>>): void {
    switch (wish.wish) {
      case 'type': // The sign itself follows the focus into the field.
        return this.renderRoot.querySelector<HTMLElement>('#find')?.focus();
      case 'find':
      case 'desk':
        return this.go(DESK);
      case 'walkIn':
        return this.staff.roles.includes('receiver') ? this.go({at: 'walk-in'}) : undefined;
      case 'act':
        return this.screen.at === 'case' ? this.#caseDesk.startNth(wish.nth) : undefined;
      case 'submit':
        return this.screen.at === 'case' ? this.#caseDesk.submit() : this.screen.at === 'walk-in' ? this.#walkIn.submit() : undefined;
      case 'back':
        return this.screen.at === 'case' ? this.#caseDesk.back() : this.screen.at === 'desk' ? undefined : this.go(DESK);
      case 'help':
        this.overlay = 'help';
    }
  }
}

function isTextField(target: EventTarget | undefined): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit', 'file'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-window': TbWindow;
  }
}

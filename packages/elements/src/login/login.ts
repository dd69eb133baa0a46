import {Ask} from '@tongban/base/asked.js';
import {askedView} from '@tongban/base/controls/asked-view.js';
import {Localized} from '@tongban/base/localized.js';
import {TbElement} from '@tongban/base/tb-element.js';
import type {Loa} from '@tongban/domain/acts/actor.js';
import type {SessionState} from '@tongban/domain/people/person.js';
import type {Change, Portal, SessionPort} from '@tongban/domain/portal.js';
import {html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {RegionNames} from '../region-names.js';
import {TbSignedIn, TbSignedOut} from './events.js';
import {styles} from './login.styles.js';
import {messages} from './messages.js';
import {signedInView, staffView} from './signed-in-view.js';
import {signedOutView} from './signed-out-view.js';

/**
 * Signs a person in at home, shows who is signed in and for whom they act. Signing in happens at the person's own province;
 * this tag never sees a password.
 *
 * @tagname tb-login
 * @fires {TbSignedIn} tb-signed-in - Somebody is signed in: now, or already when the page opened.
 * @fires {TbSignedOut} tb-signed-out - Nobody is signed in any more.
 * @csspart name - The greeting with the masked name.
 * @csspart sign-in - The button that signs in.
 * @csspart sign-out - The button that signs out.
 * @csspart step-up - The notice that a higher level is needed.
 * @csspart acting - The sentence that says for whom the person acts.
 * @csspart acting-for - The choice of whom to act for.
 * @csspart expired - The notice that the sign-in ran out.
 * @cssprop [--tb-login-min-height=11em] - Height held free from the first paint on.
 */
export class TbLogin extends TbElement {
  static override styles = [...TbElement.styles, styles];

  /** Who signs in: `person` or `corp`. */
  @property({attribute: 'user-type'}) userType: 'person' | 'corp' = 'person';

  /** Level of assurance that is needed here, 1 to 4; below it the tag offers to step up. */
  @property({attribute: 'min-loa', type: Number}) minLoa: Loa = 0;

  @state() private busy = false;
  @state() private ownDevice = false;
  @state() private problem: unknown;
  @state() private offline = !navigator.onLine;

  readonly #text = new Localized(this, messages);
  readonly #regions = new RegionNames(this);
  readonly #session = new Ask(this, {
    args: () => [] as const,
    ask: async (portal) => ({value: await portal.session.current(), asOf: new Date().toISOString(), stale: false}),
    concerns: (change) => change.about === 'session',
    onChange: (change) => this.#hear(change),
  });
  #announced: 'in' | 'out' | undefined;
  /** The session somebody pressed a button on: when another takes its place, the button is gone and the focus moves on. */
  #pressedOn: SessionState | undefined;

  /** The portal to ask; taken from the surroundings when it is not set. */
  @property({attribute: false})
  get portal(): Portal | undefined {
    return this.#session.portal;
  }

  set portal(portal: Portal) {
    this.#session.use(portal);
    this.#regions.use(portal);
  }

  protected override renderBody(): unknown {
    return html`<section class="card box stack" aria-label=${this.#text.of(this.userType === 'corp' ? 'titleCorp' : 'title')}>
      ${this.offline && !this.#isCopyOnly ? html`<p class="notice warn small" role="status" part="stale">${this.#text.of('offline')}</p>` : nothing}
      ${askedView(this.#session.current, {
        text: this.#text,
        value: (session) => this.#who(session),
        empty: () => nothing,
        again: () => this.#session.again(),
        lines: 5,
      })}
      ${this.problem ? html`<p class="notice bad" role="alert" part="failed">${this.#text.error(this.problem)}</p>` : nothing}
    </section>`;
  }

  protected override updated(): void {
    const {current} = this.#session;
    if (current.state !== 'ready') return;
    this.#announce(current.value);
    if (!this.#pressedOn || this.#pressedOn === current.value || current.value.status === 'signingIn') return;
    this.#pressedOn = undefined;
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  /** Without a network a sign-in that ran out cannot be renewed; what lies on one's own device can be read all the same. */
  get #isCopyOnly(): boolean {
    const {current} = this.#session;
    return this.offline && current.state === 'ready' && current.value.status === 'expired';
  }

  #who(session: SessionState): unknown {
    const text = this.#text;
    const busy = this.busy || this.offline || session.status === 'signingIn';
    const signOut = () => this.#do((port) => port.signOut());
    if (session.status !== 'signedIn') {
      return signedOutView({
        text,
        busy: this.busy || session.status === 'signingIn',
        offline: this.offline,
        corp: this.userType === 'corp',
        expired: session.status === 'expired',
        ownDevice: this.ownDevice,
        chooseOwnDevice: (own) => (this.ownDevice = own),
        signIn: () => this.#signIn(),
      });
    }
    if (!session.person) return session.staff ? staffView(text, session.staff, busy, signOut) : nothing;
    return signedInView({
      text,
      busy,
      signOut,
      person: session.person,
      homeName: this.#regions.provinceOf(session.person.homeRegion)?.name,
      minLoa: this.minLoa,
      stepUp: () => this.#signIn(),
      actUnder: (delegationId) => this.#do((port) => port.actUnder(delegationId), {keepFocus: true}),
    });
  }

  #signIn(): void {
    const {userType, minLoa, ownDevice} = this;
    this.#do((port) => port.signIn({userType, ...(minLoa > 0 && {minLoa}), ...(ownDevice && {ownDevice})}));
  }

  #do(act: (port: SessionPort) => Promise<unknown>, {keepFocus = false} = {}): void {
    const {portal, current} = this.#session;
    if (!portal || this.busy) return;
    this.#pressedOn = current.state === 'ready' && !keepFocus ? current.value : undefined;
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

  #announce(session: SessionState): void {
    const now = session.status === 'signedIn' ? 'in' : session.status === 'signingIn' ? this.#announced : 'out';
    if (now === this.#announced) return;
    const before = this.#announced;
    this.#announced = now;
    if (session.status === 'signedIn') this.dispatchEvent(new TbSignedIn(session.person ?? {userType: 'staff'}));
    else if (before === 'in') this.dispatchEvent(new TbSignedOut(session.status === 'expired'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-login': TbLogin;
  }
}

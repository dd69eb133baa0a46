import {Ask} from '@tongban/base/asked.js';
import {askedView} from '@tongban/base/controls/asked-view.js';
import {Localized} from '@tongban/base/localized.js';
import {TbElement} from '@tongban/base/tb-element.js';
import {stepsOf, type Outbox, type OutboxEntry} from '@tongban/domain/outbox/outbox.js';
import type {OutboxStep} from '@tongban/domain/outbox/outbox-state.js';
import type {Portal} from '@tongban/domain/portal.js';
import {html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';
import {needsSignIn, signInPrompt} from '../sign-in-prompt.js';
import {entryView, type OwnStep} from './entry-view.js';
import {TbGivenUp, TbMendRequest} from './events.js';
import {hasSealed, inOrder, nothingView, sealedView, summaryOf, wipedView} from './list-view.js';
import {messages} from './messages.js';
import {styles} from './outbox.styles.js';
import type {Question} from './question-view.js';

/**
 * What is on its way from this device: in which state, since when, why it waits, and what its owner can do. Queued is not sent, and
 * sent is not accepted. Needs no network.
 *
 * @tagname tb-outbox
 * @fires {TbMendRequest} tb-mend-request - The person wants to change what was refused, or say it anew; cancel it to open the form yourself.
 * @fires {TbGivenUp} tb-given-up - Something was given up for good.
 * @csspart summary - How much is not delivered, in one line.
 * @csspart entries - The list.
 * @csspart entry - One thing on its way.
 * @csspart state - Its state.
 * @csspart means - What the state means.
 * @csspart waits - Why it waits.
 * @csspart problem - Why it was refused or conflicts.
 * @csspart facts - Times, attempts and size.
 * @csspart question - The question before something is given up.
 * @csspart sealed - How much of others lies on this device.
 * @csspart send-now - The button that sends now what waits.
 * @csspart wiped - Says that saved things are gone.
 * @cssprop [--tb-outbox-min-height=9em] - Height held free from the first paint on.
 */
export class TbOutbox extends TbElement {
  static override styles = [...TbElement.styles, styles];

  @state() private asked: {commandId: string; step: Question['step']} | undefined;
  @state() private busy: 'no' | 'signingIn' | 'sending' | 'givingUp' = 'no';
  @state() private problem: string | undefined;
  @state() private news = '';
  @state() private below: OutboxEntry['mendIn'];

  readonly #text = new Localized(this, messages);
  readonly #list = new Ask<Outbox, readonly []>(this, {
    args: () => [] as const,
    ask: (portal) => portal.outbox.list(),
    concerns: ({about}) => about === 'outbox' || about === 'session',
  });
  #told: string | undefined;

  /** The portal to ask; taken from the surroundings when it is not set. */
  @property({attribute: false})
  get portal(): Portal | undefined {
    return this.#list.portal;
  }

  set portal(portal: Portal) {
    this.#list.use(portal);
  }

  protected override willUpdate(): void {
    const {current} = this.#list;
    if (current.state !== 'ready' && current.state !== 'stale') return;
    const {value} = current;
    const told = value.entries.map(({commandId, state}) => `${commandId} ${state}`).join();
    if (this.#told !== undefined && told !== this.#told) this.news = summaryOf(this.#text, value);
    this.#told = told;
    if (this.asked && !value.entries.some((entry) => entry.commandId === this.asked?.commandId && stepsOf(entry).includes(this.asked.step))) this.asked = undefined;
  }

  protected override renderBody(): unknown {
    const {current} = this.#list;
    return html`<section class="box stack" aria-label=${this.#text.of('title')}>
      <p class="hidden-visually" role="status">${this.news}</p>
      <h2 id="title" tabindex="-1">${this.#text.of('title')}</h2>
      ${current.state === 'failed' && needsSignIn(current.error)
        ? this.#signInFirst(this.#text.error(current.error))
        : askedView(current, {text: this.#text, value: (outbox) => this.#outbox(outbox), empty: () => nothing, again: () => this.#list.again(), lines: 4})}
    </section>`;
  }

  #outbox(outbox: Outbox): unknown {
    const {entries, isLocked} = outbox;
    const offers = (step: OutboxStep) => entries.some((entry) => stepsOf(entry).includes(step));
    const mustSignIn = offers('signIn') || (isLocked && hasSealed(outbox));
    return html`${wipedView(this.#text, outbox)}
      ${entries.length > 0
        ? html`<div class="row">
              <p class="grow" part="summary"><strong>${summaryOf(this.#text, outbox)}</strong></p>
              ${offers('sendNow') ? this.#sendNowButton() : nothing}
            </div>
            <p class="soft small">${this.#text.of('rule')}</p>`
        : hasSealed(outbox)
          ? nothing
          : nothingView(this.#text, outbox)}
      ${sealedView(this.#text, outbox)} ${mustSignIn ? this.#signInFirst(this.#text.of('signInWhy')) : nothing}
      ${this.problem && !this.asked && !mustSignIn ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
      ${entries.length > 0
        ? html`<ul class="plain entries" part="entries">
            ${inOrder(entries).map((entry) => html`<li>${entryView({text: this.#text, entry, question: this.#questionOf(entry), take: (step) => this.#take(entry, step)})}</li>`)}
          </ul>`
        : nothing}
      ${this.#belowView()}`;
  }

  #sendNowButton(): unknown {
    const send = () => void this.#during('sending', (portal) => portal.outbox.sendNow());
    return html`<button class="button" type="button" part="send-now" ?disabled=${this.busy === 'sending'} @click=${send}>${this.#text.of('sendNow')}</button>`;
  }

  #signInFirst(why: string): unknown {
    const signIn = () => void this.#during('signingIn', (portal) => portal.session.signIn());
    return signInPrompt({text: this.#text, why, busy: this.busy === 'signingIn', signIn, problem: this.problem});
  }

  #questionOf({commandId}: OutboxEntry): Question | undefined {
    if (this.asked?.commandId !== commandId) return undefined;
    const {step} = this.asked;
    return {step, busy: this.busy === 'givingUp', problem: this.problem, answer: (isSure) => void (isSure ? this.#giveUp(commandId) : this.#ask(undefined))};
  }

  #take(entry: OutboxEntry, step: OwnStep): void {
    if (step === 'giveUp' || step === 'takeTheirs') this.#ask({commandId: entry.commandId, step});
    else if (entry.mendIn) void this.#mend(entry.mendIn);
  }

  /** Puts a question, or takes it back; the focus goes to it and back to the button it came from. */
  #ask(asked: TbOutbox['asked']): void {
    const before = this.asked;
    this.asked = asked;
    this.problem = undefined;
    const back = before && `[data-step=${before.step}][data-command="${CSS.escape(before.commandId)}"]`;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(asked ? '#question' : (back ?? '#title'))?.focus());
  }

  async #giveUp(commandId: string): Promise<void> {
    if (!(await this.#during('givingUp', (portal) => portal.outbox.giveUp(commandId)))) return;
    this.asked = undefined;
    this.#list.again();
    this.dispatchEvent(new TbGivenUp(commandId));
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }

  /** Asks the host page first; where it opens nothing itself, the form opens below the list. */
  async #mend(mendIn: NonNullable<OutboxEntry['mendIn']>): Promise<void> {
    if (!this.dispatchEvent(new TbMendRequest(mendIn))) return;
    await import('../application-form.js');
    this.below = mendIn;
    await this.updateComplete;
    this.renderRoot.querySelector('.below')?.scrollIntoView({block: 'nearest'});
  }

  #belowView(): unknown {
    const {below, portal, language, size} = this;
    if (!below || !portal) return nothing;
    if ('caseNo' in below) return html`<tb-application-form class="below" lang=${language} text-size=${size} case=${below.caseNo} .portal=${portal}></tb-application-form>`;
    return html`<tb-application-form class="below" lang=${language} text-size=${size} item=${below.taskCode} for-region=${below.forRegion ?? nothing} .portal=${portal}></tb-application-form>`;
  }

  /** Whether it worked; what went wrong is said on screen. */
  async #during(busy: 'signingIn' | 'sending' | 'givingUp', work: (portal: Portal) => Promise<unknown>): Promise<boolean> {
    if (!this.portal || this.busy !== 'no') return false;
    this.busy = busy;
    this.problem = undefined;
    try {
      await work(this.portal);
      return true;
    } catch (error) {
      this.problem = this.#text.error(error);
      return false;
    } finally {
      this.busy = 'no';
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-outbox': TbOutbox;
  }
}

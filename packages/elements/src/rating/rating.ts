import {Ask} from '@tongban/base/asked.js';
import {askedView} from '@tongban/base/controls/asked-view.js';
import {Localized} from '@tongban/base/localized.js';
import {TbElement} from '@tongban/base/tb-element.js';
import {hasCode} from '@tongban/domain/errors.js';
import type {Change, Portal} from '@tongban/domain/portal.js';
import type {RatingChannel, RatingInput, RatingInvitation} from '@tongban/domain/rating/rating.js';
import {html, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import {needsSignIn, signInPrompt} from '../sign-in-prompt.js';
import {endView, type RatingEnd} from './end-view.js';
import {TbRated} from './events.js';
import {givenView} from './given-view.js';
import {messages} from './messages.js';
import {ratingForm, type RatingChoice} from './rating-form.js';
import {styles} from './rating.styles.js';

const NOTHING: RatingChoice = {stars: undefined, tags: [], comment: ''};
const PHONE = '(max-width: 560px)';

/**
 * Takes one rating for one act of service (好差评): five levels, nothing preset, and not rating is as easy as rating.
 *
 * Named by `case` (and `act`), or by a `ticket` from a dynamic QR code.
 *
 * @tagname tb-rating
 * @fires {TbRated} tb-rated - A rating is kept: sent, or queued on this device until the network is back.
 * @csspart title - The heading.
 * @csspart levels - The five levels.
 * @csspart tags - The tags of the level chosen.
 * @csspart counter - How much of the comment is written.
 * @csspart submit - The button that sends the rating.
 * @csspart dismiss - The button that leaves without a rating.
 * @csspart given - What was said before.
 * @csspart amend - The button that changes it, once.
 * @cssprop [--tb-rating-min-height=16em] - Height held free from the first paint on.
 */
export class TbRating extends TbElement {
  static override styles = [...TbElement.styles, styles];

  /** Number of the case to rate. */
  @property({attribute: 'case'}) caseNo = '';

  /** The act of that case; without it the latest that can be rated. */
  @property() act = '';

  /** Ticket from a dynamic QR code; stands for case, act and officer. */
  @property() ticket = '';

  @state() private choice: RatingChoice = NOTHING;
  @state() private end: RatingEnd | undefined;
  @state() private busy = false;
  @state() private offline = false;
  @state() private problem: string | undefined;
  /** Id of the rating that is being changed. */
  @state() private amends: string | undefined;

  readonly #text = new Localized(this, messages);
  readonly #invitation = new Ask(this, {
    args: () => [this.caseNo, this.act, this.ticket] as const,
    ask: (portal, [caseNo, act, ticket]) => invitationOf(portal, caseNo, act, ticket),
    concerns: (change) => change.about === 'session',
    onChange: (change) => this.#hear(change),
  });
  #ratingId: string | undefined;
  #focusTitle = false;

  /** The portal to ask; taken from the surroundings when it is not set. */
  @property({attribute: false})
  get portal(): Portal | undefined {
    return this.#invitation.portal;
  }

  set portal(portal: Portal) {
    this.#invitation.use(portal);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isOther = (['caseNo', 'act', 'ticket'] as const).some((name) => changed.has(name) && changed.get(name) !== undefined);
    if (!isOther) return;
    this.choice = NOTHING;
    this.end = undefined;
    this.amends = undefined;
    this.problem = undefined;
  }

  protected override renderBody(): unknown {
    return html`<section class="card box" aria-label=${this.#text.of('title')}>${this.#body()}</section>`;
  }

  protected override updated(): void {
    if (!this.#focusTitle) return;
    const title = this.renderRoot.querySelector<HTMLElement>('h2');
    if (!title) return;
    this.#focusTitle = false;
    title.focus();
  }

  #body(): unknown {
    if (this.end) return endView(this.#text, this.end, () => this.#leave(undefined));
    const {current} = this.#invitation;
    if (current.state === 'failed') {
      const end = endOf(current.error);
      if (end) return endView(this.#text, end, () => undefined);
      if (needsSignIn(current.error)) return this.#signInFirst(current.error);
    }
    return askedView(current, {
      text: this.#text,
      value: (invitation) => (invitation.rated && this.amends === undefined ? givenView(this.#text, invitation, () => this.#amend(invitation)) : this.#form(invitation)),
      empty: () => endView(this.#text, 'empty', () => undefined),
      again: () => this.#invitation.again(),
      lines: 7,
    });
  }

  #form(invitation: RatingInvitation): unknown {
    return ratingForm({
      text: this.#text,
      invitation,
      choice: this.choice,
      busy: this.busy,
      offline: this.offline,
      amending: this.amends !== undefined,
      problem: this.problem,
      choose: (change) => {
        this.choice = {...this.choice, ...change};
        this.problem = undefined;
      },
      submit: () => this.#rate(invitation),
      dismiss: () => (this.amends === undefined ? this.#leave('dismissed') : this.#keepGiven()),
    });
  }

  /** The only thing preset here is what the person said before. */
  #amend({given}: RatingInvitation): void {
    if (!given) return;
    this.amends = given.ratingId;
    this.choice = {stars: given.stars, tags: given.tags, comment: given.comment};
    this.#focusTitle = true;
  }

  #keepGiven(): void {
    this.amends = undefined;
    this.choice = NOTHING;
    this.#leave(undefined);
  }

  #signInFirst(error: unknown): unknown {
    const signIn = () => void this.portal?.session.signIn().catch((cause: unknown) => (this.problem = this.#text.error(cause)));
    return signInPrompt({text: this.#text, why: this.#text.error(error), busy: false, signIn, problem: this.problem});
  }

  #rate({act}: RatingInvitation): void {
    const {portal, choice, caseNo, ticket, busy, amends} = this;
    if (!portal || busy) return;
    if (!choice.stars) {
      this.problem = this.#text.of('chooseLevel');
      this.renderRoot.querySelector<HTMLElement>('[name=stars]')?.focus();
      return;
    }
    const {stars, tags, comment} = choice;
    const subject: RatingInput['subject'] = ticket ? {by: 'ticket', ticket} : {by: 'case', caseNo, act: this.act || act};
    this.busy = true;
    this.problem = undefined;
    portal.ratings
      .rate({subject, stars, tags: [...tags], comment: comment.trim(), channel: channelOf(ticket), ...(amends !== undefined && {amends})})
      .then(({ratingId, state: kept}) => {
        this.#ratingId = ratingId;
        this.#leave(kept);
        this.dispatchEvent(new TbRated({stars, state: kept}));
      })
      .catch((error: unknown) => {
        const end = endOf(error);
        if (end) this.#leave(end);
        else this.problem = this.#text.error(error);
      })
      .finally(() => (this.busy = false));
  }

  #leave(end: RatingEnd | undefined): void {
    this.end = end;
    this.#focusTitle = true;
  }

  #hear(change: Change): void {
    if (change.about === 'network') this.offline = !change.online;
    if (change.about === 'rating' && change.ratingId === this.#ratingId && this.end === 'queued') void this.#lookWhetherSent();
  }

  /** A change is only a hint: what the gateway says counts, and a copy on this device is not the gateway. */
  async #lookWhetherSent(): Promise<void> {
    const {portal, caseNo, act, ticket} = this;
    if (!portal) return;
    const rated = await invitationOf(portal, caseNo, act, ticket).then(
      (shown) => shown?.value.rated === true && !shown.stale && (shown.value.given?.ratingId ?? this.#ratingId) === this.#ratingId,
      (error: unknown) => endOf(error) === 'rated',
    );
    if (rated && this.end === 'queued') this.end = 'sent';
  }
}

async function invitationOf(portal: Portal, caseNo: string, act: string, ticket: string) {
  if (ticket) return portal.ratings.invitation({ticket});
  return caseNo ? portal.ratings.invitation({caseNo, ...(act && {act})}) : undefined;
}

/** Failures that are no failures to the person, but an answer. */
function endOf(error: unknown): RatingEnd | undefined {
  if (hasCode(error, 'TB_RATING_TICKET')) return 'expired';
  if (hasCode(error, 'TB_RATING_REPLAYED')) return 'rated';
  return hasCode(error, 'TB_RATING_NOT_YET') || hasCode(error, 'TB_NOT_FOUND') ? 'empty' : undefined;
}

function channelOf(ticket: string): RatingChannel {
  if (ticket) return 'qr';
  return matchMedia(PHONE).matches ? 'mobile' : 'pc';
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-rating': TbRating;
  }
}

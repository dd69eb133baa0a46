import {Ask} from '@tongban/base/asked.js';
import {askedView} from '@tongban/base/controls/asked-view.js';
import {empty} from '@tongban/base/controls/states.js';
import {Localized} from '@tongban/base/localized.js';
import {TbElement} from '@tongban/base/tb-element.js';
import type {Draft} from '@tongban/domain/case/draft.js';
import {hasCode, TbError} from '@tongban/domain/errors.js';
import type {Change, Portal} from '@tongban/domain/portal.js';
import type {Region6} from '@tongban/domain/primitives.js';
import {html, nothing, type PropertyValues} from 'lit';
import {property, state} from 'lit/decorators.js';
import {checklistStyles} from '../checklist-view/checklist-view.styles.js';
import {needsSignIn} from '../sign-in-prompt.js';
import {situationsStyles} from '../situations-view/situations-view.styles.js';
import {styles} from './application-form.styles.js';
import {DraftKeeper} from './draft-keeper.js';
import {TbDraftSaved, TbProgressRequest, TbSubmitted} from './events.js';
import type {Consents} from './form-check.js';
import {formBody} from './form-body.js';
import {gateView} from './gate-view.js';
import {canAnswer, groundOf, isOpen, personOf, type Ground} from './ground.js';
import {messages} from './messages.js';
import {Place} from './place.js';
import {printReceipt} from './print-receipt.js';
import {RegionLists} from './region-lists.js';
import {sentView} from './sent-view.js';
import {settled} from './settle.js';
import {shapeOf} from './shape.js';
import {SignIn} from './sign-in.js';
import {takeAnswers} from './take-answers.js';
import {Uploads} from './uploads.js';

const NO_CONSENT: Consents = {purpose: false, sensitive: false};

/**
 * The application for one item, or the answer to a case's notice: calm steps on one page, saved as one types, sent exactly once.
 *
 * @tagname tb-application-form
 * @fires {TbDraftSaved} tb-draft-saved - What was typed is durable on this device.
 * @fires {TbSubmitted} tb-submitted - The application is on its way, and later in the office's hands.
 * @fires {TbProgressRequest} tb-progress-request - The applicant wants to follow the case; cancel it to open it yourself.
 * @csspart title - The name of the item.
 * @csspart step - One step of the page.
 * @csspart saved - Whether what was typed is safe.
 * @csspart resumed - The notice that an earlier draft is back.
 * @csspart sign-in - The notice that asks to sign in.
 * @csspart step-up - The notice that a higher level is needed.
 * @csspart acting - Who acts for whom.
 * @csspart faults - What a notice names.
 * @csspart field - One field.
 * @csspart drop - Where the files of one material go.
 * @csspart summary - The last look.
 * @csspart consents - What one agrees to.
 * @csspart problems - Everything that is open after a try to send.
 * @csspart submit - The button that sends.
 * @csspart filed - The receipt.
 * @cssprop [--tb-application-form-min-height=24em] - Height held free from the first paint on.
 */
export class TbApplicationForm extends TbElement {
  static override styles = [...TbElement.styles, checklistStyles, situationsStyles, styles];

  /** Code of the item to apply for. */
  @property() item = '';

  /** Number of a case whose notice is answered, instead of an item. */
  @property({attribute: 'case'}) caseNo = '';

  /** Whose rules, more exactly than the item's own region: six digits. */
  @property({attribute: 'for-region'}) forRegion: Region6 | undefined;

  @state() private left: ReadonlySet<string> = new Set();
  @state() private unlocked: ReadonlySet<string> = new Set();
  @state() private attempted = false;
  @state() private busy = false;
  @state() private printing = false;
  @state() private failure: string | undefined;
  @state() private offline = false;
  @state() private followed: string | undefined;
  @state() private openedAt: string | undefined;
  /** Kept while it is mended: a store forgets it with the first change. */
  @state() private refusal: string | undefined;

  readonly #text = new Localized(this, messages);
  readonly #keeper = new DraftKeeper(this, (draft) => this.dispatchEvent(new TbDraftSaved(draft)));
  readonly #lists = new RegionLists(this, () => this.portal);
  readonly #uploads = new Uploads(this, this.#keeper, {portal: () => this.portal, sentence: (error) => this.#text.error(error)});
  readonly #place = new Place(this);
  readonly #signIn = new SignIn(this, {
    portal: () => this.portal,
    ground: () => this.#groundNow,
    save: () => this.#keeper.flush(),
    done: () => {
      this.failure = undefined;
      this.#ground.again();
    },
    sentence: (error) => this.#text.error(error),
  });
  readonly #ground = new Ask<Ground, readonly [string, string, Region6 | undefined]>(this, {
    args: () => [this.item, this.caseNo, this.forRegion] as const,
    ask: (portal, [item, caseNo, forRegion]) => groundOf(portal, {item, caseNo, forRegion}),
    concerns: ({about}) => about === 'session' || about === 'catalogue',
    onChange: (change) => this.#hear(change),
  });
  #taken: Ground | undefined;
  #announced = '';

  /** The portal to ask; taken from the surroundings when it is not set. */
  @property({attribute: false})
  get portal(): Portal | undefined {
    return this.#ground.portal;
  }

  set portal(portal: Portal) {
    this.#ground.use(portal);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if ((['item', 'caseNo'] as const).some((name) => changed.has(name) && changed.get(name) !== undefined)) this.#startOver();
    const ground = this.#groundNow;
    if (!ground || !this.portal) return;
    if (ground !== this.#taken) {
      this.#taken = ground;
      if (ground.draft) {
        if (!this.#keeper.draft) this.openedAt = ground.draft.savedAt;
        this.#keeper.take(this.portal.cases, ground.draft);
        void takeAnswers(this.#keeper, this.portal, this.item, ground);
      }
    }
    const {draft} = this.#keeper;
    if (!draft) return;
    if (draft.status === 'refused') this.refusal = draft.problem ?? 'TB_GATEWAY';
    if (!isOpen(draft)) this.refusal = undefined;
    const edit = isOpen(draft) ? settled(ground, draft, shapeOf(ground, draft)) : undefined;
    if (edit) this.#keeper.edit(edit);
  }

  protected override renderBody(): unknown {
    const {current} = this.#ground;
    const text = this.#text;
    const none = () => empty(text.of('none'));
    const isUnknown = current.state === 'failed' && (hasCode(current.error, 'TB_ITEM_UNKNOWN') || hasCode(current.error, 'TB_NOT_FOUND'));
    const isShut = current.state === 'failed' && needsSignIn(current.error);
    return html`<section class="form" aria-label=${text.of(this.caseNo ? 'titleAnswer' : 'title')}>
      ${isUnknown
        ? empty(text.of('unknownItem'))
        : isShut
          ? gateView({text, ground: undefined, signIn: this.#signIn})
          : askedView(current, {text, value: (ground) => this.#form(ground), empty: none, again: () => this.#ground.again(), lines: 12})}
    </section>`;
  }

  protected override updated(): void {
    this.#announce();
    this.#place.settle();
  }

  #form(ground: Ground): unknown {
    const text = this.#text;
    const {draft} = this.#keeper;
    if (draft && !isOpen(draft)) return this.#sent(draft);
    if (ground.file && !canAnswer(ground.file)) return empty(text.of('notNeeded'), this.#followButton(ground.file.caseNo));
    if (!draft) return gateView({text, ground, signIn: this.#signIn});
    return formBody({
      text,
      ground,
      draft,
      shape: shapeOf(ground, draft),
      person: personOf(ground),
      consents: draft.consents ?? NO_CONSENT,
      openedAt: this.openedAt,
      refusal: this.refusal,
      left: this.left,
      unlocked: this.unlocked,
      attempted: this.attempted,
      busy: this.busy,
      failure: this.failure,
      offline: this.offline,
      lists: this.#lists,
      keeper: this.#keeper,
      uploads: this.#uploads,
      place: this.#place,
      signIn: this.#signIn,
      edit: (edit) => {
        this.openedAt = undefined;
        this.#keeper.edit(edit);
      },
      consent: (consents) => this.#keeper.edit({consents: {...NO_CONSENT, ...this.#keeper.draft?.consents, ...consents}}),
      leave: (of) => (this.left = new Set([...this.left, of])),
      unlock: (id) => {
        this.unlocked = new Set([...this.unlocked, id]);
        this.#place.goTo(`[data-field="${id}"]`);
      },
      submit: (firstProblem) => void this.#submit(ground, firstProblem),
    });
  }

  #sent(draft: Draft): unknown {
    const {offline, printing, failure: problem, followed, language, size} = this;
    return html`<div class="stack">
      ${sentView(this.#text, draft, {offline, printing, problem, print: () => this.#print(draft), follow: (caseNo) => void this.#follow(caseNo)})}
      ${followed ? html`<tb-progress lang=${language} text-size=${size} case=${followed} .portal=${this.portal}></tb-progress>` : nothing}
    </div>`;
  }

  #followButton(caseNo: string): unknown {
    return html`<button class="button" type="button" part="follow" @click=${() => void this.#follow(caseNo)}>${this.#text.of('seeProgress')}</button>`;
  }

  get #groundNow(): Ground | undefined {
    const {current} = this.#ground;
    return current.state === 'ready' || current.state === 'stale' ? current.value : undefined;
  }

  async #submit(ground: Ground, firstProblem: string | undefined): Promise<void> {
    if (this.busy) return;
    this.attempted = true;
    this.failure = undefined;
    const blocked = firstProblem ?? this.#whoBlocks(ground);
    if (blocked) return this.#place.goTo(blocked);
    this.busy = true;
    try {
      if (!(await this.#keeper.flush())) throw this.#keeper.error;
      await this.#keeper.change((port, draftId) => port.submit(draftId));
      this.#place.goTo('h2');
    } catch (error) {
      this.failure = this.#text.error(error);
      if (needsSignIn(error)) this.#ground.again();
    } finally {
      this.busy = false;
    }
  }

  /** Said before anything is queued: what the gateway would send back. */
  #whoBlocks(ground: Ground): string | undefined {
    const person = personOf(ground);
    if (!person) {
      this.failure = this.#text.error(new TbError(ground.session.status === 'expired' ? 'TB_SIGN_IN_EXPIRED' : 'TB_SIGN_IN_REQUIRED'));
      return '[part=sign-in] button';
    }
    if (person.loa >= ground.guide.minLoa) return undefined;
    this.failure = this.#text.error(new TbError('TB_LEVEL_TOO_LOW'));
    return '[part=step-up] button';
  }

  #print(draft: Draft): void {
    if (!this.portal || this.printing) return;
    this.printing = true;
    printReceipt(this.portal, draft)
      .catch((error: unknown) => (this.failure = this.#text.error(error)))
      .finally(() => (this.printing = false));
  }

  async #follow(caseNo: string): Promise<void> {
    if (!this.dispatchEvent(new TbProgressRequest(caseNo))) return;
    await import('../progress.js');
    this.followed = caseNo;
  }

  #hear(change: Change): void {
    if (change.about === 'draft' && change.draftId === this.#keeper.draft?.draftId) void this.#keeper.reread();
    if (change.about !== 'network') return;
    this.offline = !change.online;
    if (change.online) this.#lists.again();
  }

  /** Queued and filed are two facts, each told once. */
  #announce(): void {
    const {draft} = this.#keeper;
    if (!draft) return;
    const {draftId, status, receipt} = draft;
    const state = status === 'filed' ? 'filed' : isOpen(draft) ? undefined : 'queued';
    const key = state ? `${draftId} ${state}` : '';
    if (key === this.#announced) return;
    this.#announced = key;
    if (state) this.dispatchEvent(new TbSubmitted({draftId, state, caseNo: receipt?.caseNo ?? draft.caseNo}));
  }

  #startOver(): void {
    this.#keeper.drop();
    this.#taken = undefined;
    this.#place.reset();
    this.left = new Set();
    this.unlocked = new Set();
    this.attempted = false;
    this.failure = undefined;
    this.followed = undefined;
    this.openedAt = undefined;
    this.refusal = undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-application-form': TbApplicationForm;
  }
}

import {askedView} from '@tongban/base/controls/asked-view.js';
import {icon} from '@tongban/base/controls/icons.js';
import {empty, waiting} from '@tongban/base/controls/states.js';
import {Localized} from '@tongban/base/localized.js';
import {TbElement} from '@tongban/base/tb-element.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import type {Portal} from '@tongban/domain/portal.js';
import type {Region6} from '@tongban/domain/primitives.js';
import type {Resolved} from '@tongban/domain/guide/resolve.js';
import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {ifDefined} from 'lit/directives/if-defined.js';
import {checklistStyles} from '../checklist-view/checklist-view.styles.js';
import {checklistView} from '../checklist-view/checklist-view.js';
import {Narrowing} from '../narrowing.js';
import {RegionNames} from '../region-names.js';
import {situationsStyles} from '../situations-view/situations-view.styles.js';
import {situationsView} from '../situations-view/situations-view.js';
import {carryAnswers} from './carry-answers.js';
import {comparisonView} from './comparison-view.js';
import {detailsView} from './details-view.js';
import {TbApplyRequest} from './events.js';
import {factsView, headView, trustNotice} from './head-view.js';
import {styles} from './item-guide.styles.js';
import {messages} from './messages.js';

const COMPARED_AT_FIRST = 3;

/**
 * The guide of one item in plain order: what it is, what it takes, the questions that narrow it, the reader's own checklist, what
 * differs between provinces, the steps, and how far all this can be trusted.
 *
 * @tagname tb-item-guide
 * @fires {TbApplyRequest} tb-apply-request - Somebody wants to apply. Cancelable; by default the form takes the guide's place.
 * @slot form - Shown in place of the guide while applying; a `<tb-application-form>` when the page puts nothing here.
 * @csspart name - The item's name.
 * @csspart apply - The button that starts an application.
 * @csspart facts - Who, how long, how much, where.
 * @csspart questions - The questions that narrow the list.
 * @csspart group - One group of the checklist.
 * @csspart comparison - What differs between provinces.
 * @csspart provenance - The notice that the guide is not fully verified.
 * @csspart about - Version, publisher, sources.
 * @cssprop [--tb-item-guide-min-height=30em] - Height held free from the first paint on.
 */
export class TbItemGuide extends TbElement {
  static override styles = [...TbElement.styles, checklistStyles, situationsStyles, styles];

  /** Code of the item. */
  @property() item = '';

  /** Whose rules: six digits; the region that published the item when absent. */
  @property({attribute: 'for-region'}) forRegion: Region6 | undefined;

  /** `guide`, or `apply` while the form is shown. */
  @property({reflect: true}) view: 'guide' | 'apply' = 'guide';

  @state() private compared: readonly Region6[] | undefined;
  @state() private form: 'coming' | 'there' | 'missing' = 'there';

  readonly #text = new Localized(this, messages);
  readonly #regions = new RegionNames(this);
  readonly #narrowing = new Narrowing(this, {item: () => this.item, forRegion: () => this.forRegion});
  #applyFor: Region6 | undefined;

  /** The portal to ask; taken from the surroundings when it is not set. */
  @property({attribute: false})
  get portal(): Portal | undefined {
    return this.#narrowing.portal;
  }

  set portal(portal: Portal) {
    this.#narrowing.use(portal);
    this.#regions.use(portal);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('view') && this.view === 'apply') void this.#loadForm();
    if (!changed.has('item') || !this.hasUpdated) return;
    this.compared = undefined;
    this.#showGuide();
  }

  protected override renderBody(): unknown {
    const text = this.#text;
    return html`<article class="guide" aria-label=${text.of('title')}>
      ${this.view === 'apply'
        ? this.#applying()
        : askedView(this.#narrowing.guide, {
            text,
            lines: 12,
            empty: () => empty(text.of('noItem')),
            again: () => this.#narrowing.again(),
            value: (guide) => this.#guide(guide),
          })}
    </article>`;
  }

  #guide(guide: Guide): TemplateResult {
    const text = this.#text;
    const resolved = this.#narrowing.resolve(guide);
    const region = this.#narrowing.regionOf(guide);
    const unclaimed = resolved.warnings.some(({kind}) => kind === 'unclaimed');
    return html`<div class="stack">
      <header class="head">
        <div class="grow">${headView(text, resolved)}</div>
        ${unclaimed ? nothing : html`<button class="button main" type="button" part="apply" @click=${() => this.#apply(resolved, region)}>${text.of('apply')}${icon('arrow')}</button>`}
      </header>
      ${trustNotice(text, resolved.guide)}
      ${unclaimed ? html`<p class="notice warn" part="unclaimed">${text.say('unclaimed', {region: this.#regions.nameOf(region)})}</p>` : nothing}
      ${factsView(text, resolved)}
      <section class="part stack">
        <h3>${text.of('situation')}</h3>
        <p class="soft small">${text.say('forRegion', {region: this.#regions.nameOf(region)})}</p>
        ${this.#checklist(guide, resolved)}
      </section>
      ${this.#comparison(guide, region)}
      ${detailsView(text, resolved)}
    </div>`;
  }

  #checklist(guide: Guide, resolved: Resolved): TemplateResult {
    const text = this.#text;
    const {order, answer, clear, steps, handIn, setHandIn, isSignedIn} = this.#narrowing;
    return html`
      ${situationsView({text, resolved, order, answer, clear, steps, effects: (question) => this.#narrowing.effects(guide, question)})}
      ${isSignedIn === false ? html`<p class="notice small">${text.of('signInHint')}</p>` : nothing}
      <div>${checklistView({text, resolved, handIn, setHandIn, level: 4, regionName: (code) => this.#regions.nameOf(code)})}</div>
    `;
  }

  #comparison(guide: Guide, region: Region6): TemplateResult | typeof nothing {
    const provinceOf = (code: Region6) => `${code.slice(0, 2)}0000`;
    const offered = [...new Set([provinceOf(region), ...guide.deltas.map((delta) => provinceOf(delta.region)), provinceOf(guide.region)])];
    if (offered.length < 2) return nothing;
    const near = [region, this.settings.region ?? region].map(provinceOf).filter((code) => offered.includes(code));
    const chosen = this.compared ?? [...new Set([...near, ...offered])].slice(0, COMPARED_AT_FIRST);
    return comparisonView({
      text: this.#text,
      guide,
      offered,
      chosen: offered.filter((code) => chosen.includes(code)),
      regionName: (code) => this.#regions.nameOf(code),
      choose: (code, isChosen) => (this.compared = isChosen ? [...chosen, code] : chosen.filter((other) => other !== code)),
      plain: this.size === 'elder',
    });
  }

  #applying(): TemplateResult {
    const text = this.#text;
    return html`<div class="stack">
      <button class="button" type="button" part="back" @click=${() => this.#showGuide()}>${text.of('back')}</button>
      ${this.form === 'coming' ? waiting(text.of('loading'), 8) : nothing}
      ${this.form === 'missing' ? html`<p class="notice bad" role="alert">${text.of('formMissing')}</p>` : nothing}
      <slot name="form">${this.form === 'there' ? this.#ownForm() : nothing}</slot>
    </div>`;
  }

  #ownForm(): TemplateResult {
    return html`<tb-application-form lang=${this.language} text-size=${this.size} item=${this.item} for-region=${ifDefined(this.#applyFor ?? this.forRegion)} .portal=${this.portal}></tb-application-form>`;
  }

  /** The answers are kept before anybody hears of it: a page that opens one of its own takes this one away. */
  async #apply({answers}: Resolved, forRegion: Region6): Promise<void> {
    const taskCode = this.item;
    if (this.portal) await carryAnswers(this.portal, {taskCode, forRegion}, answers);
    if (!this.dispatchEvent(new TbApplyRequest({taskCode, forRegion, answers}))) return;
    this.#applyFor = forRegion;
    this.view = 'apply';
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[part=back]')?.focus());
  }

  /** The form's code comes only when somebody applies: a guide is read far more often. */
  async #loadForm(): Promise<void> {
    if (this.querySelector('[slot=form]')) return;
    this.form = 'coming';
    try {
      await import('../application-form.js');
      this.form = 'there';
    } catch {
      this.form = 'missing';
    }
  }

  #showGuide(): void {
    if (this.view === 'guide') return;
    this.view = 'guide';
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[part=apply]')?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-item-guide': TbItemGuide;
  }
}

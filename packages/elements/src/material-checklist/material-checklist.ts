import {Ask, type Asked} from '@tongban/base/asked.js';
import {baseStyles} from '@tongban/base/base-styles.js';
import {askedView} from '@tongban/base/controls/asked-view.js';
import {icon} from '@tongban/base/controls/icons.js';
import {empty} from '@tongban/base/controls/states.js';
import {Localized} from '@tongban/base/localized.js';
import {printAlone} from '@tongban/base/print-alone.js';
import {TbElement} from '@tongban/base/tb-element.js';
import {whenCopied} from '@tongban/base/when-copied.js';
import type {CaseFile} from '@tongban/domain/case/case-file.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import type {Portal} from '@tongban/domain/portal.js';
import type {Region6} from '@tongban/domain/primitives.js';
import {resolve, type Resolved, type ResolvedMaterial} from '@tongban/domain/guide/resolve.js';
import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {checklistStyles} from '../checklist-view/checklist-view.styles.js';
import {checklistView} from '../checklist-view/checklist-view.js';
import {countsOf} from '../checklist-view/material-groups.js';
import {Narrowing} from '../narrowing.js';
import {RegionNames} from '../region-names.js';
import {situationsStyles} from '../situations-view/situations-view.styles.js';
import {situationsView} from '../situations-view/situations-view.js';
import {TbChecklistChanged} from './events.js';
import {styles} from './material-checklist.styles.js';
import {messages} from './messages.js';
import {proofsOf, slotState} from './slot-state.js';

/**
 * The papers one applicant needs for an item, narrowed by questions, or the papers of a case and how each stands.
 *
 * @tagname tb-material-checklist
 * @fires {TbChecklistChanged} tb-checklist-changed - The checklist is another one now.
 * @csspart questions - The questions that narrow the list.
 * @csspart group - One group, such as what to get ready.
 * @csspart material - One material.
 * @csspart slot - How a material of a case stands.
 * @csspart print - The button that prints the list.
 * @cssprop [--tb-material-checklist-min-height=16em] - Height held free from the first paint on.
 */
export class TbMaterialChecklist extends TbElement {
  static override styles = [...TbElement.styles, checklistStyles, situationsStyles, styles];

  /** Code of the item. */
  @property() item = '';

  /** Number of a case, instead of an item: shows its answers and how each material stands. */
  @property() case = '';

  /** Whose rules: six digits; the region that published the item when absent. */
  @property({attribute: 'for-region'}) forRegion: Region6 | undefined;

  readonly #text = new Localized(this, messages);
  readonly #regions = new RegionNames(this);
  readonly #case = new Ask<CaseFile, readonly [string]>(this, {
    args: () => [this.case] as const,
    ask: async (portal, [caseNo]) => (caseNo ? portal.cases.get(caseNo) : undefined),
    concerns: (change, [caseNo]) => change.about === 'cases' || (change.about === 'case' && change.caseNo === caseNo),
  });
  readonly #narrowing = new Narrowing(this, {
    item: () => this.#file?.taskCode ?? this.item,
    forRegion: () => this.#file?.homeRegion ?? this.forRegion,
  });
  #announced = '';

  /** The portal to ask; taken from the surroundings when it is not set. */
  @property({attribute: false})
  get portal(): Portal | undefined {
    return this.#narrowing.portal;
  }

  set portal(portal: Portal) {
    this.#narrowing.use(portal);
    this.#case.use(portal);
    this.#regions.use(portal);
  }

  protected override renderBody(): unknown {
    const text = this.#text;
    const none = () => empty(text.of('noItem'));
    const guide = (asked: Asked<Guide>) => askedView(asked, {text, empty: none, lines: 8, again: () => this.#narrowing.again(), value: (value) => this.#list(value)});
    const {guide: current} = this.#narrowing;
    return html`<section class="list" aria-label=${text.of('title')}>
      ${this.case === '' ? guide(current) : askedView(this.#case.current, {text, empty: none, lines: 8, again: () => this.#case.again(), value: () => guide(this.#toldOnce(current))})}
    </section>`;
  }

  protected override updated(): void {
    const {guide} = this.#narrowing;
    if (guide.state !== 'ready' && guide.state !== 'stale') return;
    const resolved = this.#resolve(guide.value);
    const now = {counts: countsOf(resolved, this.#narrowing.handIn), zeroMaterial: resolved.zeroMaterial, unanswered: resolved.unanswered.length};
    const key = JSON.stringify([now, resolved.materials.map(({spec, state}) => [spec.id, state])]);
    if (key === this.#announced) return;
    this.#announced = key;
    this.dispatchEvent(new TbChecklistChanged(now));
  }

  /** A guide that is a copy below a case that is one: the notice above both says it. */
  #toldOnce(guide: Asked<Guide>): Asked<Guide> {
    return guide.state === 'stale' && this.#case.current.state === 'stale' ? {...guide, state: 'ready'} : guide;
  }

  get #file(): CaseFile | undefined {
    if (this.case === '') return undefined;
    const {current} = this.#case;
    return current.state === 'ready' || current.state === 'stale' ? current.value : undefined;
  }

  #resolve(guide: Guide): Resolved {
    const file = this.#file;
    return file ? resolve(guide, {answers: file.answers, region: file.homeRegion, held: proofsOf(file.slots)}) : this.#narrowing.resolve(guide);
  }

  #list(guide: Guide): TemplateResult {
    const text = this.#text;
    const resolved = this.#resolve(guide);
    const narrowing = this.#narrowing;
    const {confidence} = resolved.guide.provenance;
    return html`<div class="stack">
      <div class="head">
        <div class="grow">
          <h2 lang="zh-CN">${resolved.guide.name}</h2>
          <p class="soft">${text.say('forRegion', {region: this.#regions.nameOf(this.#file?.homeRegion ?? narrowing.regionOf(guide))})}</p>
        </div>
        <button class="button no-print" type="button" part="print" @click=${() => this.#print(resolved)}>${icon('printer')}${text.of('print')}</button>
      </div>
      ${confidence === 'memory' || confidence === 'illustrative' ? html`<p class="notice warn small">${text.of(confidence === 'memory' ? 'copyMemory' : 'copyIllustrative')}</p>` : nothing}
      ${this.#file ? nothing : this.#questions(guide, resolved)}
      ${!this.#file && narrowing.isSignedIn === false ? html`<p class="notice small">${text.of('signInHint')}</p>` : nothing}
      <div>${this.#checklist(resolved)}</div>
    </div>`;
  }

  #questions(guide: Guide, resolved: Resolved): TemplateResult {
    const {order, answer, clear, steps} = this.#narrowing;
    return situationsView({text: this.#text, resolved, order, answer, clear, steps, effects: (question) => this.#narrowing.effects(guide, question)});
  }

  #checklist(resolved: Resolved, printed = false): TemplateResult {
    const file = this.#file;
    const common = {text: this.#text, resolved, regionName: (code: string) => this.#regions.nameOf(code)};
    if (file) {
      const slotOf = ({spec}: ResolvedMaterial) => file.slots.find(({materialId}) => materialId === spec.id);
      return checklistView({
        ...common,
        isFiled: true,
        below: (material) => {
          const slot = slotOf(material);
          return slot ? slotState(this.#text, slot) : nothing;
        },
      });
    }
    const {handIn, setHandIn} = this.#narrowing;
    return checklistView({...common, handIn, ...(!printed && {setHandIn})});
  }

  #print(resolved: Resolved): void {
    const title = this.#text.of('titleOf', {item: resolved.guide.name});
    const time = whenCopied(new Date().toISOString(), this.language);
    const page = html`<div class="r" lang=${this.language}>
      <h2>${title}</h2>
      <p class="soft">${this.#text.of('printedAt', {time})}</p>
      ${this.#checklist(resolved, true)}
    </div>`;
    void printAlone(title, page, [...baseStyles, checklistStyles, styles]);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-material-checklist': TbMaterialChecklist;
  }
}

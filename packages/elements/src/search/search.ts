import {askedView} from '@tongban/base/controls/asked-view.js';
import {icon} from '@tongban/base/controls/icons.js';
import {Localized} from '@tongban/base/localized.js';
import {TbElement} from '@tongban/base/tb-element.js';
import type {Portal} from '@tongban/domain/portal.js';
import type {SearchFilters, SearchHit, SearchQuery} from '@tongban/domain/guide/search.js';
import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {RegionNames} from '../region-names.js';
import {countText, settledText} from './count-text.js';
import {TbItemSelected} from './events.js';
import {filtersView} from './filters-view.js';
import {Finding} from './finding.js';
import type {Found} from './found.js';
import {ListState} from './list-state.js';
import {messages} from './messages.js';
import {moreView} from './more-view.js';
import {nothingView} from './nothing-view.js';
import {OtherQueries} from './other-queries.js';
import {isAsked, withFilter, withZeroMaterial, type Facet, type Question} from './question.js';
import {resultsView} from './results-view.js';
import {scopesView} from './scopes-view.js';
import {styles} from './search.styles.js';
import {SteadyFacets} from './steady-facets.js';
import {suggestionsView} from './suggestions-view.js';
import {Themes} from './themes.js';
import {themesView} from './themes-view.js';

const PAGE = 20;
const TYPING_PAUSE_MS = 200;

/**
 * Finds items by name, everyday words or pinyin initials, in all regions at once; what only the texts mention comes behind.
 *
 * @tagname tb-search
 * @fires {TbItemSelected} tb-item-selected - Somebody picked an item. An item that is not open cannot be picked.
 * @cssprop [--tb-search-min-height=16.6em] - Height held free from the first paint on, for the themes too; 26.9em on a phone.
 * @csspart input - The text field.
 * @csspart find - The button beside it.
 * @csspart filters - The filters with what is chosen.
 * @csspart result - One result.
 * @csspart snippet - The place of a text that matched.
 * @csspart not-open - Why an item cannot be applied for.
 * @csspart count - The sentence that says how many were found.
 * @csspart suggestions - What may have been meant.
 * @csspart empty - What is shown when nothing was found.
 * @csspart more - The button that shows more results.
 * @csspart themes - The themes, shown while nothing is looked for.
 * @csspart age - How old the list is, and whether it is there without network.
 * @csspart problem - Why a newer list was not taken.
 */
export class TbSearch extends TbElement {
  static override styles = [...TbElement.styles, styles];

  /** Where to look: `all`, `own` (the page's province) or `crossProvince`. */
  @property() scope: SearchQuery['scope'] = 'all';

  /** What is looked for. */
  @property() query = '';

  @state() private question: Question = {text: '', scope: 'all', filters: {}};
  @state() private shown = PAGE;
  @state() private active = -1;
  @state() private isFilterOpen = false;
  @state() private wholeFacets: ReadonlySet<Facet> = new Set();
  @state() private areThemesWhole = false;

  @query('input[role=combobox]') private input!: HTMLInputElement | null;

  readonly #text = new Localized(this, messages);
  readonly #regions = new RegionNames(this);
  readonly #facets = new SteadyFacets();
  readonly #finding = new Finding(this, () => ({question: this.question, near: this.settings.region, shown: this.shown}));
  readonly #others = new OtherQueries(this, () => this.#foundNothing, () => this.settings.region);
  readonly #themes = new Themes(this, () => !isAsked(this.question), () => this.settings.region);
  readonly #listState = new ListState(this, () => this.#found !== undefined);
  #pause: ReturnType<typeof setTimeout> | undefined;

  /** The portal to ask; taken from the surroundings when it is not set. */
  @property({attribute: false})
  get portal(): Portal | undefined {
    return this.#finding.portal;
  }

  set portal(portal: Portal) {
    for (const asking of [this.#finding, this.#others, this.#themes, this.#regions, this.#listState]) asking.use(portal);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('scope')) this.#ask({scope: this.scope});
    if (changed.has('query') && this.query !== this.input?.value) this.#askFor(this.query); // Set by the page, not typed.
  }

  protected override renderBody(): unknown {
    const [text, found] = [this.#text, this.#found];
    return html`<section class="stack box" aria-label=${text.of('label')}>
      ${this.#bar()}
      ${this.size === 'elder' ? nothing : scopesView({text, scope: this.scope, hasOwn: this.settings.region !== undefined, choose: (scope) => (this.scope = scope)})}
      ${this.#filters(found)}
      <p class=${isAsked(this.question) && !this.#foundNothing ? 'soft small' : 'hidden-visually'} tabindex="-1" part="count">${this.#count()}</p>
      <p class="hidden-visually" role="status">${this.#finding.isBehind ? '' : text.data(settledText(text, found))}</p>
      ${isAsked(this.question) ? this.#answer() : this.#untouched()}
      ${this.#hits.length === 0 ? html`<div id="results" role="listbox" aria-label=${text.of('results')} hidden></div>` : nothing}
    </section>`;
  }

  /** What the question of now, or the one before it, has found. */
  get #found(): Found | undefined {
    const {current} = this.#finding;
    return isAsked(this.question) && (current.state === 'ready' || current.state === 'stale') ? current.value : undefined;
  }

  get #hits(): readonly SearchHit[] {
    const found = this.#found;
    return found ? [...found.names, ...found.texts] : [];
  }

  /** The question, once it is known that nothing answers it. */
  get #foundNothing(): Question | undefined {
    const found = this.#found;
    return found && found.question === this.question && found.total === 0 && found.textState !== 'reading' ? this.question : undefined;
  }

  #bar(): TemplateResult {
    const text = this.#text;
    return html`<form class="bar" role="search" @submit=${this.#find}>
      <div class="field">
        ${icon('search')}
        <input
          class="input"
          part="input"
          type="text"
          inputmode="search"
          enterkeyhint="search"
          maxlength="100"
          autocomplete="off"
          role="combobox"
          aria-autocomplete="list"
          aria-label=${text.of('label')}
          aria-expanded=${this.#hits.length > 0 ? 'true' : 'false'}
          aria-controls="results"
          aria-activedescendant=${this.active >= 0 ? `hit-${this.active}` : ''}
          placeholder=${text.of(this.size === 'elder' ? 'placeholderElder' : 'placeholder')}
          .value=${this.query}
          @input=${this.#typed}
          @compositionend=${this.#typed}
          @keydown=${this.#key}
        />
      </div>
      <button class="button main" type="submit" part="find">${text.of('find')}</button>
    </form>`;
  }

  #filters(found: Found | undefined) {
    const {filters} = this.question;
    return filtersView({
      text: this.#text,
      filters,
      offered: found?.facets && this.#facets.of(`${found.question.scope} ${found.question.text}`, found.facets, filters),
      isOpen: this.isFilterOpen,
      whole: this.wholeFacets,
      regionName: (code) => this.#regions.nameOf(code),
      toggle: () => (this.isFilterOpen = !this.isFilterOpen),
      leave: () => {
        this.isFilterOpen = false;
        this.#focusCount();
      },
      showWhole: (facet) => (this.wholeFacets = new Set([...this.wholeFacets, facet])),
      choose: (facet, value, isChosen) => this.#filter(withFilter(filters, facet, value, isChosen)),
      chooseZeroMaterial: (isChosen) => this.#filter(withZeroMaterial(filters, isChosen)),
      clear: () => this.#filter({}),
    });
  }

  #untouched(): TemplateResult {
    const text = this.#text;
    return html`<p class="soft small">${text.say(this.size === 'elder' ? 'hintElder' : 'hint')}</p>
      ${themesView({
        text,
        themes: this.#themes.known,
        isWhole: this.areThemesWhole,
        showWhole: () => (this.areThemesWhole = true),
        choose: (theme) => this.#filter(withFilter({}, 'themes', theme, true)),
      })}`;
  }

  #answer(): unknown {
    return askedView(this.#finding.current, {
      text: this.#text,
      lines: 6,
      again: () => this.#finding.again(),
      empty: () => nothing,
      value: (found) => html`
        ${suggestionsView(this.#text, found.suggestions, (words) => this.#take(words))}
        ${this.#foundNothing ? this.#nothing() : this.#list(found)}
      `,
    });
  }

  #nothing(): TemplateResult {
    return nothingView({
      text: this.#text,
      question: this.question,
      others: this.#others.offered,
      ask: (words) => this.#take(words),
      clearFilters: () => this.#filter({}),
      lookEverywhere: () => (this.scope = 'all'),
    });
  }

  #list(found: Found): TemplateResult {
    const text = this.#text;
    return html`${resultsView({text, found, active: this.active, isBehind: this.#finding.isBehind, placeName: (region) => this.#regions.nameOf(region), choose: (hit) => this.#choose(hit)})}
    ${moreView({text, found, wanted: this.shown, page: PAGE, showMore: () => (this.shown += PAGE)})}
    ${found.textState === 'failed' ? html`<p class="notice small">${text.of('textsFailed')} <button class="button link" type="button" @click=${() => this.#finding.again()}>${text.of('retry')}</button></p>` : nothing}
    ${this.#listState.draw(text)}`;
  }

  #count(): string {
    const {current, isBehind} = this.#finding;
    if (!isAsked(this.question)) return '';
    if (isBehind || current.state === 'waiting') return this.#text.of('searching');
    return countText(this.#text, this.#found);
  }

  #filter(filters: SearchFilters): void {
    const focused = this.shadowRoot?.activeElement;
    this.#ask({filters});
    void this.updateComplete.then(() => focused?.isConnected === false && this.#focusCount());
  }

  /** Takes a suggestion as if it had been typed. */
  #take(words: string): void {
    this.query = words;
    this.#askFor(words);
    void this.updateComplete.then(() => this.#focusCount());
  }

  /** What was pressed is gone; the count says what came of it. */
  #focusCount(): void {
    this.renderRoot.querySelector<HTMLElement>('[part=count]')?.focus();
  }

  #typed(event: Event): void {
    if ((event as InputEvent).isComposing) return; // Half a pinyin syllable in the input method is no query yet.
    this.query = (event.target as HTMLInputElement).value;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#askFor(this.query), TYPING_PAUSE_MS);
  }

  #find(event: Event): void {
    event.preventDefault();
    this.#askFor(this.query);
  }

  #askFor(words: string): void {
    clearTimeout(this.#pause);
    const text = words.trim().slice(0, 100);
    if (text !== this.question.text) this.#ask({text});
  }

  #ask(changes: Partial<Question>): void {
    this.question = {...this.question, ...changes};
    this.shown = PAGE;
    this.active = -1;
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const hits = this.#hits;
    const hit = hits[this.active];
    if (event.key === 'ArrowDown' && hits.length > 0) this.#activate((this.active + 1) % hits.length);
    else if (event.key === 'ArrowUp' && hits.length > 0) this.#activate(this.active <= 0 ? hits.length - 1 : this.active - 1);
    else if (event.key === 'Enter' && hit) this.#choose(hit);
    else if (event.key === 'Escape' && this.active >= 0) this.active = -1;
    else if (event.key === 'Escape' && this.query !== '') this.#askFor((this.query = ''));
    else return;
    event.preventDefault();
  }

  #activate(at: number): void {
    this.active = at;
    void this.updateComplete.then(() => this.renderRoot.querySelector(`#hit-${at}`)?.scrollIntoView({block: 'nearest'}));
  }

  #choose({item}: SearchHit): void {
    if (!item.notOpen) this.dispatchEvent(new TbItemSelected(item));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-search': TbSearch;
  }
}

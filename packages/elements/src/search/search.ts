import {Ask} from '@tongban/base/asked.js';
import {askedView} from '@tongban/base/controls/asked-view.js';
import {icon} from '@tongban/base/controls/icons.js';
import {Localized} from '@tongban/base/localized.js';
import {TbElement} from '@tongban/base/tb-element.js';
import type {Portal} from '@tongban/domain/portal.js';
import type {SearchHit, SearchQuery, SearchResult} from '@tongban/domain/guide/search.js';
import {html, nothing, type PropertyValues} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {RegionNames} from '../region-names.js';
import {TbItemSelected} from './events.js';
import {hitView} from './hit-view.js';
import {messages} from './messages.js';
import {styles} from './search.styles.js';

const PAGE = 20;
const TYPING_PAUSE_MS = 200;

/** Region of the lists that hold for the whole country. */
const NATIONAL = '100000';

/**
 * Finds items by name, everyday words or pinyin initials, in all regions at once.
 *
 * @tagname tb-search
 * @fires {TbItemSelected} tb-item-selected - Somebody picked an item.
 * @csspart input - The text field.
 * @csspart find - The button beside it.
 * @csspart result - One result.
 * @csspart count - The sentence that says how many were found.
 * @csspart empty - What is shown when nothing was found.
 */
export class TbSearch extends TbElement {
  static override styles = [...TbElement.styles, styles];

  /** Where to look: `all`, `own` (the page's province) or `crossProvince`. */
  @property() scope: SearchQuery['scope'] = 'all';

  /** What is looked for. */
  @property() query = '';

  @state() private asked = '';
  @state() private limit = PAGE;
  @state() private active = -1;

  @query('input[role=combobox]') private input!: HTMLInputElement | null;

  readonly #text = new Localized(this, messages);
  readonly #regions = new RegionNames(this);
  readonly #results = new Ask<SearchResult, readonly [string, SearchQuery['scope'], string, number]>(this, {
    args: () => [this.asked, this.scope, this.settings.region ?? '', this.limit] as const,
    ask: async (portal, [text, scope, region, limit]) => (text ? portal.catalogue.search({text, scope, limit, near: region ? [region] : []}) : undefined),
    isEmpty: ({hits}) => hits.length === 0,
    concerns: ({about}) => about === 'catalogue',
    keepsLast: true,
  });
  #pause: ReturnType<typeof setTimeout> | undefined;

  /** The portal to ask; taken from the surroundings when it is not set. */
  @property({attribute: false})
  get portal(): Portal | undefined {
    return this.#results.portal;
  }

  set portal(portal: Portal) {
    this.#results.use(portal);
    this.#regions.use(portal);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('query') || this.query === this.input?.value) return;
    this.#askFor(this.query); // Set by the page, not typed.
  }

  protected override renderBody(): unknown {
    const text = this.#text;
    return html`<section class="stack" aria-label=${text.of('label')}>
      <form class="bar" role="search" @submit=${this.#find}>
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
      </form>
      ${this.size === 'elder' ? nothing : this.#scopes()}
      <p class=${this.asked !== '' && this.#results.current.state === 'empty' ? 'hidden-visually' : 'soft small'} role="status" part="count">${this.#count()}</p>
      ${this.asked === '' ? this.#hint() : this.#found()}
      ${this.#hits.length === 0 ? html`<ul class="plain" id="results" role="listbox" aria-label=${text.of('results')} hidden></ul>` : nothing}
    </section>`;
  }

  get #hits(): readonly SearchHit[] {
    const {current} = this.#results;
    return this.asked !== '' && (current.state === 'ready' || current.state === 'stale') ? current.value.hits : [];
  }

  #scopes() {
    const scopes = [
      ['all', 'scopeAll'],
      ['crossProvince', 'scopeCross'],
      ...(this.settings.region ? ([['own', 'scopeOwn']] as const) : []),
    ] as const;
    return html`<div class="scopes" role="radiogroup" aria-label=${this.#text.of('scope')}>
      ${scopes.map(
        ([scope, word]) => html`<label class="choice ${this.scope === scope ? 'chosen' : ''}">
          <input type="radio" name="scope" .checked=${this.scope === scope} @change=${() => this.#look(scope)} />${this.#text.of(word)}
        </label>`,
      )}
    </div>`;
  }

  #hint() {
    return html`<p class="soft small">${this.#text.of(this.size === 'elder' ? 'hintElder' : 'hint')}</p>`;
  }

  #found(): unknown {
    return askedView(this.#results.current, {
      text: this.#text,
      lines: 6,
      again: () => this.#results.again(),
      empty: () => html`<div class="card stack-tight" part="empty">
        <p>${this.#text.of('none', {text: this.asked})}</p>
        <p class="soft">${this.#text.of('noneAdvice')}</p>
      </div>`,
      value: (result) => this.#list(result),
    });
  }

  #list({hits, total}: SearchResult) {
    return html`<ul class="plain ${this.#results.isAsking ? 'asking' : ''}" id="results" role="listbox" aria-label=${this.#text.of('results')}>
        ${hits.map((hit, at) =>
          hitView({
            text: this.#text,
            hit,
            id: `hit-${at}`,
            active: at === this.active,
            provinceName: hit.item.region === NATIONAL ? this.#text.of('national') : this.#regions.nameOf(hit.item.region),
            choose: () => this.#choose(hit),
          }),
        )}
      </ul>
      ${hits.length < total && this.limit < 100
        ? html`<button class="button" type="button" @click=${() => (this.limit = Math.min(100, this.limit + PAGE))}>${this.#text.of('more', {count: Math.min(PAGE, total - hits.length)})}</button>`
        : nothing}`;
  }

  #count(): string {
    const {current, isAsking} = this.#results;
    if (this.asked === '') return '';
    if (isAsking || current.state === 'waiting') return this.#text.of('searching');
    if (current.state !== 'ready' && current.state !== 'stale') return current.state === 'empty' ? this.#text.of('none', {text: this.asked}) : '';
    const {hits, total, of} = current.value;
    return this.#text.of(hits.length < total ? 'foundPart' : 'found', {total, of, shown: hits.length});
  }

  #look(scope: SearchQuery['scope']): void {
    this.scope = scope;
    this.limit = PAGE;
    this.active = -1;
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

  #askFor(text: string): void {
    clearTimeout(this.#pause);
    this.asked = text.trim().slice(0, 100);
    this.limit = PAGE;
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
    else if (event.key === 'Escape' && this.query !== '') this.#clear();
    else return;
    event.preventDefault();
  }

  #activate(at: number): void {
    this.active = at;
    void this.updateComplete.then(() => this.renderRoot.querySelector(`#hit-${at}`)?.scrollIntoView({block: 'nearest'}));
  }

  #clear(): void {
    this.query = '';
    this.#askFor('');
  }

  #choose({item}: SearchHit): void {
    this.dispatchEvent(new TbItemSelected(item));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-search': TbSearch;
  }
}

import {icon} from '@tongban/base/controls/icons.js';
import type {Localized} from '@tongban/base/localized.js';
import type {SearchFilters} from '@tongban/domain/guide/search.js';
import {html, nothing, type TemplateResult} from 'lit';
import {objectName} from '../item-words.js';
import type {SearchWord} from './messages.js';
import {countFilters, FACETS, type Facet} from './question.js';
import type {FacetValue, OfferedFacets} from './steady-facets.js';

const SHOWN_AT_FIRST = 6;

export interface FiltersView {
  text: Localized<SearchWord>;
  filters: SearchFilters;
  /** What may be chosen; absent while it is not known. */
  offered: OfferedFacets | undefined;
  isOpen: boolean;
  /** Filters of which every value is shown. */
  whole: ReadonlySet<Facet>;
  regionName: (code: string) => string;
  toggle: () => void;
  /** Closes the panel and leads to what was found: on a phone the results lie a long way below. */
  leave: () => void;
  showWhole: (facet: Facet) => void;
  choose: (facet: Facet, value: string, isChosen: boolean) => void;
  chooseZeroMaterial: (isChosen: boolean) => void;
  clear: () => void;
}

/** The filters: a button that opens them, what is chosen as buttons that let it go again, and the panel with counts. */
export function filtersView(view: FiltersView): TemplateResult | typeof nothing {
  const {text, filters, offered, isOpen, toggle, clear} = view;
  const count = countFilters(filters);
  if (count === 0 && (!offered || !hasChoice(offered))) return nothing;
  return html`<div class="filters stack-tight" part="filters">
    <div class="row">
      <button class="button filter-button" type="button" aria-expanded=${isOpen ? 'true' : 'false'} aria-controls="filter-panel" @click=${toggle}>
        ${icon('filter')}${count > 0 ? text.of('filterCount', {count}) : text.of('filter')}
      </button>
      ${chips(view)}
      ${count > 0 ? html`<button class="button link small" type="button" @click=${clear}>${text.of('clearFilters')}</button>` : nothing}
    </div>
    <div id="filter-panel" class="card" ?hidden=${!isOpen}>${isOpen && offered ? panel(view, offered) : nothing}</div>
  </div>`;
}

/** A filter with one value that everything has narrows nothing. */
const isUseful = (values: readonly FacetValue[]) => values.length > 1 || values.some(({isChosen}) => isChosen);

const hasChoice = (offered: OfferedFacets) => FACETS.some((facet) => isUseful(offered[facet])) || offered.zeroMaterial.count > 0;

function chips({text, filters, regionName, choose, chooseZeroMaterial}: FiltersView): TemplateResult[] {
  const chip = (label: string, isChinese: boolean, letGo: () => void) => html`<button class="chip" type="button" aria-label=${text.of('letGo', {label})} @click=${letGo}>
    <span lang=${isChinese ? 'zh-CN' : text.language}>${label}</span>${icon('cross')}
  </button>`;
  return [
    ...FACETS.flatMap((facet) =>
      ((filters[facet] ?? []) as readonly string[]).map((value) => chip(labelOf(text, facet, value, regionName), isData(facet), () => choose(facet, value, false))),
    ),
    ...(filters.zeroMaterial ? [chip(text.of('zeroMaterial'), false, () => chooseZeroMaterial(false))] : []),
  ];
}

function panel(view: FiltersView, offered: OfferedFacets): TemplateResult {
  const {text, chooseZeroMaterial, leave} = view;
  const {zeroMaterial} = offered;
  return html`
    ${zeroMaterial.count > 0 || zeroMaterial.isChosen ? html`<div class="facet">${option(view, text.of('zeroMaterialLong'), false, zeroMaterial, chooseZeroMaterial)}</div>` : nothing}
    ${FACETS.filter((facet) => isUseful(offered[facet])).map((facet) => group(view, facet, offered[facet]))}
    <button class="button" type="button" part="show-results" @click=${leave}>${text.of('showResults')}</button>
  `;
}

function group(view: FiltersView, facet: Facet, values: readonly FacetValue[]): TemplateResult {
  const {text, whole, regionName, choose, showWhole} = view;
  const isWhole = whole.has(facet) || values.length <= SHOWN_AT_FIRST + 1;
  const shown = isWhole ? values : values.filter(({isChosen}, at) => isChosen || at < SHOWN_AT_FIRST);
  return html`<fieldset class="facet">
    <legend>${text.of(`facet-${facet}`)}</legend>
    <div class="values">
      ${shown.map((value) => option(view, labelOf(text, facet, value.value, regionName), isData(facet), value, (isChosen) => choose(facet, value.value, isChosen)))}
    </div>
    ${isWhole
      ? nothing
      : html`<button class="button link small" type="button" aria-label=${text.of('showWholeLong', {facet: text.of(`facet-${facet}`), count: values.length})} @click=${() => showWhole(facet)}>
          ${text.of('showWhole', {count: values.length})}
        </button>`}
  </fieldset>`;
}

function option({text}: FiltersView, label: string, isChinese: boolean, {count, isChosen}: FacetValue, choose: (isChosen: boolean) => void): TemplateResult {
  return html`<label class="choice ${isChosen ? 'chosen' : ''}">
    <input type="checkbox" .checked=${isChosen} @change=${(event: Event) => choose((event.target as HTMLInputElement).checked)} />
    <span class="grow" lang=${isChinese ? 'zh-CN' : text.language}>${label}</span><span class="soft small">${count}</span>
  </label>`;
}

/** Names of places, themes and offices come with the list; the rest has words of its own in each language. */
const isData = (facet: Facet) => facet === 'regions' || facet === 'themes' || facet === 'depts';

/** Region of the lists that hold for the whole country. */
const NATIONAL = '100000';

function labelOf(text: Localized<SearchWord>, facet: Facet, value: string, regionName: (code: string) => string): string {
  if (facet === 'regions') return value === NATIONAL ? text.of('national') : regionName(value);
  if (facet === 'serviceObjects') return objectName(text, value);
  const mode = `mode-${value}`;
  return facet === 'modes' && text.has(mode) ? text.of(mode) : value;
}

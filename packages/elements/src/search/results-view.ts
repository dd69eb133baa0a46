import type {Localized} from '@tongban/base/localized.js';
import type {SearchHit} from '@tongban/domain/guide/search.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {Found} from './found.js';
import {hitView} from './hit-view.js';
import type {SearchWord} from './messages.js';

export interface ResultsView {
  text: Localized<SearchWord>;
  found: Found;
  /** The hit the arrow keys stand on, counted through both groups; -1 for none. */
  active: number;
  /** Whether these answer an earlier question, and the next answer is on its way. */
  isBehind: boolean;
  placeName: (region: string) => string;
  choose: (hit: SearchHit) => void;
}

/** One list box: what names hold, and behind it, apart, what only the texts mention. */
export function resultsView(view: ResultsView): TemplateResult {
  const {text, found, isBehind} = view;
  const {names, texts} = found;
  return html`<div class=${isBehind ? 'asking' : ''} id="results" role="listbox" aria-label=${text.of('results')}>
    ${names.length > 0 ? html`<ul class="plain hits" role="group" aria-label=${text.of('inNames')}>${names.map((hit, at) => drawn(view, hit, at))}</ul>` : nothing}
    ${texts.length > 0
      ? html`<p class="group-title" aria-hidden="true">${text.of('inTexts')}</p>
          <ul class="plain hits" role="group" aria-label=${text.of('inTexts')}>${texts.map((hit, at) => drawn(view, hit, names.length + at))}</ul>`
      : nothing}
  </div>`;
}

function drawn({text, active, placeName, choose}: ResultsView, hit: SearchHit, at: number): TemplateResult {
  return hitView({text, hit, id: `hit-${at}`, active: at === active, placeName: placeName(hit.item.region), choose: () => choose(hit)});
}

import {Ask} from '@tongban/base/asked.js';
import {askedView} from '@tongban/base/controls/asked-view.js';
import type {Portal} from '@tongban/domain/portal.js';
import type {RatingRecord} from '@tongban/domain/rating/rating.js';
import {favourableRate, isBad} from '@tongban/domain/rating/rating-rules.js';
import {html, type TemplateResult} from 'lit';
import {staffPort, type WindowHost} from '../window/window-host.js';
import {ratingsTable} from './ratings-table.js';

/** What a supervisor reads of ratings: each bound to rater, item and officer (domain.md §13). */
export class RatingsBoard {
  readonly #host: WindowHost;
  readonly #ratings: Ask<RatingRecord[], readonly [string]>;
  #onlyBad = false;

  constructor(host: WindowHost, supervisorId: () => string) {
    this.#host = host;
    this.#ratings = new Ask(host, {
      args: () => [supervisorId()] as const,
      ask: async (portal, [id]) => (id ? staffPort(portal).ratings() : undefined),
      isEmpty: (records) => records.length === 0,
      concerns: ({about}) => about === 'rating',
    });
  }

  use(portal: Portal): void {
    this.#ratings.use(portal);
  }

  view(): TemplateResult {
    const {text} = this.#host;
    return html`<section class="card stack" aria-labelledby="ratings-title" part="ratings">
      <h2 id="ratings-title" tabindex="-1">${text.of('ratingsTitle')}</h2>
      <p class="soft small">${text.of('ratingsIntro')}</p>
      ${askedView(this.#ratings.current, {
        ...{text, lines: 6, again: () => this.#ratings.again()},
        empty: () => html`<p class="nothing soft" part="empty">${text.of('ratingsEmpty')}</p>`,
        value: (records) => this.#records(records),
      })}
    </section>`;
  }

  #records(records: readonly RatingRecord[]): TemplateResult {
    const {text} = this.#host;
    const bad = records.filter(({stars}) => isBad(stars));
    const {n, rate} = favourableRate(records);
    const latestFirst = [...(this.#onlyBad ? bad : records)].sort((a, b) => (a.ratedAt < b.ratedAt ? 1 : -1));
    return html`<div class="row">
        <p class="grow">${rate === undefined ? text.of('ratingsFew', {count: n}) : text.of('ratingsRate', {rate: `${(rate * 100).toFixed(2)}%`, count: n})} · ${text.of('ratingsBad', {count: bad.length})}</p>
        <label class="choice"><input type="checkbox" .checked=${this.#onlyBad} @change=${this.#toggle} />${text.of('ratingsOnlyBad')}</label>
      </div>
      ${ratingsTable(text, latestFirst, (code) => this.#host.regionName(code), (caseNo) => this.#host.go({at: 'case', number: caseNo}))}`;
  }

  readonly #toggle = (event: Event): void => {
    this.#onlyBad = (event.target as HTMLInputElement).checked;
    this.#host.requestUpdate();
  };
}

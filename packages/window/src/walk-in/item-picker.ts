import {Ask, type Asked} from '@tongban/base/asked.js';
import {askedView} from '@tongban/base/controls/asked-view.js';
import {icon} from '@tongban/base/controls/icons.js';
import type {Agreement} from '@tongban/domain/agreements/agreement.js';
import type {Portal} from '@tongban/domain/portal.js';
import type {SearchHit, SearchResult} from '@tongban/domain/guide/search.js';
import type {ItemHead} from '@tongban/domain/guide/service-item.js';
import {html, type TemplateResult} from 'lit';
import {staffPort, type WindowHost} from '../window/window-host.js';
import {receivable, type Receivable} from './receivable.js';

const PAGE = 20;
const TYPING_PAUSE_MS = 200;

/** Finds the item somebody came for, and says of each whether this window may take it in, or why not. */
export class ItemPicker {
  readonly #host: WindowHost;
  readonly #choose: (item: ItemHead, how: Extract<Receivable, {ok: true}>) => void;
  readonly #results: Ask<SearchResult, readonly [string]>;
  readonly #agreements: Ask<Agreement[], readonly [string]>;
  #typed = '';
  #asked = '';
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(host: WindowHost, staffId: () => string, choose: (item: ItemHead, how: Extract<Receivable, {ok: true}>) => void) {
    this.#host = host;
    this.#choose = choose;
    this.#results = new Ask(host, {
      args: () => [this.#asked] as const,
      ask: async (portal, [text]) => (text ? portal.catalogue.search({text, near: [host.staff.region], scope: 'all', limit: PAGE}) : undefined),
      isEmpty: ({hits}) => hits.length === 0,
      keepsLast: true,
    });
    this.#agreements = new Ask(host, {
      args: () => [staffId()] as const,
      ask: async (portal, [id]) => (id ? {value: await staffPort(portal).agreements(), asOf: '', stale: false} : undefined),
      concerns: ({about}) => about === 'catalogue',
    });
    host.addController({hostDisconnected: () => clearTimeout(this.#pause)});
  }

  use(portal: Portal): void {
    this.#results.use(portal);
    this.#agreements.use(portal);
  }

  clear(): void {
    this.#typed = '';
    this.#asked = '';
  }

  view(): TemplateResult {
    const {text} = this.#host;
    const find = (event: Event) => {
      event.preventDefault();
      this.#askNow();
    };
    return html`<form class="stack-tight" role="search" @submit=${find}>
        <label class="label" for="item">${text.of('itemLabel')}</label>
        <div class="find-row">
          <span class="find-field">${icon('search')}<input id="item" class="input" type="text" autocomplete="off" maxlength="100" aria-describedby="item-hint" .value=${this.#typed} @input=${this.#type} @compositionend=${this.#type} /></span>
          <button class="button main" type="submit">${text.of('itemFind')}</button>
        </div>
        <p class="soft small" id="item-hint">${text.of('itemHint')}</p>
      </form>
      <div aria-live="polite">${this.#asked ? this.#found() : ''}</div>`;
  }

  #found(): unknown {
    const {text} = this.#host;
    const agreements = this.#agreements.current;
    if (agreements.state === 'failed') return askedView(agreements, {text, value: () => '', empty: () => '', again: () => this.#agreements.again()});
    const results: Asked<SearchResult> = agreements.state === 'waiting' ? {state: 'waiting'} : this.#results.current;
    const inForce = agreements.state === 'ready' ? agreements.value : [];
    return askedView(results, {
      ...{text, lines: 4, again: () => this.#results.again()},
      empty: () => html`<p class="soft">${text.of('itemNone', {text: this.#asked})}</p>`,
      value: ({hits}) => html`<ul class="plain hits">${hits.map((hit) => this.#hit(hit, inForce))}</ul>`,
    });
  }

  #hit({item}: SearchHit, agreements: readonly Agreement[]): TemplateResult {
    const {text, staff, today} = this.#host;
    const how = receivable(item, {staff, agreements, on: today});
    const region = this.#host.regionName(item.region);
    return html`<li class="hit">
      <span class="grow">
        <span lang="zh-CN"><strong>${item.name}</strong> · ${region}</span>
        <span class="small soft" lang="zh-CN">${item.dept}</span>
        <span class="small ${how.ok ? 'can' : 'cannot'}">${how.ok ? this.#canWords(item, how.mode) : text.of(`why-${how.why}`)}</span>
      </span>
      ${how.ok ? html`<button class="button small" type="button" aria-label=${text.of('itemChooseFor', {name: item.name, region})} @click=${() => this.#choose(item, how)}>${text.of('itemChoose')}</button>` : ''}
    </li>`;
  }

  #canWords({region}: ItemHead, mode: Extract<Receivable, {ok: true}>['mode']): string {
    const {text, staff} = this.#host;
    if (region.slice(0, 2) === staff.region.slice(0, 2)) return text.of('canOwn');
    return text.of(mode === 'direct' ? 'canDirect' : mode === 'joint' ? 'canJoint' : 'canAgent');
  }

  readonly #type = (event: Event): void => {
    if ((event as InputEvent).isComposing) return; // Half a pinyin syllable is no query yet.
    this.#typed = (event.target as HTMLInputElement).value;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#askNow(), TYPING_PAUSE_MS);
  };

  #askNow(): void {
    clearTimeout(this.#pause);
    this.#asked = this.#typed.trim().slice(0, 100);
    this.#host.requestUpdate();
  }
}

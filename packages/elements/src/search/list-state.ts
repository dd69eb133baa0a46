import {Ask} from '@tongban/base/asked.js';
import type {Localized} from '@tongban/base/localized.js';
import type {TbElement} from '@tongban/base/tb-element.js';
import {whenCopied} from '@tongban/base/when-copied.js';
import {TbError} from '@tongban/domain/errors.js';
import type {CatalogueState, Portal} from '@tongban/domain/portal.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {SearchWord} from './messages.js';

/** How the list that is searched stands: how old it is, whether it is there without network, why there is no newer one. */
export class ListState {
  readonly #ask: Ask<CatalogueState, readonly [boolean]>;

  /** @param isWanted Nobody wants to know before something was found. */
  constructor(host: TbElement, isWanted: () => boolean) {
    this.#ask = new Ask<CatalogueState, readonly [boolean]>(host, {
      args: () => [isWanted()] as const,
      ask: async (portal, [wanted]) => (wanted ? {value: await portal.catalogue.state(), asOf: '', stale: false} : undefined),
      concerns: ({about}) => about === 'catalogue',
    });
  }

  use(portal: Portal): void {
    this.#ask.use(portal);
  }

  draw(text: Localized<SearchWord>): TemplateResult | typeof nothing {
    const {current} = this.#ask;
    if (current.state !== 'ready' && current.state !== 'stale') return nothing;
    const {list, asOf, kept, problem} = current.value;
    const age = [
      list && text.of('published', {time: whenCopied(list.publishedAt, text.language)}),
      asOf && text.of('confirmed', {time: whenCopied(asOf, text.language)}),
      kept && text.of('kept'),
    ].filter(Boolean);
    return html`${problem ? html`<p class="notice warn small" part="problem">${text.error(new TbError(problem))}</p>` : nothing}
    ${age.length > 0 ? html`<p class="soft small" part="age">${age.join(text.of('between'))}</p>` : nothing}`;
  }
}

import {ContextProvider} from '@lit/context';
import {portalContext} from '@tongban/base/portal-context.js';
import {settingsContext, type TextSize} from '@tongban/base/settings.js';
import {codeOf, TbError} from '@tongban/domain/errors.js';
import {html, LitElement, type PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import {currentLoaded} from './current.js';
import {TbPortalFailed, TbPortalReady} from './events.js';
import {startPortal} from './start-portal.js';

/**
 * The province that the tags inside it belong to: whose gateway they talk to, in which language and text size.
 *
 * Without `gateway` it keeps to the loader's own and only narrows the region, language or text size.
 *
 * @tagname tb-province
 * @fires {TbPortalReady} tb-portal-ready - The tags inside can work.
 * @fires {TbPortalFailed} tb-portal-failed - They cannot; `code` says why.
 * @slot - The page's own content with the tags in it.
 */
export class TbProvince extends LitElement {
  /** Six-digit region code (GB/T 2260). */
  @property() region = '';

  /** Origin of the province's gateway, when it is not the loader's. */
  @property() gateway: string | undefined;

  /** Name of a token theme; styled by the host page through `--tb-…` custom properties. */
  @property({reflect: true}) theme: string | undefined;

  /** `normal`, `large` or `elder` for every tag inside. */
  @property({attribute: 'text-size'}) textSize: TextSize | undefined;

  readonly #settings = new ContextProvider(this, {context: settingsContext, initialValue: {}});
  readonly #portal = new ContextProvider(this, {context: portalContext});
  #startedFor: string | undefined;

  /** Light DOM styling of the host page must reach the content: the element is a bare slot. */
  protected override render() {
    return html`<slot></slot>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('region') || changed.has('textSize')) this.#settings.setValue({...this.#settings.value, region: this.region, textSize: this.textSize});
    if (changed.has('gateway')) void this.#start();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang') this.#settings.setValue({...this.#settings.value, lang: value ?? undefined});
  }

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#start();
  }

  async #start(): Promise<void> {
    const loaded = currentLoaded();
    const gateway = this.gateway ? new URL(this.gateway, document.baseURI).origin : loaded?.config.gateway;
    if (gateway !== undefined && gateway === this.#startedFor) return;
    this.#startedFor = gateway;
    try {
      if (!loaded || !gateway) throw new TbError('TB_CONFIG', {details: {at: 'gateway'}});
      this.#portal.setValue(await startPortal({...loaded.config, gateway, region: this.region || loaded.config.region}, loaded.startWorker));
      this.dispatchEvent(new TbPortalReady(this.region));
    } catch (error) {
      this.#startedFor = undefined;
      this.dispatchEvent(new TbPortalFailed(codeOf(error)));
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tb-province': TbProvince;
  }
}

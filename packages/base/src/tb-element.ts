import {ContextConsumer} from '@lit/context';
import {html, LitElement, type CSSResultGroup, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {baseStyles} from './base-styles.js';
import {languageOf} from './language.js';
import {settingsContext, type Settings, type TextSize} from './settings.js';

/**
 * What every `<tb-…>` shares: one reset root inside the shadow root (hosts' own resets stop there), a language and a text size.
 *
 * Elements render into `renderBody()`; the root carries `lang` and the text size for their styles.
 */
export abstract class TbElement extends LitElement {
  static override styles: CSSResultGroup[] = [baseStyles];

  /** Text size: `normal`, `large` or `elder` (适老化). Taken from the nearest `<tb-province>` when absent. */
  @property({attribute: 'text-size'}) textSize: TextSize | undefined;

  @state() protected settings: Settings = {};
  @state() private langSeen = 'zh-CN';

  readonly #languageWatch = new MutationObserver(() => this.#readLanguage());

  constructor() {
    super();
    new ContextConsumer(this, {
      context: settingsContext,
      subscribe: true,
      callback: (settings) => {
        this.settings = settings;
        this.#readLanguage();
      },
    });
  }

  /** The language in force for this element's words. */
  get language(): string {
    return this.langSeen;
  }

  /** The text size in force. */
  get size(): TextSize {
    return this.textSize ?? this.settings.textSize ?? 'normal';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#readLanguage();
    for (const root of new Set([this.getRootNode(), document])) {
      this.#languageWatch.observe(root, {attributeFilter: ['lang'], subtree: true}); // Any ancestor may change its language.
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#languageWatch.disconnect();
  }

  protected abstract renderBody(): unknown;

  protected override render(): TemplateResult {
    return html`<div class="r" part="root" lang=${this.language} data-size=${this.size}>${this.renderBody()}</div>`;
  }

  #readLanguage(): void {
    const own = this.getAttribute('lang');
    this.langSeen = own || this.settings.lang || languageOf(this);
  }
}

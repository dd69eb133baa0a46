import {sentenceOf} from '@tongban/domain/errors.js';
import {html, type TemplateResult} from 'lit';
import {fill, wordsFor, type Messages} from './language.js';
import type {TbElement} from './tb-element.js';

/** An element's words in the language in force. */
export class Localized<Key extends string> {
  readonly #host: TbElement;
  readonly #messages: Messages<Key>;

  constructor(host: TbElement, messages: Messages<Key>) {
    this.#host = host;
    this.#messages = messages;
  }

  of(key: Key, values?: Readonly<Record<string, string | number>>): string {
    const text = wordsFor(this.#messages, this.#host.language, this.#host.localName)[key];
    return values ? fill(text, values) : text;
  }

  /**
   * The same with Chinese data in its places, such as a name: marked as Chinese where the words around it are not, so that a screen
   * reader says it in Chinese. `plain` values are numbers, dates and words of this language.
   */
  around(key: Key, data: Readonly<Record<string, string>>, plain: Readonly<Record<string, string | number>> = {}): string | (string | TemplateResult)[] {
    if (this.isChinese) return this.of(key, {...plain, ...data});
    const parts = this.of(key).split(/\{(\w+)\}/); // Text and names of places by turns.
    return parts.map((part, at) => {
      if (at % 2 === 0) return part;
      return data[part] === undefined ? String(plain[part] ?? `{${part}}`) : html`<span lang="zh-CN">${data[part]}</span>`;
    });
  }

  /** Whether a key exists: for keys built from data, such as state names. */
  has(key: string): key is Key {
    return key in this.#messages.en;
  }

  /** The sentence of an error, in the same language. */
  error(error: unknown): string {
    return sentenceOf(error, this.#host.language);
  }

  get language(): string {
    return this.#host.language;
  }

  get isChinese(): boolean {
    return this.#host.language.toLowerCase().startsWith('zh');
  }
}

import {sentenceOf} from '@tongban/domain/errors.js';
import {fill, wordsFor, type Messages} from './language.js';
import {spoken, type Spoken} from './spoken.js';
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

  /** The same for a place that shows it: Chinese data among words of another language is marked as Chinese. */
  say(key: Key, values?: Readonly<Record<string, string | number>>): Spoken {
    return spoken(this.of(key, values), this.language);
  }

  /** A value that may be Chinese, marked as such where the words around it are not. */
  data(value: string): Spoken {
    return spoken(value, this.language);
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

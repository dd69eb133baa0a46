import {html} from 'lit';
import type {Asked} from '../asked.js';
import {whenCopied} from '../when-copied.js';
import type {StateWord} from './state-words.js';
import {failed, stale, waiting} from './states.js';

/** The words an element gives to its states; `Localized` is one. */
export interface StateText {
  of(key: StateWord, values?: Readonly<Record<string, string | number>>): string;
  error(error: unknown): string;
  readonly language: string;
}

export interface AskedView<T> {
  text: StateText;
  /** Draws the value; a copy gets its time above it. */
  value: (value: T) => unknown;
  empty: () => unknown;
  again: () => void;
  /** How many lines to hold free while waiting. */
  lines?: number;
}

/** Draws what was asked for in whichever of the five states it is. */
export function askedView<T>(asked: Asked<T>, {text, value, empty, again, lines}: AskedView<T>): unknown {
  switch (asked.state) {
    case 'waiting':
      return waiting(text.of('loading'), lines);
    case 'empty':
      return empty();
    case 'failed':
      return failed(text.error(asked.error), text.of('retry'), again);
    case 'ready':
      return value(asked.value);
    case 'stale':
      return html`<div class="stack">${stale(text.of('copyOf', {time: whenCopied(asked.asOf, text.language)}))}${value(asked.value)}</div>`;
  }
}

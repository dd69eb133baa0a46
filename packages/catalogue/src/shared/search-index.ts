import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import {normalise, type Normalised} from './normalise.js';

/** An item with what a search compares, worked out once. */
export interface IndexedItem {
  readonly item: ServiceItem;
  readonly name: Normalised;
  readonly plainName: string;
  readonly keywords: readonly string[];
  readonly dept: string;
  /** Syllables of the name, then of the plain name. */
  readonly pinyin: readonly (readonly string[])[];
}

export function indexItems(items: readonly ServiceItem[]): IndexedItem[] {
  return items.map((item) => ({
    item,
    name: normalise(item.name),
    plainName: normalise(item.plainName ?? '').text,
    keywords: item.keywords.map((word) => normalise(word).text),
    dept: normalise(item.dept).text,
    pinyin: (item.pinyin ?? '').split('; ').map((name) => name.split(' ').filter((syllable) => syllable !== '')),
  }));
}

/** Signs of a name that make one syllable each: a Chinese sign, or a run of letters and digits. */
export function syllableSpans(name: string): {start: number; length: number}[] {
  return [...name.matchAll(/\p{Script=Han}|[^\p{Script=Han}\P{L}]+|\p{N}+/gu)].map((match) => ({
    start: match.index ?? 0,
    length: match[0].length,
  }));
}

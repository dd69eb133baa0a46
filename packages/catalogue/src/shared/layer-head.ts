import type {Mode} from '@tongban/domain/guide/mode.js';
import type {Region6} from '@tongban/domain/primitives.js';
import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import type {Column} from './bytes/byte-reader.js';
import type {Codes} from './bytes/codes.js';
import type {PhraseTexts} from './head/phrase-texts.js';
import type {Readings} from './head/readings.js';

export {decodeHead} from './head/decode-head.js';
export {encodeHead} from './head/encode-head.js';
export {itemAt} from './head/item-at.js';

/** Themes and served objects, which items have in few combinations. */
export type Audience = Pick<ServiceItem, 'themes' | 'serviceObjects'>;

/** How an item can be had, and where the row comes from. */
export interface Standing {
  readonly modes: readonly Mode[];
  readonly hasGuide: boolean;
  readonly zeroMaterial?: boolean | undefined;
  readonly notOpen?: ServiceItem['notOpen'];
  readonly source: string;
  readonly confidence?: ServiceItem['confidence'];
}

/** A stretch of `LayerHead.texts`. */
export interface TextRange {
  readonly first: number;
  readonly count: number;
}

/**
 * All short columns of a layer's items: in memory and, packed, on the wire. What many items share stands once: an item has an entry
 * (what it is called and what it is about), an entry has a name, and so on; ids are places in the lists here.
 */
export interface LayerHead {
  readonly count: number;
  /** For each earlier layer the ordinals that this one takes away, rising. */
  readonly gone: readonly (readonly number[])[];
  /** Every string that is searched: names, everyday names, keywords and offices, each a stretch. */
  readonly texts: PhraseTexts;
  readonly names: TextRange;
  readonly plainNames: TextRange;
  readonly words: TextRange;
  readonly depts: TextRange;
  readonly readings: Readings;
  readonly regions: readonly Region6[];
  readonly audiences: readonly Audience[];
  readonly itemTypes: readonly string[];
  readonly standings: readonly Standing[];
  /** Lists of keywords (places in `words`): list n is `wordsOf` from `wordStarts[n]` up to `wordStarts[n + 1]`. */
  readonly wordStarts: Uint32Array;
  readonly wordsOf: Column;
  readonly catalogCodes: Codes;
  /** Pinyin that does not follow from the readings. */
  readonly spelled: readonly string[];
  readonly codeShapes: Codes;
  readonly codeUnits: Codes;
  readonly entries: {
    readonly count: number;
    readonly name: Column;
    /** Place in `plainNames` plus one; 0 for none. */
    readonly plainName: Column;
    /** Keywords before those that `keywordsOf` adds, or all. */
    readonly wordList: Column;
    /** 1 where `keywordsOf` adds the rest. */
    readonly derived: Column;
    readonly audience: Column;
    readonly itemType: Column;
    /** Place in `catalogCodes` plus one; 0 for none. */
    readonly catalogCode: Column;
    /** 0: as the names are read; 1: none; from 2: place in `spelled`. */
    readonly pinyin: Column;
  };
  readonly items: {
    readonly entry: Column;
    readonly region: Column;
    readonly dept: Column;
    readonly standing: Column;
    readonly codeShape: Column;
    readonly codeUnit: Column;
  };
}

import {stringOf} from '../bytes/units.js';
import {fold, foldSign} from '../fold.js';
import {keywordsOf} from '../keywords-of.js';
import type {LayerHead, TextRange} from '../layer-head.js';
import {foldedTable, type FoldedTable} from './folded-table.js';
import {rangeReader, SyllableNames, syllableTable, type SyllableTable} from './syllable-table.js';

/** A layer as it is searched in the names tier. */
export interface LayerIndex {
  readonly head: LayerHead;
  readonly names: FoldedTable;
  readonly plainNames: FoldedTable;
  readonly words: FoldedTable;
  readonly depts: FoldedTable;
  /** Names of the regions, where they are known. */
  readonly regions: FoldedTable;
  /** Themes that are keywords too, per audience. */
  readonly themes: FoldedTable;
  /** 1 for items that a later layer has taken away. */
  readonly gone: Uint8Array;
  /** Made when letters are first looked for. */
  readonly spoken: () => SpokenIndex;
}

/** How a layer's names are read aloud. */
export interface SpokenIndex {
  readonly syllables: readonly string[];
  readonly names: SyllableTable;
  readonly plainNames: SyllableTable;
  /** Keywords, as their signs are usually read: only for what somebody may have meant. */
  readonly words: SyllableTable;
  /** `LayerHead.spelled`, taken apart: the names in it one behind the other. */
  readonly spelled: SyllableTable;
  /** Per place of `LayerHead.spelled` where its names begin in `spelled`. */
  readonly spelledStarts: readonly number[];
}

export function layerIndex(
  head: LayerHead,
  gone: Uint8Array,
  regionName: (code: string) => string | undefined,
): LayerIndex {
  const folded = head.texts.exchanged(unitsOf, LINE_BREAK);
  const table = ({first, count}: TextRange): FoldedTable => {
    const {values, starts} = folded(first, count);
    return {count, text: stringOf(values), starts};
  };
  let spoken: SpokenIndex | undefined;
  return {
    head,
    names: table(head.names),
    plainNames: table(head.plainNames),
    words: table(head.words),
    depts: table(head.depts),
    regions: foldedTable(head.regions.length, (at) => fold(regionName(head.regions[at] ?? '') ?? '')),
    themes: foldedTable(head.audiences.length, (at) =>
      keywordsOf({name: '', themes: head.audiences[at]?.themes ?? []})
        .map(fold)
        .join(BETWEEN),
    ),
    gone,
    spoken: () => (spoken ??= spokenIndex(head)),
  };
}

const LINE_BREAK = [0x0a];

function unitsOf(sign: string): readonly number[] {
  const folded = foldSign(sign);
  return Array.from({length: folded.length}, (_, at) => folded.charCodeAt(at));
}

/** Between several words of one string: folded text has no blanks. */
const BETWEEN = ' ';

function spokenIndex(head: LayerHead): SpokenIndex {
  const names = new SyllableNames();
  const table = rangeReader(head, names);
  const lists = head.spelled.map((spelled) => spelled.split('; ').map((name) => name.split(' ')));
  const spelledStarts = [0];
  for (const list of lists) spelledStarts.push((spelledStarts[spelledStarts.length - 1] ?? 0) + list.length);
  const flat = lists.flat();
  return {
    names: table(head.names),
    plainNames: table(head.plainNames),
    words: table(head.words),
    spelled: syllableTable(flat.length, names, (at) => flat[at] ?? []),
    spelledStarts,
    syllables: names.names,
  };
}

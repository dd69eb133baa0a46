import type {TextPart} from '../layer-texts.js';
import {eachWith} from './folded-table.js';
import {levelOf, NONE} from './levels.js';

/** Below this share of items, their texts are looked into one by one. */
const FEW = 1 / 16;

/** Lowers the levels of those of `ordinals` whose text includes a spelling. */
export function markTexts(
  parts: readonly TextPart[],
  spellings: readonly string[],
  ordinals: readonly number[],
  levels: Uint8Array,
): void {
  for (const [at, spelling] of spellings.entries()) {
    const level = levelOf('text', at === 0);
    if (ordinals.length < levels.length * FEW) markFew(parts, spelling, ordinals, levels, level);
    else markAll(parts, spelling, levels, level);
  }
}

function markAll(parts: readonly TextPart[], spelling: string, levels: Uint8Array, level: number): void {
  let first = 0;
  for (const part of parts) {
    eachWith({text: part.folded, starts: part.starts}, spelling, (place) => {
      if ((levels[first + place] ?? 0) > level) levels[first + place] = level;
    });
    first += part.count;
  }
}

function markFew(
  parts: readonly TextPart[],
  spelling: string,
  ordinals: readonly number[],
  levels: Uint8Array,
  level: number,
): void {
  for (const ordinal of ordinals) {
    if ((levels[ordinal] ?? NONE) > level && foldedText(parts, ordinal).includes(spelling)) levels[ordinal] = level;
  }
}

function foldedText(parts: readonly TextPart[], ordinal: number): string {
  const {part, place} = partOf(parts, ordinal);
  return part?.folded.slice(part.starts[place], part.starts[place + 1]) ?? '';
}

/** The text of an item as it was published. */
export function originalText(parts: readonly TextPart[], ordinal: number): string {
  const {part, place} = partOf(parts, ordinal);
  return part?.original(place) ?? '';
}

function partOf(parts: readonly TextPart[], ordinal: number): {part: TextPart | undefined; place: number} {
  let place = ordinal;
  for (const part of parts) {
    if (place < part.count) return {part, place};
    place -= part.count;
  }
  return {part: undefined, place};
}

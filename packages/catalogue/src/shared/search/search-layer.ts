import type {SearchQuery} from '@tongban/domain/guide/search.js';
import type {ExpandedTerm} from '../expand.js';
import {fold} from '../fold.js';
import type {TextPart} from '../layer-texts.js';
import type {LayerCounter} from './facets.js';
import {filterBits, scopeOf} from './filters.js';
import {eachWith} from './folded-table.js';
import type {LayerIndex} from './layer-index.js';
import {levelOf, NONE} from './levels.js';
import {termLevels} from './term-levels.js';
import {markTexts} from './text-levels.js';

export interface LayerSearch {
  readonly index: LayerIndex;
  readonly query: SearchQuery;
  readonly terms: readonly ExpandedTerm[];
  readonly near: (region: string) => number;
  readonly scattered: boolean;
  /** The texts, where they are read. */
  readonly parts: readonly TextPart[] | undefined;
  readonly counter: LayerCounter;
  /** Takes each item that is found: the less the key, the better it is. */
  readonly offer: (key: number, ordinal: number, level: number) => void;
}

/**
 * Searches one layer. An empty query looks at all there is; one of signs alone, such as 「!?」, asks for nothing.
 *
 * @returns whether anything was found in the query's scope, whatever its filters
 */
export function searchLayer({index, query, terms, near, scattered, parts, counter, offer}: LayerSearch): boolean {
  if (terms.length === 0 && query.text !== '') return false;
  const {head} = index;
  const {worst, best} = itemLevels(index, terms, scattered, parts);
  const inScope = scopeOf(query, head);
  const out = filterBits(head, query.filters);
  const nearness = Uint16Array.from(head.regions, (region) => Math.min(near(region), MOST_NEARNESS));
  const whole = wholeQuery(index, terms, query.text);
  let anything = false;
  for (let ordinal = 0; ordinal < head.count; ordinal++) {
    const level = worst[ordinal] ?? NONE;
    if (level === NONE) continue;
    const region = head.items.region[ordinal] ?? 0;
    const standing = head.items.standing[ordinal] ?? 0;
    if (inScope.regions[region] === 0 || inScope.standings[standing] === 0) continue;
    anything = true;
    const entry = head.items.entry[ordinal] ?? 0;
    const dept = head.items.dept[ordinal] ?? 0;
    const audience = head.entries.audience[entry] ?? 0;
    const bits =
      (out.regions[region] ?? 0) |
      (out.depts[dept] ?? 0) |
      (out.audiences[audience] ?? 0) |
      (out.standings[standing] ?? 0);
    counter.count(bits, region, dept, audience, standing);
    if (bits !== 0) continue;
    const name = head.entries.name[entry] ?? 0;
    const length = (index.names.starts[name + 1] ?? 0) - (index.names.starts[name] ?? 0);
    const isWhole = whole === undefined || whole[name] === 1;
    const first = best[ordinal] ?? NONE;
    offer(
      rankKey(nearness[region] ?? 0, isWhole, level, first, head.standings[standing]?.hasGuide ?? false, length),
      ordinal,
      first,
    );
  }
  return anything;
}

const MOST_NEARNESS = 0xfff;
const MOST_LENGTH = 0xff;
const FROM_TEXT = levelOf('text', true);
/** Levels there are, see levels.ts: a power of two. */
const LEVELS = 16;

/**
 * What only a text brought comes behind all else, so that a page can show the names at once and join the texts behind them. Then
 * place first, then whether the name holds the query in one piece, then the weakest find (all terms in the name beat one there and one
 * in the office's name) and the best one, then items that can be filed, then short names. 34 bits at most.
 */
function rankKey(
  nearness: number,
  isWhole: boolean,
  worst: number,
  best: number,
  hasGuide: boolean,
  length: number,
): number {
  const quality = ((isWhole ? 0 : 1) * LEVELS + worst) * LEVELS + best;
  const behind = worst >= FROM_TEXT && worst !== NONE ? MOST_NEARNESS + 1 : 0;
  return (
    (((behind + nearness) * 2 * LEVELS * LEVELS + quality) * 2 + (hasGuide ? 0 : 1)) * (MOST_LENGTH + 1) +
    Math.min(length, MOST_LENGTH)
  );
}

/** Names that hold all terms in one piece, where there are several. */
function wholeQuery(index: LayerIndex, terms: readonly ExpandedTerm[], text: string): Uint8Array | undefined {
  if (terms.length < 2) return undefined;
  const found = new Uint8Array(index.names.count);
  eachWith(index.names, fold(text), (place) => (found[place] = 1));
  return found;
}

/** Per item the level of the term that does worst, `NONE` where one is not found, and of the one that does best. */
function itemLevels(
  index: LayerIndex,
  terms: readonly ExpandedTerm[],
  scattered: boolean,
  parts: readonly TextPart[] | undefined,
): {worst: Uint8Array; best: Uint8Array} {
  const {count, items} = index.head;
  const worst = new Uint8Array(count);
  const best = new Uint8Array(count).fill(NONE);
  for (let ordinal = 0; ordinal < count; ordinal++) if (index.gone[ordinal] === 1) worst[ordinal] = NONE;
  // The longest term first: it leaves the fewest texts to look into.
  const ordered = [...terms].sort((a, b) => (b.spellings[0] ?? '').length - (a.spellings[0] ?? '').length);
  for (const term of ordered) {
    const found = termLevels(index, term, scattered);
    const levels = new Uint8Array(count);
    const unread: number[] = [];
    for (let ordinal = 0; ordinal < count; ordinal++) {
      const level = Math.min(
        found.entries[items.entry[ordinal] ?? 0] ?? NONE,
        found.depts[items.dept[ordinal] ?? 0] ?? NONE,
        found.regions[items.region[ordinal] ?? 0] ?? NONE,
      );
      levels[ordinal] = level;
      if (level === NONE && worst[ordinal] !== NONE) unread.push(ordinal);
    }
    if (parts) markTexts(parts, term.spellings, unread, levels);
    for (let ordinal = 0; ordinal < count; ordinal++) {
      const level = levels[ordinal] ?? NONE;
      worst[ordinal] = Math.max(worst[ordinal] ?? NONE, level);
      best[ordinal] = Math.min(best[ordinal] ?? NONE, level);
    }
  }
  return {worst, best};
}

import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import {seeded, type Chance} from './generate/seeded.js';

export interface FeedChange {
  /** Which share (0–1) of the items a publication changes. */
  readonly share: number;
  /** The same seed changes the same. */
  readonly seed: string;
}

/**
 * The next edition of a feed. Of what changes, seven in ten have another text, three in twenty another name, one in ten are new and
 * one in twenty are gone. The other items are those of the feed given, in its order.
 */
export function changeFeed(feed: readonly ServiceItem[], {share, seed}: FeedChange): ServiceItem[] {
  const chance = seeded(`${seed} changes`);
  const chosen = new Set<number>();
  while (chosen.size < Math.round(feed.length * share)) chosen.add(chance.below(feed.length));
  return feed.flatMap((item, at) => (chosen.has(at) ? changed(item, chance) : [item]));
}

function changed(item: ServiceItem, chance: Chance): ServiceItem[] {
  const kind = chance.share();
  const year = `${2025 + chance.below(5)}年第${1 + chance.below(90)}号`;
  if (kind < 0.7) return [{...item, summary: `${year}修订：${(item.summary ?? '').slice(0, 3_900)}`}];
  const {pinyin: _before, ...rest} = item;
  if (kind < 0.85) return [{...rest, name: `${item.name}（${year}）`}];
  if (kind < 0.95) return [item, {...rest, name: `${item.name}（${year}新增）`, taskCode: newCode(item.taskCode, chance)}];
  return [];
}

/** That of another case of the same item: two digits which generated feeds leave free. Local codes have no such place. */
function newCode(code: string, chance: Chance): string {
  const digits = String(20 + chance.below(79));
  return code.includes('-') ? `${code}-${digits}` : code.slice(0, 31) + digits;
}

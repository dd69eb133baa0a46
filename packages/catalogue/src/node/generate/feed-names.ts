import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import {keywordsOf} from '../keywords.js';
import type {FeedWords} from './feed-words.js';
import type {Chance} from './seeded.js';

/** What an item is called wherever it is offered. */
export interface FeedName extends Pick<ServiceItem, 'name' | 'plainName' | 'keywords' | 'themes' | 'serviceObjects'> {
  /** Whether the name is that of one case of an item (业务办理项), whose codes have two digits more. */
  readonly isCase: boolean;
}

/** Share of the real list (广东, 2021) that has an everyday name. */
const PLAIN_NAMES = 0.26;
const VERBS = ['办', '领', '换', '补', '查', '改', '报', '申请', '注销', '续'];

/**
 * Names without end, none twice: first the real ones, then such as the same words make, 「道路货物运输经营备案（延续申请）」.
 */
export function* feedNames(words: FeedWords, chance: Chance): Generator<FeedName, never> {
  const taken = new Set<string>();
  for (const row of words.rows) {
    taken.add(row.name);
    const {name, plainName, keywords, themes, serviceObjects} = row;
    yield {name, keywords, themes, serviceObjects, isCase: /[)）]$/.test(name), ...(plainName !== undefined && {plainName})};
  }
  for (;;) {
    const name = inventName(words, chance);
    if (taken.has(name)) continue;
    taken.add(name);
    const {themes, serviceObjects} = chance.pick(words.rows);
    const plainName = chance.happens(PLAIN_NAMES) ? chance.pick(VERBS) + name.replace(/[^\p{Script=Han}]/gu, '').slice(0, 2 + chance.below(6)) : undefined;
    const more = chance.happens(0.2) ? [chance.pick(words.objects)] : [];
    yield {name, keywords: keywordsOf({name, themes, more}), themes, serviceObjects, isCase: /）$/.test(name), ...(plainName !== undefined && {plainName})};
  }
}

function inventName(words: FeedWords, chance: Chance): string {
  const base = chance.pick(words.objects) + chance.pick(words.acts);
  const kind = chance.share();
  if (kind < 0.4) return base;
  if (kind < 0.6) return `${chance.pick(words.rows).name.replace(/[(（].*$/, '')}（${chance.pick(words.cases)}）`;
  if (kind < 0.75) return `${base}（${chance.pick(words.cases)}）`;
  if (kind < 0.9) return chance.pick(words.regions).name + base;
  return `${chance.pick(words.objects)}、${base}`;
}

import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import {pinyinOf} from '../pinyin.js';

const LIMIT = 2_000;

/** Gives every item its pinyin where the feed brings none, worked out once for each name. */
export function fillPinyin(items: readonly ServiceItem[]): ServiceItem[] {
  const known = new Map<string, string>();
  return items.map((item) => {
    if (item.pinyin !== undefined) return item;
    const {name, plainName} = item;
    const key = `${name}\u0000${plainName ?? ''}`;
    const pinyin = known.get(key) ?? bounded(pinyinOf(name, plainName));
    known.set(key, pinyin);
    return {...item, pinyin};
  });
}

/** Cut after a whole syllable: a name is found by its beginning. */
const bounded = (pinyin: string) => (pinyin.length <= LIMIT ? pinyin : pinyin.slice(0, pinyin.lastIndexOf(' ', LIMIT)));

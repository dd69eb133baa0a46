import {pinyin} from 'pinyin-pro';

const LENGTH = 24;

/** A short machine name that follows from a Chinese one, so that a moved row keeps it: 居民身份证 is jmsfz. `taken` gains it. */
export function slugOf(name: string, taken: Set<string>): string {
  const plain = name.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '');
  const letters = pinyin(plain, {pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive'}).join('');
  const base =
    letters
      .replace(/[^A-Za-z0-9]/g, '')
      .toLowerCase()
      .slice(0, LENGTH) || 'x';
  let slug = base;
  for (let more = 2; taken.has(slug); more++) slug = `${base}-${more}`;
  taken.add(slug);
  return slug;
}

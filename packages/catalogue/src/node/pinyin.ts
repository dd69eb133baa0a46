import {pinyin} from 'pinyin-pro';

/**
 * Pinyin of some names as `ServiceItem.pinyin` holds it: syllables without tones apart by blanks, names by '; '. Made by the
 * publisher, so that no page has to carry a dictionary.
 */
export function pinyinOf(...names: (string | undefined)[]): string {
  return [...new Set(names)]
    .filter((name): name is string => Boolean(name))
    .map(syllablesOf)
    .join('; ');
}

function syllablesOf(name: string): string {
  const plain = name.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, ' ');
  return pinyin(plain, {toneType: 'none', type: 'array', nonZh: 'consecutive', v: true})
    .map((syllable) => syllable.trim().toLowerCase())
    .filter((syllable) => syllable !== '')
    .join(' ');
}

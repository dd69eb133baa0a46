import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import {Converter} from 'opencc-js/t2cn';

// What a search must find, said as plainly as possible and sharing no code with the engine: for each term the union of `includes`
// over its published expansions, for several terms what each of them finds.

const simplify = Converter({from: 't', to: 'cn'});

/** A normaliser of its own: one width, small letters, simplified sign by sign (twice: 薴 is 苧 and that 苎), nothing but letters and digits. */
export function plain(text: string): string {
  const signs = [...text].flatMap((sign) => [...sign.normalize('NFKC').toLowerCase()]);
  return signs
    .map((sign) => (sign < '\u2e80' ? sign : simplify(simplify(sign))))
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

export interface OracleTerm {
  readonly spellings: readonly string[];
  readonly letters?: string;
}

/** Answers with the codes of the items found, in the order of the list. `placeOf` names regions. */
export function oracleOf(items: readonly ServiceItem[], placeOf: (region: string) => string = () => '') {
  const rows = items.map(({name, plainName = '', keywords, dept, region, summary = '', pinyin = '', taskCode}) => ({
    taskCode,
    names: [name, plainName, ...keywords, dept, placeOf(region)].map(plain),
    text: plain(summary),
    spoken: pinyin.split('; ').map((spoken) => spoken.split(' ').filter((syllable) => syllable !== '')),
  }));
  return (terms: readonly OracleTerm[], tier: 'names' | 'full'): string[] => {
    const has = ({names, text, spoken}: (typeof rows)[number], {spellings, letters}: OracleTerm) =>
      spellings.some(
        (spelling) => names.some((field) => field.includes(spelling)) || (tier === 'full' && text.includes(spelling)),
      ) ||
      (letters !== undefined &&
        spoken.some((syllables) => syllables.some((_, start) => gives(syllables, start, letters))));
    return rows
      .filter((row) => terms.length > 0 && terms.every((term) => has(row, term)))
      .map(({taskCode}) => taskCode);
  };
}

/** Whether the syllables from one place on, each whole or its beginning, give the letters. */
const gives = (syllables: readonly string[], at: number, letters: string): boolean =>
  letters === '' ||
  [...(syllables[at] ?? '')].some(
    (_, cut) =>
      letters.startsWith((syllables[at] ?? '').slice(0, cut + 1)) && gives(syllables, at + 1, letters.slice(cut + 1)),
  );

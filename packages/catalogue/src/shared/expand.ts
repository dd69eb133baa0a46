import {fold} from './fold.js';
import {SYNONYMS} from './synonyms.js';

/** A part of a query that must be found. */
export interface ExpandedTerm {
  /** Folded; what was typed comes first. A text has the term when it, folded, includes any of them. */
  readonly spellings: readonly string[];
  /** Also found where syllables give these letters: each syllable all of itself or its beginning, none left out between. */
  readonly letters?: string;
}

/** More spellings than these of one term are not looked for. */
const MOST_SPELLINGS = 12;

/**
 * What a query is taken to mean, and therefore exactly what is found: the items in which every term is found in some field.
 *
 * A query is divided at blanks and marks and where Chinese meets letters; digits stay with what they stand in. Spellings are what was
 * typed, each synonym in it exchanged, and a digit that stands alone for its numeral (2级 and 二级).
 */
export function expand(query: string, synonyms: readonly (readonly string[])[] = SYNONYMS): ExpandedTerm[] {
  const exchange = exchangeable(synonyms);
  return [...new Set(termsOf(query))].map((term) => ({
    spellings: spellingsOf(term, exchange),
    ...(/^[a-z]+$/.test(term) && {letters: term}),
  }));
}

/** The terms of a query, folded. */
export function termsOf(query: string): string[] {
  const runs = query.normalize('NFKC').split(/[^\p{L}\p{N}]+/u);
  return runs.flatMap((run) => fold(run).match(/\d*[^\p{Script=Han}\d][^\p{Script=Han}]*|[\p{Script=Han}\d]+/gu) ?? []);
}

/** Folded word to the words of its group, longest words first so that a word is not taken for a shorter one in it. */
type Exchange = readonly (readonly [word: string, others: readonly string[]])[];

const exchanges = new WeakMap<readonly (readonly string[])[], Exchange>();

function exchangeable(synonyms: readonly (readonly string[])[]): Exchange {
  const known = exchanges.get(synonyms);
  if (known) return known;
  const words = new Map<string, string[]>();
  for (const group of synonyms.map((each) => each.map(fold))) {
    for (const word of group) words.set(word, [...(words.get(word) ?? []), ...group.filter((other) => other !== word)]);
  }
  const made = [...words].sort((a, b) => b[0].length - a[0].length);
  exchanges.set(synonyms, made);
  return made;
}

function spellingsOf(term: string, exchange: Exchange): string[] {
  let spellings = [''];
  for (let at = 0; at < term.length;) {
    const [word, others] = exchange.find(([known]) => term.startsWith(known, at)) ?? [
      term.charAt(at),
      numeralsFor(term, at),
    ];
    spellings = [word, ...others]
      .flatMap((other) => spellings.map((spelling) => spelling + other))
      .slice(0, MOST_SPELLINGS);
    at += word.length;
  }
  return withoutLonger(spellings);
}

/** What was typed, and of the rest those that say more than another one does not. */
function withoutLonger([typed = '', ...others]: readonly string[]): string[] {
  const needed = others.filter(
    (each) => !each.includes(typed) && !others.some((other) => other !== each && each.includes(other)),
  );
  return [typed, ...new Set(needed)];
}

const NUMERALS = '〇一二三四五六七八九';
/** Signs before which a numeral counts: 二级, 三类. Elsewhere it is a part of a word, as in 统一. */
const COUNTED = /[级类等型号档期次年岁孩]/;

function numeralsFor(term: string, at: number): string[] {
  const sign = term.charAt(at);
  if (/\d/.test(sign) && !/\d/.test(term.charAt(at - 1) + term.charAt(at + 1))) return [NUMERALS.charAt(Number(sign))];
  const digit = NUMERALS.indexOf(sign);
  return digit >= 0 && COUNTED.test(term.charAt(at + 1)) && !NUMERALS.includes(term.charAt(at - 1) || ' ')
    ? [String(digit)]
    : [];
}

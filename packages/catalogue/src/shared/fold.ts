import {SIMPLIFIED, TRADITIONAL} from './simplified-signs.js';

const simplified = [...SIMPLIFIED];
const folds = new Map([...TRADITIONAL].map((sign, at) => [sign, simplified[at] ?? sign]));

/**
 * One sign as it is compared: one width (NFKC), small letters, simplified; '' for blanks, marks and symbols. What stands beside
 * it never matters, so a text can be folded piece by piece.
 */
export function foldSign(sign: string): string {
  const known = folds.get(sign);
  if (known !== undefined) return known;
  const plain = [...sign.normalize('NFKC').toLowerCase()].map((each) => folds.get(each) ?? each);
  const folded = plain.join('').replace(/[^\p{L}\p{N}]/gu, '');
  folds.set(sign, folded);
  return folded;
}

/** A text as it is compared, sign by sign. */
export function fold(text: string): string {
  let folded = '';
  for (const sign of text) folded += foldSign(sign);
  return folded;
}

/** A folded text, and where each of its units came from. */
export interface Folded {
  readonly text: string;
  /** Per UTF-16 unit of `text`: start of the sign in the original. */
  readonly from: readonly number[];
}

export function foldWithPlaces(original: string): Folded {
  let text = '';
  const from: number[] = [];
  let at = 0;
  for (const sign of original) {
    const folded = foldSign(sign);
    for (let unit = 0; unit < folded.length; unit++) from.push(at);
    text += folded;
    at += sign.length;
  }
  return {text, from};
}

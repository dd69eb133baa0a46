import * as v from 'valibot';
import {Slug} from '../primitives.js';

/** A condition over situation answers; null is always true (domain.md §6). */
export type When = null | {q: string; is: string} | {any: When[]} | {all: When[]} | {not: When};

export const When: v.GenericSchema<When> = v.lazy(() =>
  v.union([
    v.null(),
    v.strictObject({q: Slug, is: Slug}),
    v.strictObject({any: v.array(When)}),
    v.strictObject({all: v.array(When)}),
    v.strictObject({not: When}),
  ]),
);

/** Answers given so far: question id → option id. */
export const Answers = v.record(Slug, Slug);
export type Answers = v.InferOutput<typeof Answers>;

/** True, false, or undefined while an answer it hangs on is missing. */
export type Truth = boolean | undefined;

/** Evaluates a condition with three values, so that an unanswered question makes a material "maybe". */
export function evaluate(when: When, answers: Answers): Truth {
  if (when === null) return true;
  if ('q' in when) return answers[when.q] === undefined ? undefined : answers[when.q] === when.is;
  if ('not' in when) return not(evaluate(when.not, answers));
  if ('any' in when) return either(when.any.map((part) => evaluate(part, answers)));
  return not(either(when.all.map((part) => not(evaluate(part, answers)))));
}

/** The questions a condition hangs on. */
export function questionsOf(when: When): string[] {
  if (when === null) return [];
  if ('q' in when) return [when.q];
  if ('not' in when) return questionsOf(when.not);
  return ('any' in when ? when.any : when.all).flatMap(questionsOf);
}

/** Every question–option pair a condition names. */
export function namedOptions(when: When): {q: string; is: string}[] {
  if (when === null) return [];
  if ('q' in when) return [when];
  if ('not' in when) return namedOptions(when.not);
  return ('any' in when ? when.any : when.all).flatMap(namedOptions);
}

const not = (truth: Truth): Truth => (truth === undefined ? undefined : !truth);

function either(parts: Truth[]): Truth {
  if (parts.includes(true)) return true;
  return parts.includes(undefined) ? undefined : false;
}

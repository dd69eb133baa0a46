import type {Guide, Situation} from './guide.js';
import {evaluate, questionsOf, type Answers, type When} from './when.js';

/** An answer no option has: what counts for a question that is not asked at all. */
const NOT_ASKED = '';

export interface Asked {
  /** Answers that count, with questions that fall away answered by nothing, so that every `is` on them is false. */
  readonly answers: Answers;
  /** Questions to show, in the guide's order. */
  readonly shown: readonly Situation[];
}

/**
 * Which questions show, and which answers count: one counts when its question shows and has that option.
 *
 * Grown from nothing known until nothing more follows, so that one more answer never takes back what another settled.
 */
export function askedOf(situations: readonly Situation[], given: Answers): Asked {
  const answers: Record<string, string> = {};
  for (let round = 0; round <= situations.length; round++) {
    for (const situation of situations) {
      const shows = evaluate(situation.showIf ?? null, answers);
      const answer = shows === false ? NOT_ASKED : shows && validAnswer(situation, given);
      if (answer !== undefined) answers[situation.id] = answer;
    }
  }
  return {answers, shown: situations.filter(({showIf = null}) => evaluate(showIf, answers) === true)};
}

function validAnswer({id, options}: Situation, given: Answers): string | undefined {
  return options.find((option) => option.id === given[id])?.id;
}

/** Parts of a guide that hang on answers. */
export type Conditional = Pick<Guide, 'situations' | 'materials' | 'fields' | 'fees'>;

/**
 * The shown questions that still decide something, the one that decides most materials first; then fields and fees, then the
 * guide's order. A question others hang on counts with them.
 */
export function openQuestions(guide: Conditional, {answers, shown}: Asked): Situation[] {
  const weigh = (whens: readonly When[]) => countOpen(guide.situations, whens, answers);
  const materials = weigh(guide.materials.map(({when}) => when));
  const others = weigh([...guide.fields, ...guide.fees].map(({when}) => when));

  return shown
    .filter(({id}) => answers[id] === undefined && (materials.has(id) || others.has(id)))
    .map((situation, at) => ({
      situation,
      at,
      materials: materials.get(situation.id) ?? 0,
      others: others.get(situation.id) ?? 0,
    }))
    .sort((a, b) => b.materials - a.materials || b.others - a.others || a.at - b.at)
    .map(({situation}) => situation);
}

/** How many undecided conditions hang on each question, also through `showIf`. */
function countOpen(situations: readonly Situation[], whens: readonly When[], answers: Answers): Map<string, number> {
  const counts = new Map<string, number>();
  for (const when of whens) {
    if (evaluate(when, answers) !== undefined) continue;
    for (const id of reaching(situations, questionsOf(when))) {
      if (answers[id] === undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return counts;
}

/** These questions and those that must be answered before they show. */
function reaching(situations: readonly Situation[], ids: readonly string[]): Set<string> {
  const reached = new Set<string>();
  const queue = [...ids];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    queue.push(...questionsOf(situations.find((situation) => situation.id === id)?.showIf ?? null));
  }
  return reached;
}

import {resolve, type Resolved, type ResolveWish} from './resolve.js';
import type {Guide} from './guide.js';

/** What one option would do to the papers that are still undecided without any answer to its question. */
export interface OptionEffect {
  /** Papers it rules out, so that nobody has to get them. */
  readonly spared: readonly string[];
  /** Papers it makes necessary: to be handed in, now or later. */
  readonly added: readonly string[];
}

/**
 * What each option of one question changes, by option: 「少交 2 件」. Told against the checklist without an answer to that question, so
 * that what an option says does not change when it is chosen. Papers the government holds count as neither: nobody hands them in.
 */
export function optionEffects(common: Guide, wish: ResolveWish, question: string): ReadonlyMap<string, OptionEffect> {
  const {[question]: _given, ...answers} = wish.answers;
  const before = resolve(common, {...wish, answers});
  const options = before.guide.situations.find(({id}) => id === question)?.options ?? [];
  return new Map(options.map(({id}) => [id, effectOf(before, resolve(common, {...wish, answers: {...answers, [question]: id}}))]));
}

function effectOf(before: Resolved, after: Resolved): OptionEffect {
  const open = before.materials.filter(({state, waiver}) => state === 'maybe' && !waiver).map(({spec}) => spec.id);
  const ruledOut = new Set(after.ruledOut.map(({spec}) => spec.id));
  const due = new Set(after.materials.filter(({state}) => state === 'need' || state === 'lackable').map(({spec}) => spec.id));
  return {spared: open.filter((id) => ruledOut.has(id)), added: open.filter((id) => due.has(id))};
}

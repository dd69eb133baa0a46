import type {CaseFile, CaseSummary} from '@tongban/domain/case/case-file.js';
import {isTerminal, type CaseState} from '@tongban/domain/case/case-state.js';

/** Who has to do something next. */
export type Who = 'You' | 'Window' | 'Home' | 'Done';

const yours: readonly CaseState[] = ['draft', 'returned', 'supplement'];
const atWindow: readonly CaseState[] = ['received'];

export function whoActs({state, mode}: Pick<CaseFile, 'state' | 'mode'>): Who {
  if (isTerminal(state)) return 'Done';
  if (yours.includes(state)) return 'You';
  return atWindow.includes(state) && (mode === 'agent' || mode === 'joint') ? 'Window' : 'Home';
}

/** Whether a decision against the applicant is what there is to say. */
export const isDenied = ({decision, state}: Pick<CaseFile, 'decision' | 'state'>): boolean => decision?.outcome === 'deny' && state !== 'withdrawn' && state !== 'voided';

/** What waits for the applicant first, then the latest. */
export function inOrder(rows: readonly CaseSummary[]): CaseSummary[] {
  const rank = (row: CaseSummary) => ({You: 0, Window: 1, Home: 1, Done: 2})[whoActs(row)];
  return [...rows].sort((a, b) => rank(a) - rank(b) || Date.parse(b.updatedAt) - Date.parse(a.updatedAt));
}

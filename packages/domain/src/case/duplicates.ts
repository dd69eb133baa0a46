import type {Case} from './case.js';
import {isTerminal} from './case-state.js';

/** An open case of the same party for the same item, the oldest first: worth a warning, never a bar (domain.md §8.3). */
export function duplicateOf(cases: readonly Pick<Case, 'caseNo' | 'partyId' | 'catalogCode' | 'state' | 'createdAt'>[], of: Pick<Case, 'caseNo' | 'partyId' | 'catalogCode'>): string | undefined {
  const [oldest] = cases
    .filter(({caseNo, partyId, catalogCode, state}) => caseNo !== of.caseNo && partyId === of.partyId && catalogCode === of.catalogCode && !isTerminal(state))
    .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  return oldest?.caseNo;
}

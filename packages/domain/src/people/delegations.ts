import type {Delegation} from './delegation.js';
import {localDateOf} from '../time/civil-date.js';
import type {LocalDate} from '../primitives.js';

export type DelegatedAction = Delegation['actions'][number];

/** What somebody wants to do for another. */
export interface DelegationWish {
  readonly id: string;
  /** Whose business it is. */
  readonly grantorId: string;
  readonly granteeId: string;
  readonly action: DelegatedAction;
  readonly catalogCode: string;
  readonly on: LocalDate;
}

export type DelegationMiss = 'unknown' | 'party' | 'date' | 'consent' | 'item' | 'action' | 'chain' | 'depth';
export type DelegationAnswer = {readonly ok: true; readonly delegation: Delegation} | {readonly ok: false; readonly why: DelegationMiss};

/** 多级授权 passes on twice at most: three links from the grantor to whoever acts. */
export const MAX_DEPTH = 3;

/** Both ends of the validity count. A revoked one ends with the day before its revocation, as seen in China. */
export function isDelegationInForce({validFrom, validTo, revokedAt}: Delegation, on: LocalDate): boolean {
  return validFrom <= on && on <= validTo && (revokedAt === undefined || on < localDateOf(revokedAt));
}

/**
 * Whether a delegation lets its holder do this now (domain.md §11), checked at every act.
 *
 * Every link of the chain has to be in force, cover item and action and have its consents: both sides between persons, the firm's
 * for its agent, the register's for a guardian (recorded as the grantor's). A link passed on needs a parent that may be passed on.
 */
export function delegationFor(delegations: readonly Delegation[], wish: DelegationWish): DelegationAnswer {
  const delegation = delegations.find(({id}) => id === wish.id);
  if (!delegation) return no('unknown');
  if (delegation.granteeId !== wish.granteeId) return no('party');
  let link = delegation;
  for (let depth = 1; ; depth++) {
    const miss = missOf(link, wish);
    if (miss) return no(miss);
    if (link.parentId === undefined) break;
    if (depth === MAX_DEPTH) return no('depth');
    const parent = delegations.find(({id}) => id === link.parentId);
    if (!parent?.subDelegable || parent.granteeId !== link.grantor.id) return no('chain');
    link = parent;
  }
  return link.grantor.id === wish.grantorId ? {ok: true, delegation} : no('party');
}

function missOf(link: Delegation, {on, catalogCode, action}: DelegationWish): DelegationMiss | undefined {
  if (!isDelegationInForce(link, on)) return 'date';
  if (!hasConsents(link)) return 'consent';
  if (!link.items.includes('*') && !link.items.includes(catalogCode)) return 'item';
  return link.actions.includes(action) ? undefined : 'action';
}

function hasConsents({kind, consents}: Delegation): boolean {
  return consents.grantor && (kind !== 'personToPerson' || consents.grantee);
}

const no = (why: DelegationMiss): DelegationAnswer => ({ok: false, why});

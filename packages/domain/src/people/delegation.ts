import * as v from 'valibot';
import {Instant, LocalDate, text} from '../primitives.js';

/**
 * One party lets another act (多级授权, domain.md §11). Person → person needs the consent of both; a guardian's comes from the
 * register, not from the child.
 */
export const Delegation = v.strictObject({
  id: text(80),
  kind: v.picklist(['corpAgent', 'personToPerson', 'guardian']),
  grantor: v.strictObject({id: text(80), userType: v.picklist(['person', 'corp'])}),
  granteeId: text(80),
  /** Catalogue codes, or '*' for all. */
  items: v.array(text(14)),
  actions: v.array(v.picklist(['apply', 'sign', 'query', 'receive'])),
  validFrom: LocalDate,
  validTo: LocalDate,
  subDelegable: v.boolean(),
  /** Delegation this one was passed on from; depth at most 3. */
  parentId: v.optional(text(80)),
  consents: v.strictObject({grantor: v.boolean(), grantee: v.boolean()}),
  revokedAt: v.optional(Instant),
});
export type Delegation = v.InferOutput<typeof Delegation>;

/** A delegation as its holder sees it. */
export const DelegationView = v.strictObject({
  id: text(80),
  kind: Delegation.entries.kind,
  /** Masked for persons; a firm's name is public. */
  grantorName: text(100),
  grantorType: v.picklist(['person', 'corp']),
  items: v.array(text(14)),
  actions: Delegation.entries.actions,
  validTo: LocalDate,
});
export type DelegationView = v.InferOutput<typeof DelegationView>;

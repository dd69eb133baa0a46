import * as v from 'valibot';
import {Power} from '../acts/actor.js';
import {Limit} from '../guide/limit.js';
import {LocalDate, Region6, text} from '../primitives.js';

const sameUnit = (limits: readonly Limit[]) => new Set(limits.map(({unit}) => unit).filter((unit) => unit !== 'instant' && unit !== 'onSpot')).size <= 1;

/**
 * How long each part of a joint case may take (domain.md §8.2). The case's own limits are their sums, so the parts of one item count
 * in one unit.
 */
export const PartLimits = v.pipe(
  v.strictObject({local: v.strictObject({legal: Limit, promised: Limit}), partner: v.strictObject({legal: Limit, promised: Limit})}),
  v.check(({local, partner}) => sameUnit([local.legal, partner.legal]) && sameUnit([local.promised, partner.promised])),
);
export type PartLimits = v.InferOutput<typeof PartLimits>;

/**
 * What lets one region's window act for another region's office (异地委托授权协议, 联办协议; domain.md §9). Every act under it
 * stores its id and `standardVersion`.
 */
export const Agreement = v.strictObject({
  id: text(80),
  kind: v.picklist(['agent', 'joint']),
  /** Whose power it is. */
  home: v.strictObject({region: Region6, dept: text(100)}),
  /** Who may use it: the region and, by prefix, every region below it. */
  window: v.strictObject({region: Region6, office: text(100)}),
  /** 12-digit catalogue codes. */
  items: v.array(text(14)),
  powers: v.array(Power),
  validFrom: LocalDate,
  validTo: v.nullable(LocalDate),
  revokedOn: v.optional(LocalDate),
  standardVersion: text(40),
  /** Which day counts as the receipt day (domain.md §8.1b). */
  receiptDay: v.picklist(['window', 'home']),
  sla: v.strictObject({forwardOnline: Limit, forwardPaper: Limit, signFor: Limit}),
  /** Of a joint agreement: limits by 12-digit catalogue code. An item without them goes by its guide alone. */
  partLimits: v.optional(v.record(text(14), PartLimits)),
  liabilityNote: text(500),
});
export type Agreement = v.InferOutput<typeof Agreement>;

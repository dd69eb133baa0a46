import * as v from 'valibot';
import {Power} from '../acts/actor.js';
import {Limit} from '../guide/limit.js';
import {LocalDate, Region6, text} from '../primitives.js';

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
  liabilityNote: text(500),
});
export type Agreement = v.InferOutput<typeof Agreement>;

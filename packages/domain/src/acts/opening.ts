import * as v from 'valibot';
import {Loa} from './actor.js';
import {Limit} from '../guide/limit.js';
import {Mode} from '../guide/mode.js';
import {LocalDate, Region6, Slug, text} from '../primitives.js';
import {MaterialSlot} from '../slots/slot.js';
import {Answers} from '../guide/when.js';

/** A part of a joint case (多地联办) as it is laid down at filing. */
export const PartPlan = v.strictObject({
  part: Slug,
  name: text(100),
  region: Region6,
  after: v.array(Slug),
  /** Its own limits, where the agreement sets them: they run from its start to its decision. */
  legal: v.optional(Limit),
  promised: v.optional(Limit),
});
export type PartPlan = v.InferOutput<typeof PartPlan>;

/**
 * What the first event of a log carries beside its payload: everything later rules need, copied from the edition and the agreement
 * of the filing day, so that a log replays alone.
 *
 * No log holds personal data. Logs are exchanged between provinces, chained by hashes and kept for ever, while a person may ask
 * for deletion. So a log knows the applicant by `partyId` only; the home gateway keeps name, document number, mobile and the
 * values of form fields in a record of its own (`Confidential`), and files get neutral names. Reasons and notices are written by
 * staff for the applicant's eyes and must name materials and fields, never people.
 */
export const Opening = v.strictObject({
  shortCode: text(12),
  partyId: text(80),
  userType: v.picklist(['person', 'corp']),
  /** Who filed for the party. */
  agent: v.optional(v.strictObject({id: text(80), delegationId: text(80)})),
  /** Level of assurance of whoever filed; 4 for a person who stood at the window. */
  loa: Loa,
  taskCode: text(80),
  taskVersion: v.number(),
  catalogCode: text(14),
  itemName: text(300),
  /** Name of the office that decides. */
  dept: text(100),
  mode: Mode,
  homeRegion: Region6,
  windowRegion: v.optional(Region6),
  agreementId: v.optional(text(80)),
  standardVersion: v.optional(text(40)),
  /** Which day the notice limit runs from (domain.md §8.1b). */
  receiptDay: v.picklist(['window', 'home']),
  sla: v.optional(v.strictObject({forwardOnline: Limit, forwardPaper: Limit, signFor: Limit})),
  legal: Limit,
  promised: Limit,
  filedOn: LocalDate,
  answers: Answers,
  slots: v.array(MaterialSlot),
  parts: v.array(PartPlan),
});
export type Opening = v.InferOutput<typeof Opening>;

/** What a filing says about people and the log may not hold: to be stored apart, by party and by case. */
export interface Confidential {
  /** Field id → value as typed. */
  readonly fields: Readonly<Record<string, string>>;
}

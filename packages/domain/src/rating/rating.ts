import * as v from 'valibot';
import {Instant, Region6, text} from '../primitives.js';

/** 好差评: 5 非常满意 … 1 非常不满意. GB/T 39046 counts the other way round: see `gbSatisfaction`. */
export const Stars = v.picklist([1, 2, 3, 4, 5]);
export type Stars = v.InferOutput<typeof Stars>;

export const RatingChannel = v.picklist(['pc', 'mobile', 'qr', 'pad', 'terminal', 'phone', 'sms']);
export type RatingChannel = v.InferOutput<typeof RatingChannel>;

/** What a person says. No star is preset and nobody has to rate (domain.md §13). */
export const RatingInput = v.strictObject({
  /** Chosen on the device, so that one rating sent twice stays one. */
  ratingId: text(80),
  /** The earlier rating of this act that this one takes the place of: once, and only until it is followed up. */
  amends: v.optional(text(80)),
  /** Either the act of the signed-in person's own case, or a ticket from a dynamic QR code. */
  subject: v.variant('by', [
    v.strictObject({by: v.literal('case'), caseNo: text(50), act: text(80)}),
    v.strictObject({by: v.literal('ticket'), ticket: text(200)}),
  ]),
  stars: Stars,
  /** Codes of rating-tags.json for this level. */
  tags: v.array(text(4)),
  /** At most 150 characters. */
  comment: v.pipe(v.string(), v.maxLength(150)),
  channel: RatingChannel,
  /** When the person pressed the button, on their device. */
  ratedAt: Instant,
});
export type RatingInput = v.InferOutput<typeof RatingInput>;

export const RatingTag = v.strictObject({code: text(4), text: text(50)});
export const RatingLevel = v.strictObject({star: Stars, name: text(20), bad: v.boolean(), tags: v.array(RatingTag)});
export type RatingLevel = v.InferOutput<typeof RatingLevel>;

/** What was said, as far as it can be changed. */
const said = {ratingId: text(80), stars: Stars, tags: v.array(text(4)), comment: text(150), ratedAt: Instant} as const;

/** What can be rated now, and with which words. */
export const RatingInvitation = v.strictObject({
  itemName: text(300),
  office: text(100),
  act: text(80),
  actName: v.picklist(['takeIn', 'handOver', 'online']),
  at: Instant,
  expiresAt: v.optional(Instant),
  tagVersion: text(10),
  levels: v.array(RatingLevel),
  rated: v.boolean(),
  /** The reader's own rating of this act. `mayAmend`: another may still take its place, as `amends`. Never by ticket. */
  given: v.optional(v.strictObject({...said, mayAmend: v.boolean()})),
});
export type RatingInvitation = v.InferOutput<typeof RatingInvitation>;

/** A rating as a supervisor sees it: bound to person, item and officer (domain.md §13, three ways). */
export const RatingRecord = v.strictObject({
  ratingId: text(80),
  caseNo: text(50),
  act: text(80),
  taskCode: text(80),
  taskVersion: v.number(),
  itemName: text(300),
  region: Region6,
  office: text(100),
  officerId: text(80),
  /** Masked; the rater is not told to others without consent. */
  raterName: text(100),
  raterId: text(80),
  channel: RatingChannel,
  stars: Stars,
  tags: v.array(text(4)),
  comment: text(150),
  ratedAt: Instant,
  receivedAt: Instant,
  /** What stood here before the one amendment; kept as it was. */
  before: v.optional(v.strictObject({...said, receivedAt: Instant})),
  /** Since when somebody follows it up, and who. From then on it stays as it is. */
  followedUp: v.optional(v.strictObject({at: Instant, by: text(80)})),
});
export type RatingRecord = v.InferOutput<typeof RatingRecord>;

/** A dynamic QR ticket: one act, one officer, one rating, ten minutes. */
export const RatingTicket = v.strictObject({ticket: text(200), url: text(500), expiresAt: Instant});
export type RatingTicket = v.InferOutput<typeof RatingTicket>;

import * as v from 'valibot';
import {Waiver} from '../guide/material.js';
import {Instant, LocalDate, Slug, text} from '../primitives.js';

/** One uploaded file. `sha256` is lower-case hex of the plain bytes, `size` in bytes. */
export const Piece = v.strictObject({
  uploadId: text(80),
  fileName: text(200),
  mediaType: text(100),
  size: v.pipe(v.number(), v.integer(), v.minValue(1)),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});
export type Piece = v.InferOutput<typeof Piece>;

/**
 * How far a piece can be trusted (国办函〔2016〕108号): A issued by government, B verified against the original by window staff,
 * C uploaded by the user, D self-made with a promise. B and C never become A.
 */
export const TrustClass = v.picklist(['A', 'B', 'C', 'D']);
export type TrustClass = v.InferOutput<typeof TrustClass>;

export const SlotState = v.picklist(['empty', 'provided', 'waived', 'promised', 'lacking']);
export type SlotState = v.InferOutput<typeof SlotState>;

/** How a slot was checked at a window or at home. */
export const SlotCheck = v.strictObject({
  how: v.picklist(['originalSeen', 'copyKept', 'certificateFetched', 'shareAnswered']),
  by: text(80),
  at: Instant,
});
export type SlotCheck = v.InferOutput<typeof SlotCheck>;

/** What one case holds for one material of the guide (domain.md §5). */
export const MaterialSlot = v.strictObject({
  materialId: Slug,
  name: text(200),
  necessity: v.picklist([1, 2, 3]),
  state: SlotState,
  /** Why it is waived (免交), when it is. */
  waivedBy: v.optional(Waiver),
  /** By when a lacking material must follow (容缺后补). */
  dueOn: v.optional(LocalDate),
  pieces: v.array(Piece),
  trust: v.optional(TrustClass),
  check: v.optional(SlotCheck),
  /** Why the last notice did not take it. */
  refusedReason: v.optional(text(500)),
});
export type MaterialSlot = v.InferOutput<typeof MaterialSlot>;

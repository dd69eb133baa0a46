import * as v from 'valibot';
import {PaperRef} from '../papers/paper.js';
import {Mode} from '../guide/mode.js';
import {Instant, Region6, Slug, text} from '../primitives.js';
import {MaterialSlot} from '../slots/slot.js';
import {Answers} from '../guide/when.js';

/** An attachment on its way: kept sealed on the device until the case's receipt is there. */
export const Attachment = v.strictObject({
  attachmentId: text(80),
  materialId: Slug,
  fileName: text(200),
  mediaType: text(100),
  size: v.number(),
  /** Bytes the gateway has confirmed. */
  sent: v.number(),
  state: v.picklist(['waiting', 'sending', 'paused', 'done', 'refused']),
  /** TbError code when refused. */
  problem: v.optional(text(40)),
  /** The gateway's id once every byte is there and the hash agrees. */
  uploadId: v.optional(text(80)),
  sha256: v.optional(text(64)),
});
export type Attachment = v.InferOutput<typeof Attachment>;

/** Where a draft stands. Sent is not accepted, queued is not sent: the screen says which. */
export const DraftStatus = v.picklist(['editing', 'queued', 'sending', 'refused', 'filed']);
export type DraftStatus = v.InferOutput<typeof DraftStatus>;

/** An application being filled in, or an answer to a notice (`caseNo` set). */
export const Draft = v.strictObject({
  draftId: text(80),
  taskCode: text(80),
  taskVersion: v.number(),
  itemName: text(300),
  /** Set when this answers a notice on an existing case. */
  caseNo: v.optional(text(50)),
  /** Revision of the case the answer builds on. */
  revision: v.optional(v.number()),
  forRegion: v.optional(Region6),
  mode: Mode,
  windowRegion: v.optional(Region6),
  delegationId: v.optional(text(80)),
  answers: Answers,
  fields: v.record(Slug, text(2000)),
  /** What the applicant agreed to for this application; absent while not asked. */
  consents: v.optional(v.strictObject({purpose: v.boolean(), sensitive: v.boolean()})),
  /** Slots as chosen: waived, promised, lacking or to be provided by attachments. */
  slots: v.array(v.omit(MaterialSlot, ['check', 'refusedReason'])),
  attachments: v.array(Attachment),
  status: DraftStatus,
  /** TbError code when refused by the gateway. */
  problem: v.optional(text(40)),
  /** The receipt once filed. */
  receipt: v.optional(v.strictObject({caseNo: text(50), shortCode: text(12), at: Instant, papers: v.array(PaperRef)})),
  savedAt: Instant,
});
export type Draft = v.InferOutput<typeof Draft>;

/** What an element may change of a draft. */
export type DraftEdit = Partial<Pick<Draft, 'answers' | 'fields' | 'slots' | 'mode' | 'windowRegion' | 'delegationId' | 'consents'>>;

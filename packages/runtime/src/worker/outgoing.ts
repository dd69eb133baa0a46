import {Command, SubmitCase} from '@tongban/domain/case/command.js';
import type {Attachment, Draft} from '@tongban/domain/case/draft.js';
import {isErrorCode, TbError} from '@tongban/domain/errors.js';
import {Instant, text} from '@tongban/domain/primitives.js';
import {RatingInput} from '@tongban/domain/rating/rating.js';
import type {Piece} from '@tongban/domain/slots/slot.js';
import * as v from 'valibot';

/** What a queued command will say to the gateway. `frozen` once its bytes may no longer change, because they may have gone out. */
export const Outgoing = v.variant('route', [
  v.strictObject({route: v.literal('submit'), frozen: v.boolean(), body: SubmitCase}),
  v.strictObject({route: v.literal('act'), frozen: v.boolean(), caseNo: text(50), revision: v.number(), body: Command}),
  v.strictObject({route: v.literal('rate'), frozen: v.boolean(), body: RatingInput}),
]);
export type Outgoing = v.InferOutput<typeof Outgoing>;

/** What the gateway answers to a rating. */
export const RatingReceipt = v.strictObject({ratingId: text(80), receivedAt: Instant});

/** How a draft answers a case: `amend` after a precheck returned it, `resubmit` after a notice. */
export type Answering = 'amend' | 'resubmit';

/** The command that files a draft, or answers a notice with it; its pieces follow when the scans are up. */
export function outgoingOf(draft: Draft, answering: Answering = 'resubmit'): Outgoing {
  const {taskCode, taskVersion, mode, windowRegion, delegationId, answers, fields, slots, caseNo, revision = 1} = draft;
  if (caseNo !== undefined) {
    const body: Command = answering === 'amend' ? {action: 'amend', payload: {answers, fields, slots}} : {action: 'resubmit', payload: {slots: said(draft), fields}};
    return {route: 'act', frozen: false, caseNo, revision, body};
  }
  const body: SubmitCase = {taskCode, taskVersion, mode, answers, fields, slots, ...(windowRegion !== undefined && {windowRegion}), ...(delegationId !== undefined && {delegationId})};
  return {route: 'submit', frozen: false, body};
}

/** Slots the answer has something to say about. */
const said = ({slots, attachments}: Draft) => slots.filter(({materialId, state}) => state !== 'empty' || attachments.some((attachment) => attachment.materialId === materialId));

/** The command with the uploads of its draft in their slots, ready to go out. @throws TB_UPLOAD_UNKNOWN while one is not up */
export function withPieces(outgoing: Outgoing, attachments: readonly Attachment[]): Outgoing {
  if (outgoing.route === 'submit') return {...outgoing, frozen: true, body: {...outgoing.body, slots: fill(outgoing.body.slots, attachments)}};
  if (outgoing.route !== 'act') return {...outgoing, frozen: true};
  const {body} = outgoing;
  if (body.action === 'amend') return {...outgoing, frozen: true, body: {...body, payload: {...body.payload, slots: fill(body.payload.slots, attachments)}}};
  if (body.action === 'resubmit') return {...outgoing, frozen: true, body: {...body, payload: {...body.payload, slots: fill(body.payload.slots, attachments)}}};
  return {...outgoing, frozen: true};
}

type FiledSlot = Draft['slots'][number];

function fill(slots: readonly FiledSlot[], attachments: readonly Attachment[]): FiledSlot[] {
  return slots.map((slot) => {
    const pieces = attachments.filter(({materialId}) => materialId === slot.materialId).map(pieceOf);
    if (pieces.length === 0) return slot;
    const {waivedBy: _declined, dueOn: _sooner, ...kept} = slot;
    return {...kept, state: 'provided', trust: 'C', pieces: [...slot.pieces, ...pieces]};
  });
}

/** @throws TbError the code the gateway refused the scan with */
function pieceOf({materialId, state, problem, uploadId, fileName, mediaType, size, sha256}: Attachment): Piece {
  if (state === 'refused') throw new TbError(isErrorCode(problem) ? problem : 'TB_UPLOAD_UNKNOWN', {details: {material: materialId}});
  if (uploadId === undefined || sha256 === undefined) throw new TbError('TB_UPLOAD_UNKNOWN');
  return {uploadId, fileName, mediaType, size, sha256};
}

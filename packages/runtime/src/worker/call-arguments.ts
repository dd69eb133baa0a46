import {TakeInCase, Command} from '@tongban/domain/case/command.js';
import {Draft} from '@tongban/domain/case/draft.js';
import {Loa} from '@tongban/domain/acts/actor.js';
import {Region6, Slug, text} from '@tongban/domain/primitives.js';
import {RatingInput} from '@tongban/domain/rating/rating.js';
import {Piece} from '@tongban/domain/slots/slot.js';
import * as v from 'valibot';
import type {LateCall} from '../shared/protocol.js';

const caseNo = text(50);
const id = text(80);
const address = text(4000);
const revision = v.pipe(v.number(), v.integer(), v.minValue(1));
const fileName = text(200);
const bytes = v.blob();

const SignInWish = v.strictObject({
  userType: v.optional(v.picklist(['person', 'corp', 'staff'])),
  minLoa: v.optional(Loa),
  homeRegion: v.optional(Region6),
  ownDevice: v.optional(v.boolean()),
});
const DraftEdit = v.partial(v.pick(Draft, ['answers', 'fields', 'slots', 'mode', 'windowRegion', 'delegationId', 'consents']));

/** What each late call takes; of the first ones near-arguments.ts knows. A page may send anything. */
export const callArguments: Readonly<Record<LateCall, v.GenericSchema>> = {
  'session.current': v.strictTuple([]),
  'session.actUnder': v.strictTuple([v.nullable(id)]),
  'session.begin': v.strictTuple([SignInWish, v.strictObject({mode: v.picklist(['openly', 'quietly', 'inFrame']), from: address})]),
  'session.complete': v.strictTuple([address]),
  'session.returnPath': v.strictTuple([address]),
  'session.leave': v.strictTuple([]),
  'cases.openDraft': v.strictTuple([v.union([v.strictObject({taskCode: id, forRegion: v.optional(Region6)}), v.strictObject({caseNo})])]),
  'cases.draft': v.strictTuple([id]),
  'cases.saveDraft': v.strictTuple([id, DraftEdit]),
  'cases.discardDraft': v.strictTuple([id]),
  'cases.attach': v.strictTuple([id, Slug, bytes, fileName]),
  'cases.detach': v.strictTuple([id, id]),
  'cases.submit': v.strictTuple([id]),
  'cases.mine': v.strictTuple([]),
  'cases.get': v.strictTuple([caseNo]),
  'cases.withdraw': v.union([v.strictTuple([caseNo, revision]), v.strictTuple([caseNo, revision, v.optional(text(500))])]),
  'cases.paper': v.strictTuple([caseNo, id]),
  'certificates.held': v.strictTuple([id]),
  'ratings.invitation': v.strictTuple([v.union([v.strictObject({caseNo, act: v.optional(id)}), v.strictObject({ticket: text(200)})])]),
  'ratings.rate': v.strictTuple([v.omit(RatingInput, ['ratingId', 'ratedAt'])]),
  'payments.begin': v.strictTuple([caseNo, address]),
  'outbox.list': v.strictTuple([]),
  'outbox.sendNow': v.strictTuple([]),
  'outbox.giveUp': v.strictTuple([id]),
  'staff.find': v.strictTuple([caseNo]),
  'staff.inbox': v.strictTuple([]),
  'staff.act': v.strictTuple([caseNo, revision, Command]),
  'staff.takeIn': v.strictTuple([TakeInCase]),
  'staff.scan': v.strictTuple([bytes, fileName, id]),
  'staff.openPiece': v.strictTuple([caseNo, Piece]),
  'staff.agreements': v.strictTuple([]),
  'staff.ratingTicket': v.strictTuple([caseNo, id]),
  'staff.ratings': v.strictTuple([]),
};

import {TbError} from '@tongban/domain/errors.js';
import type {EarlierRating} from '@tongban/domain/rating/rating-rules.js';
import type {RatingRecord} from '@tongban/domain/rating/rating.js';
import type {Db, Tx} from '../database/database.js';

/** The rating an act has. */
export async function ratingOf(from: Db | Tx, caseNo: string, act: string): Promise<RatingRecord | undefined> {
  const row = await from.selectFrom('ratings').select('record').where('case_no', '=', caseNo).where('act', '=', act).executeTakeFirst();
  return row?.record as RatingRecord | undefined;
}

/** The same, and nobody changes it until this transaction ends. */
export async function ratingToChange(tx: Tx, caseNo: string, act: string): Promise<RatingRecord | undefined> {
  const row = await tx.selectFrom('ratings').select('record').where('case_no', '=', caseNo).where('act', '=', act).forUpdate().executeTakeFirst();
  return row?.record as RatingRecord | undefined;
}

/** @throws TB_RATING_REPLAYED when another came first */
export async function addRating(tx: Tx, record: RatingRecord): Promise<void> {
  const {ratingId, caseNo, act, region, receivedAt} = record;
  const kept = await tx
    .insertInto('ratings')
    .values({id: ratingId, case_no: caseNo, act, region, record: JSON.stringify(record), received_at: new Date(receivedAt)})
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!kept) throw new TbError('TB_RATING_REPLAYED');
}

/** Puts a rating in the place of one that `ratingToChange` holds; the first stays in it. @throws TB_RATING_REPLAYED when its id is taken */
export async function amendRating(tx: Tx, first: RatingRecord, record: RatingRecord): Promise<RatingRecord> {
  const {ratingId, stars, tags, comment, ratedAt, receivedAt} = first;
  const amended: RatingRecord = {...record, before: {ratingId, stars, tags, comment, ratedAt, receivedAt}};
  const taken = await tx.selectFrom('ratings').select('id').where('id', '=', record.ratingId).executeTakeFirst();
  if (taken) throw new TbError('TB_RATING_REPLAYED');
  await tx.updateTable('ratings').set({id: record.ratingId, record: JSON.stringify(amended)}).where('id', '=', ratingId).execute();
  return amended;
}

/** Writes down that somebody follows it up; whoever began first stays. @throws TB_NOT_FOUND */
export async function beginFollowUp(tx: Tx, ratingId: string, begun: {at: string; by: string}): Promise<RatingRecord> {
  const row = await tx.selectFrom('ratings').select('record').where('id', '=', ratingId).forUpdate().executeTakeFirst();
  if (!row) throw new TbError('TB_NOT_FOUND');
  const record = row.record as RatingRecord;
  if (record.followedUp) return record;
  const followed: RatingRecord = {...record, followedUp: begun};
  await tx.updateTable('ratings').set({record: JSON.stringify(followed)}).where('id', '=', ratingId).execute();
  return followed;
}

/** What the rules need to know of it. */
export const asEarlier = ({ratingId, before, followedUp}: RatingRecord): EarlierRating => ({ratingId, amended: before !== undefined, followedUp: followedUp !== undefined});

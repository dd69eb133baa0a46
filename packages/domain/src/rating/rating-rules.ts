import type {ServiceAct} from '../case/case.js';
import {addDays, localDateOf} from '../time/civil-date.js';
import {TbError} from '../errors.js';
import type {Instant} from '../primitives.js';
import type {RatingInput, RatingLevel, Stars} from './rating.js';

/** A dynamic QR code (domain.md §13). Ours. */
export const TICKET_MINUTES = 10;
/** An act can be rated so long after it. Ours. */
export const RATING_WINDOW_DAYS = 30;
/** Below this many a rate says more about chance than about a service. Ours. */
export const SMALLEST_SAMPLE = 10;

/** GB/T 39046-2020 counts 1 as best, stars count 5 as best. */
export function gbSatisfaction(stars: Stars): Stars {
  return (6 - stars) as Stars;
}

/** 差评: 不满意 or 非常不满意. */
export const isBad = (stars: Stars): boolean => stars <= 2;

/** Until when a ticket made at this time can be used. */
export function ticketExpiry(issuedAt: Instant): Instant {
  return new Date(Date.parse(issuedAt) + TICKET_MINUTES * 60_000).toISOString();
}

export function isTicketValid({expiresAt}: {expiresAt: Instant}, at: Instant): boolean {
  return Date.parse(at) < Date.parse(expiresAt);
}

/** What is known of an act and of the rating it may already have. */
export interface RatingStand {
  readonly act: Pick<ServiceAct, 'at'> | undefined;
  /** The rating this act has, by another `ratingId` than the one that comes in. */
  readonly earlier?: EarlierRating;
}

export interface EarlierRating {
  readonly ratingId: string;
  readonly amended: boolean;
  readonly followedUp: boolean;
}

/**
 * Whether a rating may be taken now: one for one act, within 30 days by the device's time of rating, amended once at most and only
 * until somebody has begun to follow it up. The same `ratingId` again is no second rating; who stores it answers as before.
 *
 * @param amends the rating it takes the place of
 * @throws TbError TB_RATING_NOT_YET, TB_RATING_TICKET when the time is over, TB_RATING_REPLAYED for a second rating that does not
 *   name the first, TB_RATING_AMENDED, TB_RATING_FOLLOWED_UP, TB_NOT_FOUND when there is nothing to amend
 */
export function requireRateable({act, earlier}: RatingStand, {ratedAt, amends}: Pick<RatingInput, 'ratedAt' | 'amends'>): void {
  if (!act || Date.parse(ratedAt) < Date.parse(act.at)) throw new TbError('TB_RATING_NOT_YET');
  if (localDateOf(ratedAt) > addDays(localDateOf(act.at), RATING_WINDOW_DAYS)) throw new TbError('TB_RATING_TICKET');
  if (amends === undefined && earlier) throw new TbError('TB_RATING_REPLAYED');
  if (amends !== undefined) requireAmendable(earlier, amends);
}

function requireAmendable(earlier: EarlierRating | undefined, amends: string): void {
  if (!earlier) throw new TbError('TB_NOT_FOUND');
  if (earlier.followedUp) throw new TbError('TB_RATING_FOLLOWED_UP');
  if (earlier.amended) throw new TbError('TB_RATING_AMENDED');
  if (earlier.ratingId !== amends) throw new TbError('TB_RATING_REPLAYED');
}

/** Whether an earlier rating may still be amended at this time: what an invitation says of it. */
export function mayAmend({act, earlier}: RatingStand, at: Instant): boolean {
  if (!act || !earlier || earlier.amended || earlier.followedUp) return false;
  return localDateOf(at) <= addDays(localDateOf(act.at), RATING_WINDOW_DAYS);
}

/** Tags belong to the level that was chosen, each at most once. @throws TbError TB_CONTRACT_INVALID */
export function requireTagsOfLevel({stars, tags}: Pick<RatingInput, 'stars' | 'tags'>, levels: readonly RatingLevel[]): void {
  const known = levels.find(({star}) => star === stars)?.tags.map(({code}) => code) ?? [];
  const isRight = tags.every((tag) => known.includes(tag)) && new Set(tags).size === tags.length;
  if (!isRight) throw new TbError('TB_CONTRACT_INVALID', {details: {at: 'tags'}});
}

/** A rate with the number it rests on; hidden, but counted, while that is small. */
export interface FavourableRate {
  readonly n: number;
  /** (total − bad) / total. */
  readonly rate?: number;
}

export function favourableRate(ratings: readonly {readonly stars: Stars}[]): FavourableRate {
  const n = ratings.length;
  if (n < SMALLEST_SAMPLE) return {n};
  return {n, rate: (n - ratings.filter(({stars}) => isBad(stars)).length) / n};
}

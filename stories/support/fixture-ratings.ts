import {TbError} from '@tongban/domain/errors.js';
import type {RatingsPort} from '@tongban/domain/portal.js';
import type {PortUse} from './fixture-portal.js';
import {NOW} from './fixtures/times.js';

/** One act, one rating, which may be changed once. */
export function fixtureRatings({world, answer, announce}: PortUse): RatingsPort {
  return {
    invitation: () =>
      answer.shown(
        () => world.invitation,
        () => {
          throw new TbError('TB_RATING_NOT_YET');
        },
      ),
    rate: async ({amends, stars, tags, comment, subject}) => {
      const {rated, given} = world.invitation;
      if (rated && amends === undefined) throw new TbError('TB_RATING_REPLAYED');
      if (amends !== undefined && !given?.mayAmend) throw new TbError('TB_RATING_AMENDED');
      const ratingId = amends === undefined ? 'rating-1' : 'rating-2';
      const kept = {ratingId, stars, tags, comment, ratedAt: NOW, mayAmend: amends === undefined};
      world.invitation = {...world.invitation, rated: true, ...(subject.by === 'case' && {given: kept})};
      announce({about: 'rating', ratingId});
      return {ratingId, state: 'sent'};
    },
  };
}

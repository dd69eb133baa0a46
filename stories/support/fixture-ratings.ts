import {TbError} from '@tongban/domain/errors.js';
import type {RatingsPort} from '@tongban/domain/portal.js';
import type {PortUse} from './fixture-portal.js';

/** One act, one rating. */
export function fixtureRatings({world, answer, announce}: PortUse): RatingsPort {
  return {
    invitation: () =>
      answer.shown(
        () => world.invitation,
        () => {
          throw new TbError('TB_RATING_NOT_YET');
        },
      ),
    rate: async () => {
      if (world.invitation.rated) throw new TbError('TB_RATING_REPLAYED');
      world.invitation = {...world.invitation, rated: true};
      announce({about: 'rating', ratingId: 'rating-1'});
      return {ratingId: 'rating-1', state: 'sent'};
    },
  };
}

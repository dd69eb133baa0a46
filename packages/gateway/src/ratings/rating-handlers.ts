import {TbError} from '@tongban/domain/errors.js';
import {homeOfNumber} from '../cases/find-home.js';
import type {Handlers} from '../http/call.js';
import type {Peers} from '../peers/peers.js';
import type {Ratings} from './ratings.js';
import {provinceOfTicket} from './tickets.js';

type RatingRoutes = 'ratingTicket' | 'ratingInvitation' | 'rate' | 'staffRatings' | 'followUpRating';

/** Ratings are kept where the case is at home; from elsewhere they are passed on. */
export function ratingHandlers(ratings: Ratings, peers: Peers): Pick<Handlers, RatingRoutes> {
  const homeOf = (of: {by: 'ticket'; ticket: string} | {by: 'case'; caseNo: string}) =>
    of.by === 'ticket' ? provinceOfTicket(of.ticket) : (homeOfNumber(of.caseNo) ?? peers.own);

  const isElsewhere = (home: string, isRelayed: boolean): boolean => {
    if (home === peers.own) return false;
    if (isRelayed) throw new TbError('TB_NOT_FOUND');
    return true;
  };

  return {
    async ratingTicket({params, body, caller, isRelayed}) {
      const home = homeOfNumber(params.caseNo) ?? peers.own;
      if (isElsewhere(home, isRelayed)) return peers.call(home, 'ratingTicket', {params, body}, caller);
      return ratings.ticket(params.caseNo, body.act, caller);
    },
    async ratingInvitation({body, caller, isRelayed}) {
      const home = homeOf(body);
      if (isElsewhere(home, isRelayed)) return peers.call(home, 'ratingInvitation', {body}, caller);
      return ratings.invitation(body, caller);
    },
    async rate({body, caller, command, isRelayed}) {
      const home = homeOf(body.subject);
      if (isElsewhere(home, isRelayed)) return peers.call(home, 'rate', {body, key: command.key}, caller);
      return ratings.rate(body, caller, command);
    },
    followUpRating: async ({params: {ratingId}, caller}) => ratings.followUp(ratingId, caller),
    staffRatings: async ({caller}) => ({ratings: await ratings.list(caller)}),
  };
}

import {TbError} from '@tongban/domain/errors.js';
import type {RatingsPort} from '@tongban/domain/portal.js';
import {RatingInvitation, type RatingInput} from '@tongban/domain/rating/rating.js';
import {newId} from '@tongban/vault/shared/new-id.js';
import {giveUp, queueCommand} from '@tongban/vault/worker/outbox.js';
import type {Outgoing} from './outgoing.js';
import type {Shared} from './services.js';

/** Ratings of the signed-in person's own cases, and by ticket of anybody who holds one. */
export function ratingsPort({people, plain, signed, show, database, sender, now}: Shared): RatingsPort {
  return {
    invitation(of) {
      if ('caseNo' in of) return show(`invitation/${of.caseNo}/${of.act ?? ''}`, RatingInvitation, () => signed.call('ratingInvitation', {body: {by: 'case', ...of}}));
      // A ticket is for minutes and for anyone: no copy of it is kept.
      return plain.call('ratingInvitation', {body: {by: 'ticket', ticket: of.ticket}}).then((value) => ({value, asOf: new Date(now()).toISOString(), stale: false}));
    },

    async rate(input) {
      const at = now();
      const body: RatingInput = {...input, ratingId: newId(at), ratedAt: new Date(at).toISOString()};
      const safe = input.subject.by === 'case' ? await people.requireSafe() : undefined;
      const content: Outgoing = {route: 'rate', frozen: true, body};
      const db = await database();
      const commandId = await queueCommand(db, safe, {kind: 'rating', lane: `rating/${body.ratingId}`, content}, at);
      const fate = await sender.attempt(commandId, safe);
      if (fate.kind === 'refused') {
        await giveUp(db, commandId);
        throw new TbError(fate.code);
      }
      if (fate.kind === 'waiting') sender.wake();
      return {ratingId: body.ratingId, state: fate.kind === 'sent' ? 'sent' : 'queued'};
    },
  };
}

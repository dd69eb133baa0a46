import {TbError} from '@tongban/domain/errors.js';
import type {Region6} from '@tongban/domain/primitives.js';
import {isTicketValid, ticketExpiry} from '@tongban/domain/rating/rating-rules.js';
import type {RatingTicket} from '@tongban/domain/rating/rating.js';
import {randomBytes} from 'node:crypto';
import {sha256} from '../canonical-hash.js';
import type {Db, Tx} from '../database/database.js';

export interface TicketUse {
  readonly caseNo: string;
  readonly act: string;
  readonly expiresAt: string;
  readonly isUsed: boolean;
}

/**
 * Dynamic QR tickets: one act, one rating, ten minutes. Only a hash is kept, so a copy of the database rates nothing. The number in
 * front says which province's gateway knows it.
 */
export interface Tickets {
  issue(caseNo: string, act: string, now: Date): Promise<RatingTicket>;
  /** @throws TB_RATING_TICKET when it is unknown or too old */
  look(db: Db | Tx, ticket: string, now: Date): Promise<TicketUse>;
  /** @throws TB_RATING_REPLAYED */
  use(tx: Tx, ticket: string, now: Date): Promise<void>;
}

export function tickets(db: Db, own: Region6, pageUrl: (ticket: string) => string): Tickets {
  return {
    async issue(caseNo, act, now) {
      const ticket = `${own}.${randomBytes(24).toString('base64url')}`;
      const expiresAt = ticketExpiry(now.toISOString());
      await db.insertInto('rating_tickets').values({hash: sha256(ticket), case_no: caseNo, act, expires_at: new Date(expiresAt), used_at: null}).execute();
      return {ticket, url: pageUrl(ticket), expiresAt};
    },

    async look(from, ticket, now) {
      const row = await from.selectFrom('rating_tickets').selectAll().where('hash', '=', sha256(ticket)).executeTakeFirst();
      const expiresAt = row?.expires_at.toISOString() ?? '';
      if (!row || !isTicketValid({expiresAt}, now.toISOString())) throw new TbError('TB_RATING_TICKET');
      return {caseNo: row.case_no, act: row.act, expiresAt, isUsed: row.used_at !== null};
    },

    async use(tx, ticket, now) {
      const used = await tx.updateTable('rating_tickets').set({used_at: now}).where('hash', '=', sha256(ticket)).where('used_at', 'is', null).executeTakeFirst();
      if (used.numUpdatedRows === 0n) throw new TbError('TB_RATING_REPLAYED');
    },
  };
}

/** The province a ticket was made in. @throws TB_RATING_TICKET */
export function provinceOfTicket(ticket: string): Region6 {
  const province = /^(\d{6})\.[\w-]{32}$/.exec(ticket)?.[1];
  if (province === undefined) throw new TbError('TB_RATING_TICKET');
  return province;
}

import {sql} from 'kysely';
import {lockInTransaction, type Db, type Tx} from '../database/database.js';
import {notify} from '../database/notices.js';
import type {Audience} from './audience.js';

/** What changed, and nothing of what it changed to: whoever may know asks again. `session`: somebody signed out. */
export type Hint = CaseHint | {readonly about: 'session'};

export interface CaseHint {
  readonly about: 'case';
  readonly caseNo: string;
  readonly revision: number;
}

export interface PublishedHint {
  readonly position: number;
  readonly audience: Audience;
  readonly hint: Hint;
}

export interface Outbox {
  /** Adds a hint to the transaction that made it true. */
  add(tx: Tx, hint: Hint, audience: Audience, at: Date): Promise<void>;
  /** Position of the newest published hint. */
  last(): Promise<number>;
  /** Position before the oldest hint still kept: who is behind it has missed something. */
  floor(): Promise<number>;
  /** Up to `limit` hints after a position, in order; publishes what has been committed since. */
  after(position: number, limit: number): Promise<PublishedHint[]>;
  /** Forgets hints older than that, but never the newest. */
  prune(before: Date): Promise<void>;
  /** Channel of the notice that there is something new. */
  readonly channel: string;
}

/**
 * Hints in the order of their publication. A transaction that began earlier may end later, so numbers given inside of them could
 * appear out of order, and a reader who counts up would miss some. Positions are given afterwards, by one reader at a time, to
 * what has been committed.
 */
export function outbox(db: Db, region: string): Outbox {
  const channel = `tb_events_${region}`;

  async function last(of: Db | Tx = db): Promise<number> {
    const row = await of.selectFrom('events_outbox').select(({fn}) => fn.max('position').as('last')).executeTakeFirst();
    return row?.last ?? 0;
  }

  async function publish(): Promise<void> {
    const waiting = await db.selectFrom('events_outbox').select('id').where('position', 'is', null).limit(1).executeTakeFirst();
    if (!waiting) return;
    await db.transaction().execute(async (tx) => {
      await lockInTransaction(tx, channel);
      const base = await last(tx);
      await tx
        .updateTable('events_outbox as hint')
        .from((from) =>
          from
            .selectFrom('events_outbox')
            .select(['id', sql<number>`row_number() over (order by id)`.as('place')])
            .where('position', 'is', null)
            .as('fresh'),
        )
        .set({position: sql<number>`${base}::bigint + fresh.place`})
        .whereRef('hint.id', '=', 'fresh.id')
        .execute();
    });
  }

  return {
    channel,
    async add(tx, hint, audience, at) {
      await tx
        .insertInto('events_outbox')
        .values({about: hint.about, audience: JSON.stringify(audience), payload: JSON.stringify(hint), at})
        .execute();
      await notify(tx, channel);
    },
    last: () => last(),
    async floor() {
      const row = await db.selectFrom('events_outbox').select(({fn}) => fn.min('position').as('first')).executeTakeFirst();
      return (row?.first ?? 1) - 1;
    },
    async after(position, limit) {
      await publish();
      const rows = await db
        .selectFrom('events_outbox')
        .select(['position', 'audience', 'payload'])
        .where('position', '>', position)
        .orderBy('position')
        .limit(limit)
        .execute();
      return rows.map((row) => ({position: row.position!, audience: row.audience, hint: row.payload as Hint}));
    },
    async prune(before) {
      const newest = await last();
      await db.deleteFrom('events_outbox').where('at', '<', before).where('position', '<', newest).execute();
    },
  };
}

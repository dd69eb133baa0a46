import {sql, type Kysely} from 'kysely';
import {start} from './migrations/0001-start.js';
import {accounts} from './migrations/0002-accounts.js';
import {resultOpenings} from './migrations/0003-result-openings.js';
import {payments} from './migrations/0004-payments.js';
import {keysAndNotices} from './migrations/0005-keys-and-notices.js';

/** Append only: these ran on real databases. A migration's number is its place in this list, from 1. */
const migrations: readonly string[] = [start, accounts, resultOpenings, payments, keysAndNotices];

/**
 * Brings one tenant's schema up to date, in one transaction. Several processes may start at once: they take turns.
 *
 * @returns how many migrations ran
 */
export async function migrate(db: Kysely<unknown>, schema: string): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext(${`tongban-migrate-${schema}`}))`.execute(tx);
    await sql`create schema if not exists ${sql.id(schema)}`.execute(tx);
    await sql`set local search_path to ${sql.id(schema)}`.execute(tx);
    await sql`create table if not exists migrations (number integer primary key, ran_at timestamptz not null)`.execute(tx);
    const {rows} = await sql<{last: number | null}>`select max(number) as last from migrations`.execute(tx);
    const done = rows[0]?.last ?? 0;
    for (const [index, text] of migrations.entries()) {
      if (index < done) continue;
      for (const statement of statementsOf(text)) await sql.raw(statement).execute(tx);
      await sql`insert into migrations (number, ran_at) values (${index + 1}, now())`.execute(tx);
    }
    return migrations.length - done;
  });
}

const statementsOf = (text: string): string[] => text.split(/;\s*$/m).filter((statement) => statement.trim() !== '');

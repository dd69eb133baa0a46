import {PGlite, types as pgliteTypes} from '@electric-sql/pglite';
import type {Region6} from '@tongban/domain/primitives.js';
import {Kysely, PostgresDialect, sql, type Transaction} from 'kysely';
import pg from 'pg';
import {lockFolder} from './folder-lock.js';
import {migrate} from './migrations.js';
import {pgliteDialect} from './pglite-dialect.js';
import {pgliteNotices, postgresNotices, type Notices} from './notices.js';
import type {Tables} from './tables.js';

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

/** A province's code, or `hub`. */
export type Tenant = Region6;

/** What holds every tenant's data: a folder or memory (PGlite, one process), or a PostgreSQL server that many processes share. */
export interface Database {
  /** The tables of a province or of the hub, migrated. Each is a schema of its own: no query can cross. */
  tenant(tenant: Tenant): Promise<Db>;
  /** Hints between processes and tenants; lost ones cost time, never truth. */
  readonly notices: Notices;
  close(): Promise<void>;
}

export interface DatabaseConfig {
  /** `postgres://…`; wins over `dataDir`. */
  url?: string;
  /** Folder of a PGlite database; without it, and without `url`, everything is in memory. */
  dataDir?: string;
  /** Connections to PostgreSQL of this process, default 10. */
  connections?: number;
}

/** @throws TbError TB_CONFIG when another process holds the folder */
export async function openDatabase({url, dataDir, connections = 10}: DatabaseConfig = {}): Promise<Database> {
  if (url !== undefined) return openPostgres(url, connections);
  return openPglite(dataDir);
}

function openPostgres(url: string, max: number): Promise<Database> {
  const pool = new pg.Pool({connectionString: url, max, types: {getTypeParser: parserOf}});
  pool.on('error', () => undefined); // An idle connection died: the pool opens another, and whoever asks next hears of trouble.
  const notices = postgresNotices(url);
  return Promise.resolve(database(new Kysely({dialect: new PostgresDialect({pool})}), notices, () => undefined));
}

async function openPglite(dataDir: string | undefined): Promise<Database> {
  const unlock = dataDir === undefined ? () => undefined : await lockFolder(dataDir);
  const client = await PGlite.create({dataDir, parsers: {[pgliteTypes.INT8]: Number}});
  return database(new Kysely({dialect: pgliteDialect(client)}), pgliteNotices(client), unlock);
}

function database(root: Kysely<unknown>, notices: Notices, onClosed: () => void): Database {
  const tenants = new Map<string, Promise<Db>>();
  return {
    notices,
    tenant(region) {
      const schema = `t_${region}`;
      const known = tenants.get(schema);
      if (known) return known;
      const opening = migrate(root, schema).then(() => root.withSchema(schema) as unknown as Db);
      tenants.set(schema, opening);
      opening.catch(() => tenants.delete(schema));
      return opening;
    },
    async close() {
      await notices.close();
      await root.destroy();
      onClosed();
    },
  };
}

/** bigint counts here are far below 2^53. */
function parserOf(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  return oid === Number(pg.types.builtins.INT8) ? Number : (pg.types.getTypeParser(oid, format) as (text: string) => unknown);
}

/** Holds until the transaction ends; `name` is one thing of one tenant. */
export async function lockInTransaction(tx: Tx, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(current_database() || ${name}, 0))`.execute(tx);
}

import type {Db} from '@tongban/gateway/database/database.js';
import {sql} from 'kysely';

const settings = ['server_version', 'fsync', 'synchronous_commit', 'full_page_writes'] as const;

/** What the database itself says about when a commit is on the disk. */
export async function readDurability(db: Db): Promise<string> {
  const said: string[] = [];
  for (const name of settings) {
    const {rows} = await sql<Record<string, string>>`show ${sql.raw(name)}`.execute(db);
    said.push(`${name}=${rows[0]?.[name] ?? '?'}`);
  }
  return said.join(' ');
}

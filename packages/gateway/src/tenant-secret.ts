import {randomBytes} from 'node:crypto';
import type {Db} from './database/database.js';

/** A secret of this tenant, made at its first start and the same for all its processes. */
export async function tenantSecret(db: Db, name: string): Promise<Buffer> {
  const known = await db.selectFrom('secrets').select('value').where('name', '=', name).executeTakeFirst();
  if (known) return Buffer.from((known.value as {secret: string}).secret, 'base64url');
  const value = JSON.stringify({secret: randomBytes(32).toString('base64url')});
  // Another process may have been first: its secret stands.
  await db.insertInto('secrets').values({name, value, created_at: new Date(Date.now())}).onConflict((taken) => taken.column('name').doNothing()).execute();
  return tenantSecret(db, name);
}

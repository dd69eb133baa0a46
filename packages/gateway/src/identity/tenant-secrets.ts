import {randomBytes} from 'node:crypto';
import type {Db} from '../database/database.js';
import {keySetAt, tendRing, type RingKey} from '../keys/key-ring.js';

/** What a tenant signs in people with. Made once, kept in its database, the same for all its processes. */
export interface TenantSecrets {
  /** Private ES256 key that signs tokens, client assertions and DPoP proofs of this gateway now. */
  readonly signingKey: RingKey;
  /** The same first, then those that will sign and those whose tokens may still be about: public at `<issuer>/jwks`. */
  readonly signingKeys: readonly RingKey[];
  readonly cookieKeys: string[];
  readonly nonceSecret: Buffer;
}

const NAME = 'identity';

/** Several processes may start together: the first row stands, the others read it. */
export async function tenantSecrets(db: Db): Promise<TenantSecrets> {
  const {signingKey: first, cookieKey, nonceSecret} = await stored(db);
  const {current, next, retired} = keySetAt(await tendRing(db, NAME, first));
  const signingKeys = [current, ...next, ...retired].filter(({d}) => d !== undefined);
  return {signingKey: current, signingKeys, cookieKeys: [cookieKey], nonceSecret: Buffer.from(nonceSecret, 'base64')};
}

interface Stored {
  /** The one key of a tenant that began before keys followed one another. */
  signingKey?: RingKey;
  cookieKey: string;
  nonceSecret: string;
}

async function stored(db: Db): Promise<Stored> {
  const row = await db.selectFrom('secrets').select('value').where('name', '=', NAME).executeTakeFirst();
  if (row) return row.value as Stored;
  const made: Stored = {cookieKey: randomBytes(32).toString('base64url'), nonceSecret: randomBytes(32).toString('base64')};
  await db
    .insertInto('secrets')
    .values({name: NAME, value: JSON.stringify(made), created_at: new Date(Date.now())})
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  return stored(db);
}

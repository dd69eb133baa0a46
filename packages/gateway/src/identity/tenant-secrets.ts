import {randomBytes} from 'node:crypto';
import {exportJWK, calculateJwkThumbprint, generateKeyPair, type JWK} from 'jose';
import type {Db} from '../database/database.js';

/** The keys a tenant signs in people with. Made once, kept in its database, the same for all its processes. */
export interface TenantSecrets {
  /** Private ES256 key: signs tokens, client assertions and DPoP proofs of this gateway. Its public half is at `<issuer>/jwks`. */
  readonly signingKey: JWK & {kid: string};
  readonly cookieKeys: string[];
  readonly nonceSecret: Buffer;
}

const NAME = 'identity';

/** Several processes may start together: the first row stands, the others read it. */
export async function tenantSecrets(db: Db): Promise<TenantSecrets> {
  const known = await read(db);
  if (known) return known;
  await db
    .insertInto('secrets')
    .values({name: NAME, value: JSON.stringify(await made()), created_at: new Date(Date.now())})
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  return (await read(db))!;
}

interface Stored {
  signingKey: JWK & {kid: string};
  cookieKey: string;
  nonceSecret: string;
}

async function read(db: Db): Promise<TenantSecrets | undefined> {
  const row = await db.selectFrom('secrets').select('value').where('name', '=', NAME).executeTakeFirst();
  if (!row) return undefined;
  const {signingKey, cookieKey, nonceSecret} = row.value as Stored;
  return {signingKey, cookieKeys: [cookieKey], nonceSecret: Buffer.from(nonceSecret, 'base64')};
}

async function made(): Promise<Stored> {
  const {privateKey} = await generateKeyPair('ES256', {extractable: true});
  const jwk = await exportJWK(privateKey);
  return {
    signingKey: {...jwk, alg: 'ES256', use: 'sig', kid: await calculateJwkThumbprint(jwk)},
    cookieKey: randomBytes(32).toString('base64url'),
    nonceSecret: randomBytes(32).toString('base64'),
  };
}

import {calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK} from 'jose';
import type {Db} from '../database/database.js';

/** An ES256 key by its thumbprint. Without `d` once it signs no more. */
export type RingKey = JWK & {readonly kid: string};

/** Which keys a tenant has for one purpose. */
export interface KeySet {
  /** Signs now. */
  readonly current: RingKey;
  /** Published, and not used yet. */
  readonly next: readonly RingKey[];
  /** Signed once, newest first; what they signed still verifies. */
  readonly retired: readonly RingKey[];
}

const DAY_MS = 86_400_000;
/** How long a key signs. */
export const USED_DAYS = 90;
/** How long before that everybody can see it: longer than anybody keeps a list of keys. */
export const ANNOUNCED_DAYS = 7;
/** So long after its last use the private half stays, for processes that have not looked yet and tokens under way. */
const SPARE_DAYS = 1;

interface Row {
  generation: number;
  key: RingKey;
  signsFrom: number;
}

/** All keys of a ring, oldest first, as they lie in the database. */
export type Ring = readonly Row[];

/**
 * Reads a ring, after making what is missing: a first key, or the next one in time before the present one ends. Several processes
 * may do so at once; a generation has one key.
 *
 * @param legacy the one key this tenant had before there were rings
 */
export async function tendRing(db: Db, name: string, legacy: JWK | undefined, now = Date.now()): Promise<Ring> {
  const ring = await readRing(db, name);
  const last = ring[ring.length - 1];
  if (!last) {
    await addKey(db, name, {generation: 1, key: legacy?.kid === undefined ? await newKey() : (legacy as RingKey), signsFrom: now});
    return tendRing(db, name, legacy, now);
  }
  const endsAt = last.signsFrom + USED_DAYS * DAY_MS;
  if (now >= endsAt - ANNOUNCED_DAYS * DAY_MS) {
    await addKey(db, name, {generation: last.generation + 1, key: await newKey(), signsFrom: Math.max(endsAt, now + ANNOUNCED_DAYS * DAY_MS)});
    return tendRing(db, name, legacy, now);
  }
  for (const [index, {generation, key}] of ring.entries()) {
    const successor = ring[index + 1];
    if (successor && key.d !== undefined && now > successor.signsFrom + SPARE_DAYS * DAY_MS) await forgetPrivateHalf(db, name, generation, key);
  }
  return ring;
}

/** Who signs at this time, who will, and who did. */
export function keySetAt(ring: Ring, now = Date.now()): KeySet {
  const begun = ring.filter(({signsFrom}) => signsFrom <= now);
  const current = begun[begun.length - 1] ?? ring[0]!;
  return {
    current: current.key,
    next: ring.filter(({generation}) => generation > current.generation).map(({key}) => key),
    retired: ring.filter(({generation}) => generation < current.generation).map(({key}) => key).reverse(),
  };
}

/** The public half, as an element of a JWK Set. */
export function publicHalf({kty, crv, x, y, kid}: RingKey): JWK {
  return {kty, crv, x, y, kid, alg: 'ES256', use: 'sig'};
}

async function readRing(db: Db, name: string): Promise<Row[]> {
  const rows = await db.selectFrom('signing_keys').select(['generation', 'jwk', 'signs_from']).where('ring', '=', name).orderBy('generation').execute();
  return rows.map(({generation, jwk, signs_from: from}) => ({generation, key: jwk as RingKey, signsFrom: from.getTime()}));
}

/** Another process may have been first: its key stands. */
async function addKey(db: Db, ring: string, {generation, key, signsFrom}: Row): Promise<void> {
  await db
    .insertInto('signing_keys')
    .values({ring, generation, jwk: JSON.stringify(key), signs_from: new Date(signsFrom)})
    .onConflict((taken) => taken.columns(['ring', 'generation']).doNothing())
    .execute();
}

async function forgetPrivateHalf(db: Db, ring: string, generation: number, key: RingKey): Promise<void> {
  await db.updateTable('signing_keys').set({jwk: JSON.stringify(publicHalf(key))}).where('ring', '=', ring).where('generation', '=', generation).execute();
}

async function newKey(): Promise<RingKey> {
  const {privateKey} = await generateKeyPair('ES256', {extractable: true});
  const jwk = await exportJWK(privateKey);
  return {...jwk, alg: 'ES256', use: 'sig', kid: await calculateJwkThumbprint(jwk)};
}

import {canonicalJson} from '@tongban/domain/canonical-json.js';
import type {Case} from '@tongban/domain/case/case.js';
import type {Receipt} from '@tongban/domain/case/case-file.js';
import {CompactSign, importJWK, type JWK} from 'jose';
import type {Db} from '../database/database.js';
import type {CommandKey} from '../http/call.js';
import {keySetAt, publicHalf, tendRing, type RingKey} from '../keys/key-ring.js';

export interface Receipts {
  /** Public halves of the keys that sign, will sign and have signed, as elements of a JWK Set. */
  publicKeys(): JWK[];
  /** What a taken command is answered: the case as it now stands, signed over command, body and time. */
  receipt(command: CommandKey, file: Case, at: string): Promise<Receipt>;
  /** The same key over anything else this gateway says to servers that know it by `/v1/keys`. */
  sign(typ: string, claims: object): Promise<string>;
  /** Looks for newer keys. Due more often than a key is announced ahead of its use. */
  refresh(): Promise<void>;
}

const RING = 'receipts';

/**
 * Signs receipts with the gateway's own ES256 keys, the same for all its processes. A key signs for 90 days; what it signed
 * verifies for ever, for its public half stays published.
 */
export async function receipts(db: Db): Promise<Receipts> {
  const read = async () => tendRing(db, RING, await firstKey(db));
  let ring = await read();

  /** Asks no database: a receipt is signed within the transaction it is about. */
  const sign: Receipts['sign'] = async (typ, claims) => {
    const {current} = keySetAt(ring);
    const key = await importJWK(current, 'ES256');
    return new CompactSign(new TextEncoder().encode(canonicalJson(claims))).setProtectedHeader({alg: 'ES256', kid: current.kid, typ}).sign(key);
  };

  return {
    sign,
    publicKeys() {
      const {current, next, retired} = keySetAt(ring);
      return [current, ...next, ...retired].map(publicHalf);
    },
    async refresh() {
      ring = await read();
    },
    async receipt({key: commandId, bodySha256}, {caseNo, shortCode, revision, state, papers}, at) {
      const jws = await sign('tongban-receipt', {commandId, bodySha256, caseNo, revision, at});
      return {commandId, caseNo, shortCode, revision, state, at, papers: [...papers], jws};
    },
  };
}

/** Gateways began with one key, among their secrets. */
async function firstKey(db: Db): Promise<RingKey | undefined> {
  const known = await db.selectFrom('secrets').select('value').where('name', '=', RING).executeTakeFirst();
  return known?.value as RingKey | undefined;
}

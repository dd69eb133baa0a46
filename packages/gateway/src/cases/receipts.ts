import {canonicalJson} from '@tongban/domain/canonical-json.js';
import type {Case} from '@tongban/domain/case/case.js';
import type {Receipt} from '@tongban/domain/case/case-file.js';
import {calculateJwkThumbprint, CompactSign, exportJWK, generateKeyPair, importJWK, type JWK} from 'jose';
import type {Db} from '../database/database.js';
import type {CommandKey} from '../http/call.js';

export interface Receipts {
  /** Public half of the key, as an element of a JWK Set. */
  readonly publicKey: JWK;
  /** What a taken command is answered: the case as it now stands, signed over command, body and time. */
  receipt(command: CommandKey, file: Case, at: string): Promise<Receipt>;
  /** The same key over anything else this gateway says to servers that know it by `/v1/keys`. */
  sign(typ: string, claims: object): Promise<string>;
}

/** Signs receipts with the gateway's own ES256 key, made at its first start and the same for all its processes. */
export async function receipts(db: Db): Promise<Receipts> {
  const jwk = await signingKey(db);
  const key = await importJWK(jwk, 'ES256');
  const {d: _d, ...publicKey} = jwk;

  const sign: Receipts['sign'] = (typ, claims) =>
    new CompactSign(new TextEncoder().encode(canonicalJson(claims))).setProtectedHeader({alg: 'ES256', kid: jwk.kid!, typ}).sign(key);

  return {
    sign,
    publicKey: {...publicKey, alg: 'ES256', use: 'sig'},
    async receipt({key: commandId, bodySha256}, {caseNo, shortCode, revision, state, papers}, at) {
      const jws = await sign('tongban-receipt', {commandId, bodySha256, caseNo, revision, at});
      return {commandId, caseNo, shortCode, revision, state, at, papers: [...papers], jws};
    },
  };
}

async function signingKey(db: Db): Promise<JWK> {
  const known = await db.selectFrom('secrets').select('value').where('name', '=', 'receipts').executeTakeFirst();
  if (known) return known.value;
  const {privateKey} = await generateKeyPair('ES256', {extractable: true});
  const jwk = await exportJWK(privateKey);
  const value = JSON.stringify({...jwk, kid: await calculateJwkThumbprint(jwk)});
  // Another process may have been first: its key stands.
  await db.insertInto('secrets').values({name: 'receipts', value, created_at: new Date(Date.now())}).onConflict((taken) => taken.column('name').doNothing()).execute();
  return signingKey(db);
}

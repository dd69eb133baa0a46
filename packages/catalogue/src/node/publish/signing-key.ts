import {createHash, createPrivateKey, generateKeyPairSync, type KeyObject} from 'node:crypto';
import {TbError} from '@tongban/domain/errors.js';
import {PublicationKey} from '@tongban/domain/guide/publication.js';
import {parse} from '@tongban/domain/parse.js';
import * as v from 'valibot';

/** A key of a publisher: signs item lists. The private half never leaves the file it was made in. */
export interface SigningKey {
  readonly privateKey: KeyObject;
  readonly publicKey: PublicationKey;
}

/** A signing key as it lies in its file: a JSON Web Key with its private member `d`. */
export const StoredKey = v.strictObject({...PublicationKey.entries, d: v.pipe(v.string(), v.regex(/^[\w-]{43}$/))});
export type StoredKey = v.InferOutput<typeof StoredKey>;

export function makeStoredKey(): StoredKey {
  const {kty, crv, x, y, d} = generateKeyPairSync('ec', {namedCurve: 'P-256'}).privateKey.export({format: 'jwk'});
  return parse(StoredKey, {kty, crv, x, y, kid: thumbprint({x, y}), alg: 'ES256', use: 'sig', d});
}

/** @throws TbError TB_CONFIG when it is no such key, or its `kid` is another key's */
export function signingKey(stored: unknown): SigningKey {
  const {d, ...publicKey} = parse(StoredKey, stored, 'TB_CONFIG');
  if (publicKey.kid !== thumbprint(publicKey)) throw new TbError('TB_CONFIG', {details: {at: 'kid'}});
  return {privateKey: createPrivateKey({key: {...publicKey, d}, format: 'jwk'}), publicKey};
}

/** RFC 7638: SHA-256 over the required members in the order of their names. */
function thumbprint({x, y}: {x?: string | undefined; y?: string | undefined}): string {
  return createHash('sha256')
    .update(JSON.stringify({crv: 'P-256', kty: 'EC', x, y}))
    .digest('base64url');
}

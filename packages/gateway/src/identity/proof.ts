import {createHash} from 'node:crypto';
import {TbError} from '@tongban/domain/errors.js';
import {calculateJwkThumbprint, EmbeddedJWK, jwtVerify} from 'jose';
import * as v from 'valibot';

/** Seconds a proof's time may differ from ours; each proof is remembered for longer than that, so none works twice. */
export const PROOF_WINDOW_SECONDS = 300;

const Claims = v.object({
  htm: v.string(),
  htu: v.string(),
  iat: v.number(),
  jti: v.pipe(v.string(), v.minLength(8), v.maxLength(200)),
  ath: v.string(),
});

export interface CheckedProof {
  /** Thumbprint of the key that signed it. */
  readonly thumbprint: string;
  readonly jti: string;
}

/**
 * Checks the DPoP proof of one request (RFC 9449 §4.3) but for its single use, which needs the database.
 *
 * @throws TB_PROOF_INVALID
 */
export async function checkProof(proof: string, {method, url, token}: {method: string; url: string; token: string}): Promise<CheckedProof> {
  try {
    const {payload, protectedHeader} = await jwtVerify(proof, EmbeddedJWK, {typ: 'dpop+jwt', algorithms: ['ES256']});
    const {htm, htu, iat, jti, ath} = v.parse(Claims, payload);
    const isFresh = Math.abs(Date.now() / 1000 - iat) <= PROOF_WINDOW_SECONDS;
    const isForThis = htm === method && withoutQuery(htu) === withoutQuery(url) && ath === createHash('sha256').update(token).digest('base64url');
    if (!isFresh || !isForThis) throw new TbError('TB_PROOF_INVALID');
    return {thumbprint: await calculateJwkThumbprint(protectedHeader.jwk!), jti};
  } catch (cause) {
    throw cause instanceof TbError ? cause : new TbError('TB_PROOF_INVALID', {cause});
  }
}

function withoutQuery(url: string): string {
  const {origin, pathname} = new URL(url);
  return origin + pathname;
}

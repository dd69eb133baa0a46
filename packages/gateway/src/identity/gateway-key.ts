import {createHash, randomUUID} from 'node:crypto';
import {calculateJwkThumbprint, importJWK, SignJWT, type JWK} from 'jose';

/** What a gateway signs for other servers. One ES256 key for all of it; the receivers find its public half at our `/oidc/jwks`. */
export interface GatewayKey {
  /** JWK thumbprint: what tokens are bound to. */
  readonly thumbprint: string;
  /** A JWT of at most 60 s, used once. */
  sign(claims: {iss: string; aud: string; sub: string; [claim: string]: unknown}, options?: {typ?: string; seconds?: number}): Promise<string>;
  /** Who we are at another's token endpoint (RFC 7523 private_key_jwt). */
  assertion(clientId: string, issuer: string): Promise<string>;
  /** A DPoP proof for one request (RFC 9449). */
  proof(request: {method: string; url: string; token?: string}): Promise<string>;
}

const MOST_SECONDS = 60;

export async function gatewayKey(jwk: JWK & {kid: string}): Promise<GatewayKey> {
  const key = await importJWK(jwk, 'ES256');
  const {kty, crv, x, y} = jwk;
  const publicJwk = {kty, crv, x, y} as JWK;

  const sign: GatewayKey['sign'] = (claims, {typ, seconds = MOST_SECONDS} = {}) =>
    new SignJWT({...claims, jti: randomUUID()})
      .setProtectedHeader({alg: 'ES256', kid: jwk.kid, ...(typ && {typ})})
      .setIssuedAt()
      .setExpirationTime(`${String(seconds)}s`)
      .sign(key);

  return {
    thumbprint: await calculateJwkThumbprint(publicJwk),
    sign,
    assertion: (clientId, issuer) => sign({iss: clientId, sub: clientId, aud: issuer}),
    proof({method, url, token}) {
      const {origin, pathname} = new URL(url);
      const ath = token === undefined ? {} : {ath: createHash('sha256').update(token).digest('base64url')};
      return new SignJWT({htm: method, htu: origin + pathname, jti: randomUUID(), ...ath})
        .setProtectedHeader({alg: 'ES256', typ: 'dpop+jwt', jwk: publicJwk})
        .setIssuedAt()
        .sign(key);
    },
  };
}

/** What proves one request: made anew for each, and for each repetition. */
export interface ProofInput {
  readonly pair: CryptoKeyPair;
  readonly method: string;
  readonly url: string;
  readonly accessToken: string;
  readonly nonce?: string;
  /** Seconds since 1970 by the gateway's clock. */
  readonly issuedAt: number;
}

/** A DPoP proof for a request with an access token (RFC 9449 §4.2), ES256. */
export async function requestProof({pair, method, url, accessToken, nonce, issuedAt}: ProofInput): Promise<string> {
  const {kty, crv, x, y} = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const {origin, pathname} = new URL(url);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(accessToken));
  const header = {alg: 'ES256', typ: 'dpop+jwt', jwk: {kty, crv, x, y}};
  const claims = {jti: randomId(), htm: method, htu: origin + pathname, iat: issuedAt, ath: base64url(new Uint8Array(digest)), ...(nonce !== undefined && {nonce})};
  const input = `${encoded(header)}.${encoded(claims)}`;
  const signature = await crypto.subtle.sign({name: 'ECDSA', hash: 'SHA-256'}, pair.privateKey, new TextEncoder().encode(input));
  return `${input}.${base64url(new Uint8Array(signature))}`;
}

const encoded = (part: object) => base64url(new TextEncoder().encode(JSON.stringify(part)));
const randomId = () => base64url(crypto.getRandomValues(new Uint8Array(16)));

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

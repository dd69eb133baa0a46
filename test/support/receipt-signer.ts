import {toBase64Url} from '@tongban/runtime/worker/base64url.js';

/** A gateway's key for receipts, as that gateway would publish and use it. */
export interface ReceiptSigner {
  readonly jwk: {kty: string; crv: string; x: string; y: string; kid: string};
  /** A compact JWS (RFC 7515) over these claims; `kid` when it is to claim another key. */
  sign(claims: object, kid?: string): Promise<string>;
}

export async function receiptSigner(): Promise<ReceiptSigner> {
  const pair = await crypto.subtle.generateKey({name: 'ECDSA', namedCurve: 'P-256'}, true, ['sign', 'verify']);
  const {kty, crv, x, y} = (await crypto.subtle.exportKey('jwk', pair.publicKey)) as Record<'kty' | 'crv' | 'x' | 'y', string>;
  const thumbprint = toBase64Url(await crypto.subtle.digest('SHA-256', bytesOf(JSON.stringify({crv, kty, x, y}))));
  return {
    jwk: {kty, crv, x, y, kid: thumbprint},
    async sign(claims, kid = thumbprint) {
      const said = `${part({alg: 'ES256', kid, typ: 'tongban-receipt'})}.${part(claims)}`;
      return `${said}.${toBase64Url(await crypto.subtle.sign({name: 'ECDSA', hash: 'SHA-256'}, pair.privateKey, bytesOf(said)))}`;
    },
  };
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const part = (value: object) => toBase64Url(bytesOf(JSON.stringify(value)).buffer);

import {TbError} from '@tongban/domain/errors.js';
import type {Send} from '@tongban/gateway-api/client.js';
import * as v from 'valibot';
import {toBase64Url} from './base64url.js';

/** The key a receipt names, or undefined when nobody we trust vouches for it. @throws TbError TB_NETWORK, TB_TIMEOUT, TB_GATEWAY_ANSWER */
export type FindKey = (kid: string) => Promise<CryptoKey | undefined>;

export interface ReceiptKeysOptions {
  /** Origin of the page's gateway. It answers for its own keys and for those of its peers. */
  readonly gateway: string;
  readonly send: Send;
  /** JWK thumbprints (RFC 7638) the page itself names: then no other key counts, whatever the gateway says. */
  readonly pinned?: readonly string[];
  readonly now: () => number;
}

/** A receipt with an unknown key is no reason to ask for the keys more often than that. */
const ASK_AGAIN_MS = 30_000;

const PublicKey = v.object({kty: v.literal('EC'), crv: v.literal('P-256'), x: v.string(), y: v.string(), kid: v.string()});
type PublicKey = v.InferOutput<typeof PublicKey>;
const KeySet = v.object({keys: v.array(v.unknown())});

/**
 * The keys receipts are checked with: fetched from the page's gateway when the first receipt comes, kept by `kid`, and asked for
 * again when a receipt names one that is not among them, for gateways change their keys.
 *
 * A kid is the thumbprint of its key, so it can never come to mean another one.
 */
export function receiptKeys({gateway, send, pinned, now}: ReceiptKeysOptions): FindKey {
  const known = new Map<string, CryptoKey>();
  let asking: Promise<void> | undefined;
  let askedAt = -Infinity;

  async function ask(): Promise<void> {
    const response = await send({method: 'GET', url: `${gateway}/v1/keys`, headers: {accept: 'application/jwk-set+json'}, caller: 'anyone'});
    const set = v.safeParse(KeySet, response.ok ? await response.json().catch(() => undefined) : undefined);
    if (!set.success) throw new TbError('TB_GATEWAY_ANSWER', {details: {at: 'keys'}});
    askedAt = now();
    for (const jwk of set.output.keys) {
      const key = v.safeParse(PublicKey, jwk);
      if (key.success && !known.has(key.output.kid)) await keep(key.output);
    }
  }

  async function keep(jwk: PublicKey): Promise<void> {
    if (jwk.kid !== (await thumbprintOf(jwk)) || (pinned && !pinned.includes(jwk.kid))) return;
    const {kty, crv, x, y} = jwk;
    const key = await crypto.subtle.importKey('jwk', {kty, crv, x, y}, {name: 'ECDSA', namedCurve: 'P-256'}, false, ['verify']).catch(() => undefined);
    if (key) known.set(jwk.kid, key);
  }

  return async (kid) => {
    if (!known.has(kid) && (asking || now() - askedAt >= ASK_AGAIN_MS)) {
      asking ??= ask().finally(() => {
        asking = undefined;
      });
      await asking;
    }
    return known.get(kid);
  };
}

/** RFC 7638 §3: SHA-256 over the required members in the order of their names. */
async function thumbprintOf({crv, kty, x, y}: PublicKey): Promise<string> {
  return toBase64Url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify({crv, kty, x, y}))));
}

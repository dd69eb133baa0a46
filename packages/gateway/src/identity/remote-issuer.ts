import {createRemoteJWKSet, customFetch, type JWTVerifyGetKey} from 'jose';
import {TbError} from '@tongban/domain/errors.js';
import * as v from 'valibot';

/** What we use of another provider's metadata (OpenID Connect Discovery). */
const Metadata = v.object({
  issuer: v.string(),
  authorization_endpoint: v.string(),
  token_endpoint: v.string(),
  userinfo_endpoint: v.string(),
  jwks_uri: v.string(),
});
export type Metadata = v.InferOutput<typeof Metadata>;

/** Another provider: its endpoints and keys, fetched when first needed and kept for a while. */
export interface RemoteIssuer {
  readonly issuer: string;
  metadata(): Promise<Metadata>;
  readonly keys: JWTVerifyGetKey;
}

const KEEP_MS = 10 * 60_000;
const ANSWER_WITHIN_MS = 5_000;

export function remoteIssuer(origin: string, fetch: typeof globalThis.fetch): RemoteIssuer {
  const issuer = `${origin}/oidc`;
  let known: {at: number; metadata: Promise<Metadata>} | undefined;

  async function discover(): Promise<Metadata> {
    const response = await reached(fetch(`${issuer}/.well-known/openid-configuration`, {signal: AbortSignal.timeout(ANSWER_WITHIN_MS)}));
    const parsed = v.safeParse(Metadata, await response.json().catch(() => undefined));
    if (!parsed.success || parsed.output.issuer !== issuer) throw new TbError('TB_GATEWAY_ANSWER');
    return parsed.output;
  }

  return {
    issuer,
    metadata() {
      if (known && Date.now() - known.at < KEEP_MS) return known.metadata;
      const metadata = discover();
      known = {at: Date.now(), metadata};
      metadata.catch(() => (known = undefined));
      return metadata;
    },
    keys: createRemoteJWKSet(new URL(`${issuer}/jwks`), {[customFetch]: (url, options) => fetch(url, options), timeoutDuration: ANSWER_WITHIN_MS}),
  };
}

/** A server that cannot be reached is the gateway's trouble, not the person's. @throws TB_GATEWAY */
export async function reached(sent: Promise<Response>): Promise<Response> {
  try {
    return await sent;
  } catch (cause) {
    throw new TbError('TB_GATEWAY', {cause});
  }
}

/** What a test gateway can be told to do differently. */
export interface GatewayQuirks {
  /** Answers this instead of tokens. */
  refuse?: {status: number; error: string};
  /** Cannot be reached at all. */
  isDown?: boolean;
  /** A hotel's page answers in its place. */
  isCaptive?: boolean;
  /** Wants this nonce in proofs. */
  nonce?: string;
  /** Says this nonce in the ID token, instead of the one of the request. */
  wrongNonce?: string;
  acr?: string;
}

const ORIGIN = 'https://gateway.example';
const PAGE = 'https://www.example';

/**
 * The token side of a gateway as a `fetch`, made of the browser's own cryptography: checks PKCE and proofs, rotates refresh tokens,
 * signs ID tokens. The real one is in packages/gateway; test/gateway/identity runs this package against it.
 */
export async function aGateway(quirks: GatewayQuirks = {}) {
  const key = await crypto.subtle.generateKey({name: 'ECDSA', namedCurve: 'P-256'}, false, ['sign', 'verify']);
  const requests: {url: string; body: URLSearchParams; headers: Headers}[] = [];
  let refreshToken = 'refresh-0';
  let asked: URL | undefined;

  const idToken = async () => {
    const now = Math.floor(Date.now() / 1000);
    const claims = {iss: `${ORIGIN}/oidc`, sub: 'js-1', aud: PAGE, iat: now, exp: now + 3600, nonce: quirks.wrongNonce ?? asked?.searchParams.get('nonce'), acr: quirks.acr ?? '2', user_type: 'person', home_region: '320600'};
    const input = `${encoded({alg: 'ES256', kid: 'k'})}.${encoded(claims)}`;
    const signature = await crypto.subtle.sign({name: 'ECDSA', hash: 'SHA-256'}, key.privateKey, new TextEncoder().encode(input));
    return `${input}.${base64url(new Uint8Array(signature))}`;
  };

  async function token(body: URLSearchParams, proof: ReturnType<typeof readProof>): Promise<Response> {
    if (quirks.nonce !== undefined && proof.claims.nonce !== quirks.nonce) return json(400, {error: 'use_dpop_nonce'}, {'dpop-nonce': quirks.nonce});
    if (quirks.refuse) return json(quirks.refuse.status, {error: quirks.refuse.error});
    const isRefresh = body.get('grant_type') === 'refresh_token';
    const isRight = isRefresh ? body.get('refresh_token') === refreshToken : (await challengeOf(body.get('code_verifier') ?? '')) === asked?.searchParams.get('code_challenge');
    if (!isRight) return json(400, {error: 'invalid_grant'});
    refreshToken = `refresh-${String(requests.length)}`;
    return json(200, {access_token: `access-${String(requests.length)}`, token_type: 'DPoP', expires_in: 300, refresh_token: refreshToken, id_token: await idToken()});
  }

  return {
    origin: ORIGIN,
    page: PAGE,
    quirks,
    requests,
    /** What a person does at the gateway: sees the address, and comes back to the page. */
    signIn(navigateTo: string, answer: Record<string, string> = {code: 'c0de'}): string {
      asked = new URL(navigateTo);
      const back = new URL(asked.searchParams.get('redirect_uri')!);
      back.search = new URLSearchParams({...answer, state: asked.searchParams.get('state')!, iss: `${ORIGIN}/oidc`}).toString();
      return back.href;
    },
    requestsTo: (path: string) => requests.filter(({url}) => url === ORIGIN + path),
    fetch: (async (input: string | URL, init: RequestInit = {}) => {
      if (quirks.isDown) throw new TypeError('Failed to fetch');
      if (quirks.isCaptive) return new Response('<h1>Wi-Fi</h1>', {headers: {'content-type': 'text/html'}});
      const url = String(input);
      const [headers, body] = [new Headers(init.headers), new URLSearchParams(init.body as string | undefined)];
      requests.push({url, body, headers});
      const issuer = /^(.*)\/\.well-known\/openid-configuration$/.exec(url)?.[1];
      if (issuer !== undefined) return json(200, {issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, end_session_endpoint: `${issuer}/session/end`});
      if (url.endsWith('/token')) return token(body, readProof(headers.get('dpop')!));
      if (url.endsWith('/sign-out')) return new Response(null, {status: 204});
      return json(404, {});
    }) as typeof fetch,
  };
}

/** Header and claims of a proof. */
export function readProof(proof: string): {header: {jwk: JsonWebKey; alg: string; typ: string}; claims: Record<string, unknown>} {
  const [header, claims] = proof.split('.').map((part) => part.replace(/-/g, '+').replace(/_/g, '/'));
  return {header: JSON.parse(atob(header!)) as never, claims: JSON.parse(atob(claims!)) as never};
}

const json = (status: number, body: object, headers: Record<string, string> = {}) => new Response(JSON.stringify(body), {status, headers: {'content-type': 'application/json', ...headers}});
const encoded = (part: object) => base64url(new TextEncoder().encode(JSON.stringify(part)));
const challengeOf = async (verifier: string) => base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

import {TbError} from '@tongban/domain/errors.js';
import * as oauth from 'oauth4webapi';
import {signedInAs, type SignedInAs} from './identity-claims.js';

/** What the gateway gave: lives in the worker's memory only. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken?: string;
  /** Milliseconds since 1970, by this computer's clock. */
  readonly expiresAt: number;
  readonly who: SignedInAs;
  /** Seconds the gateway's clock is ahead of this computer's. */
  readonly skew: number;
}

export interface TokenEndpointOptions {
  readonly clientId: string;
  readonly fetch: typeof fetch;
  readonly now: () => number;
}

const ANSWER_WITHIN_MS = 10_000;

/** The requests to the token endpoint. Public client, PKCE, DPoP; public keys of the province are not asked: TLS vouches for the answer. */
export function tokenEndpoint({clientId, now, ...options}: TokenEndpointOptions) {
  const fetch = sober(options.fetch);
  const requestOptions = (server: oauth.AuthorizationServer, dpop: oauth.DPoPHandle, signal: AbortSignal) => ({
    DPoP: dpop,
    signal,
    [oauth.customFetch]: fetch as never,
    [oauth.allowInsecureRequests]: isLocal(server),
  });

  /** A gateway with a newer clock than ours asks for a nonce once; the request is then made again with it. */
  async function ask(pair: CryptoKeyPair, known: SignedInAs | undefined, request: (client: oauth.Client, dpop: oauth.DPoPHandle, signal: AbortSignal) => Promise<oauth.TokenEndpointResponse>): Promise<Tokens> {
    const ours = Math.round((now() - Date.now()) / 1000); // The library reads the computer's clock itself: this makes it read ours.
    const client: oauth.Client = {client_id: clientId, token_endpoint_auth_method: 'none', id_token_signed_response_alg: 'ES256', [oauth.clockSkew]: ours};
    const dpop = oauth.DPoP(client, pair);
    const attempt = () => withDeadline((signal) => request(client, dpop, signal));
    const asked = now();
    const answer = await attempt().catch((error: unknown) => {
      if (!oauth.isDPoPNonceError(error)) throw error;
      return attempt();
    });
    const claims = oauth.getValidatedIdTokenClaims(answer);
    const who = claims ? signedInAs(claims) : known;
    if (!who) throw new TbError('TB_SIGN_IN_FAILED');
    return {
      accessToken: answer.access_token,
      refreshToken: answer.refresh_token,
      expiresAt: asked + (answer.expires_in ?? 60) * 1000,
      who,
      skew: (client[oauth.clockSkew] ?? ours) - ours,
    };
  }

  return {
    redeem: ({server, parameters, redirectUri, verifier, nonce, pair}: {server: oauth.AuthorizationServer; parameters: URLSearchParams; redirectUri: string; verifier: string; nonce: string; pair: CryptoKeyPair}) =>
      ask(pair, undefined, async (client, dpop, signal) => {
        const response = await oauth.authorizationCodeGrantRequest(server, client, oauth.None(), parameters, redirectUri, verifier, requestOptions(server, dpop, signal));
        await learnClock(client, response);
        return oauth.processAuthorizationCodeResponse(server, client, response, {expectedNonce: nonce, requireIdToken: true});
      }),

    renew: ({server, refreshToken, pair, who}: {server: oauth.AuthorizationServer; refreshToken: string; pair: CryptoKeyPair; who: SignedInAs}) =>
      ask(pair, who, async (client, dpop, signal) => {
        const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), refreshToken, requestOptions(server, dpop, signal));
        await learnClock(client, response);
        return oauth.processRefreshTokenResponse(server, client, response);
      }),

    /** Where a gateway's provider has its endpoints. */
    discover: (issuer: string) =>
      withDeadline(async (signal) => {
        const url = new URL(issuer);
        const response = await oauth.discoveryRequest(url, {[oauth.customFetch]: fetch, [oauth.allowInsecureRequests]: isLocal({issuer}), signal});
        return oauth.processDiscoveryResponse(url, response);
      }),
  };
}

/** A gateway in trouble, or a hotel's page in its place, says nothing about the sign-in: it stays as it was. */
function sober(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    if (response.status >= 500) throw new TbError('TB_GATEWAY', {details: {status: response.status}});
    if (!/^application\/json\b/.test(response.headers.get('content-type') ?? '')) throw new TbError('TB_GATEWAY_ANSWER', {details: {status: response.status}});
    return response;
  };
}

/** Plain http is for names below localhost, where demos and tests live. */
export function isLocal({issuer}: {issuer: string}): boolean {
  const {protocol, hostname} = new URL(issuer);
  return protocol === 'http:' && /(^|\.)localhost$/.test(hostname);
}

/** PCs in offices are minutes wrong. An ID token has just been made, so its time is the gateway's. */
async function learnClock(client: oauth.Client, response: Response): Promise<void> {
  const {id_token: idToken} = (await response.clone().json().catch(() => ({}))) as {id_token?: unknown};
  const payload = typeof idToken === 'string' ? idToken.split('.')[1] : undefined;
  if (payload === undefined) return;
  const {iat} = JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/'))) as {iat?: unknown};
  if (typeof iat === 'number') client[oauth.clockSkew] = Math.round(iat - Date.now() / 1000);
}

async function withDeadline<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ANSWER_WITHIN_MS);
  try {
    return await work(controller.signal);
  } catch (cause) {
    throw controller.signal.aborted ? new TbError('TB_TIMEOUT', {cause}) : cause;
  } finally {
    clearTimeout(timer);
  }
}

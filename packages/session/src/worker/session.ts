import {hasCode, TbError} from '@tongban/domain/errors.js';
import type {SignInWish} from '@tongban/domain/portal.js';
import * as oauth from 'oauth4webapi';
import {authorizationUrl} from './authorization-url.js';
import type {SignedInAs} from './identity-claims.js';
import {KEEP_KEY_FOR_MS, makeKey, type KeyKeeper} from './key-keeper.js';
import {requestProof} from './request-proof.js';
import {isNobody, isRefused, signInError} from './sign-in-error.js';
import {PENDING_FOR_MS, type AskMode, type PendingSignIn, type SignInStore} from './sign-in-store.js';
import {tokenEndpoint, type Tokens} from './token-endpoint.js';

export interface SessionOptions {
  /** Origin of the page's gateway. */
  readonly gateway: string;
  /** The page's origin: that is its name at the gateway. */
  readonly clientId: string;
  /** Registered address the gateway sends the browser back to. */
  readonly redirectUri: string;
  readonly fetch: typeof fetch;
  /** Milliseconds since 1970, by the computer's own clock. */
  readonly now: () => number;
  readonly store: SignInStore;
  readonly keeper?: KeyKeeper;
  readonly lang?: string;
}

export type SessionSnapshot = {readonly status: 'anonymous'} | {readonly status: 'expired'} | {readonly status: 'signedIn'; readonly who: SignedInAs; readonly expiresAt: number};

export interface Session {
  current(): SessionSnapshot;
  /** Hears of every change of `current()`. @returns how to stop */
  onChange(listener: () => void): () => void;
  /** @returns where the browser (or a hidden frame) has to go. `from` is the address to come back to. @throws TB_NETWORK, TB_TIMEOUT, TB_GATEWAY */
  begin(wish: SignInWish, how: {mode: AskMode; from: string}): Promise<{navigateTo: string}>;
  /** Where the sign-in of a callback address began; undefined when it is none of ours. Uses nothing up. */
  returnPathOf(callbackUrl: string): Promise<string | undefined>;
  /** Ends a sign-in. Resolves as anonymous when the gateway was asked without showing anything and knows nobody. @throws TB_SIGN_IN_FAILED, TB_SIGN_IN_CANCELLED, TB_NETWORK */
  complete(callbackUrl: string): Promise<{current: SessionSnapshot; returnTo: string}>;
  /** Headers for one request to the gateway; renews the token first when it is about to end. @throws TB_SIGN_IN_REQUIRED, TB_SIGN_IN_EXPIRED, TB_NETWORK, TB_ORIGIN_FOREIGN */
  sign(request: {method: string; url: string}): Promise<{authorization: string; dpop: string}>;
  /** Reads what an answer says about proofs. Call it with every answer to a signed request. */
  heed(response: Response): void;
  /** Renews now, for instance after a 401. @throws TB_SIGN_IN_EXPIRED, TB_NETWORK */
  renew(): Promise<void>;
  /** Ends the sign-in here and everywhere. `navigateTo` is set when only the browser itself can do that. */
  signOut(): Promise<{navigateTo?: string}>;
  /** Forgets everything in memory, for a shared computer; the gateway is not told. */
  forget(): Promise<void>;
}

/** A token that ends sooner is renewed before it is used. */
const RENEW_BEFORE_MS = 20_000;

/** Who is signed in at the page's gateway. Tokens and key live in this worker's memory. */
export function createSession(options: SessionOptions): Session {
  const {gateway, clientId, redirectUri, now, store, keeper} = options;
  const endpoint = tokenEndpoint({clientId, fetch: options.fetch, now});
  const listeners = new Set<() => void>();
  let held: {tokens: Tokens; pair: CryptoKeyPair; server: oauth.AuthorizationServer} | undefined;
  let isExpired = false;
  let renewing: Promise<void> | undefined;
  let nonce: string | undefined;

  function current(): SessionSnapshot {
    if (held) return {status: 'signedIn', who: held.tokens.who, expiresAt: held.tokens.expiresAt};
    return {status: isExpired ? 'expired' : 'anonymous'};
  }

  function become(next: typeof held, expired = false): void {
    held = next;
    isExpired = expired;
    for (const listener of listeners) listener();
  }

  async function begin(wish: SignInWish, {mode, from}: {mode: AskMode; from: string}): Promise<{navigateTo: string}> {
    const server = await endpoint.discover(`${gateway}/oidc${wish.userType === 'staff' ? '/staff' : ''}`).catch(rethrow);
    const {pathname, search, hash} = new URL(from);
    const pending: PendingSignIn = {
      state: oauth.generateRandomState(),
      nonce: oauth.generateRandomNonce(),
      verifier: oauth.generateRandomCodeVerifier(),
      server,
      redirectUri,
      mode,
      ownDevice: wish.ownDevice === true,
      returnTo: pathname + search + hash,
      startedAt: now(),
    };
    await store.put(pending);
    return {navigateTo: await authorizationUrl(pending, {clientId, lang: options.lang, wish})};
  }

  async function complete(callbackUrl: string): Promise<{current: SessionSnapshot; returnTo: string}> {
    const url = new URL(callbackUrl);
    const pending = await store.take(url.searchParams.get('state') ?? '');
    if (!pending || now() - pending.startedAt > PENDING_FOR_MS) throw new TbError('TB_SIGN_IN_FAILED', {details: {why: 'state'}});
    try {
      const parameters = oauth.validateAuthResponse(pending.server, {client_id: clientId}, url, pending.state);
      const pair = await keyFor(pending);
      const tokens = await endpoint.redeem({...pending, parameters, pair});
      if (pending.ownDevice) await keeper?.keep({pair, until: now() + KEEP_KEY_FOR_MS});
      become({tokens, pair, server: pending.server});
    } catch (error) {
      if (!(pending.mode !== 'openly' && isNobody(error))) throw signInError(error);
    }
    return {current: current(), returnTo: pending.returnTo};
  }

  /** A person who is asked gets a new key; one who is only recognised again keeps the key of their own device. */
  async function keyFor({mode}: PendingSignIn): Promise<CryptoKeyPair> {
    const kept = mode === 'openly' ? undefined : await keeper?.find();
    if (kept && kept.until > now()) return kept.pair;
    await keeper?.forget();
    return makeKey();
  }

  /** However many requests wait, one renewal: a refresh token works once. */
  function renew(): Promise<void> {
    renewing ??= renewed().finally(() => (renewing = undefined));
    return renewing;
  }

  async function renewed(): Promise<void> {
    const before = held;
    if (!before) throw new TbError(isExpired ? 'TB_SIGN_IN_EXPIRED' : 'TB_SIGN_IN_REQUIRED');
    const {tokens, pair, server} = before;
    try {
      if (tokens.refreshToken === undefined) throw new TbError('TB_SIGN_IN_EXPIRED');
      const fresh = await endpoint.renew({server, refreshToken: tokens.refreshToken, pair, who: tokens.who});
      if (held === before) become({tokens: fresh, pair, server});
    } catch (error) {
      if (!isRefused(error) && !hasCode(error, 'TB_SIGN_IN_EXPIRED')) throw signInError(error);
      if (held === before) become(undefined, true);
      throw new TbError('TB_SIGN_IN_EXPIRED', {cause: error});
    }
  }

  async function sign({method, url}: {method: string; url: string}): Promise<{authorization: string; dpop: string}> {
    if (new URL(url).origin !== gateway) throw new TbError('TB_ORIGIN_FOREIGN');
    if (!held) throw new TbError(isExpired ? 'TB_SIGN_IN_EXPIRED' : 'TB_SIGN_IN_REQUIRED');
    if (held.tokens.expiresAt - now() < RENEW_BEFORE_MS) await renew();
    const {tokens, pair} = held;
    const {accessToken, skew} = tokens;
    return {authorization: `DPoP ${accessToken}`, dpop: await requestProof({pair, method, url, accessToken, nonce, issuedAt: Math.floor(now() / 1000) + skew})};
  }

  async function signOut(): Promise<{navigateTo?: string}> {
    const server = held?.server;
    const isDone = held !== undefined && (await toldGateway());
    await forget();
    if (isDone || !server?.end_session_endpoint) return {};
    const url = new URL(server.end_session_endpoint);
    url.searchParams.set('client_id', clientId);
    url.searchParams.set('post_logout_redirect_uri', `${clientId}/`);
    return {navigateTo: url.href};
  }

  async function toldGateway(): Promise<boolean> {
    const url = `${gateway}/oidc/sign-out`;
    try {
      const response = await options.fetch(url, {method: 'POST', headers: await sign({method: 'POST', url})});
      return response.ok || response.status === 401; // Already over there.
    } catch {
      return false;
    }
  }

  async function forget(): Promise<void> {
    await keeper?.forget();
    become(undefined);
  }

  return {
    current,
    begin,
    complete,
    sign,
    renew,
    signOut,
    forget,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async returnPathOf(callbackUrl) {
      return (await store.find(new URL(callbackUrl).searchParams.get('state') ?? ''))?.returnTo;
    },
    heed(response) {
      nonce = response.headers.get('dpop-nonce') ?? nonce;
    },
  };
}

function rethrow(error: unknown): never {
  throw signInError(error);
}

import {createHash} from 'node:crypto';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {Provider, type Account, type ClientMetadata, type Configuration, type KoaContextWithOIDC} from 'oidc-provider';
import {faultOf, type Report} from './identity-routes.js';
import {oidcAdapter} from './oidc-adapter.js';
import type {PayloadStore} from './payload-store.js';
import type {Principal} from './principal.js';
import {errorPage, signedOutPage, signOutPage} from './provider-pages.js';
import {signInPolicy} from './sign-in-policy.js';
import type {TenantSecrets} from './tenant-secrets.js';

/** Seconds. A code is for one use at once; tokens are short because each renewal asks the session again. */
export const lifetimes = {code: 60, accessToken: 300, gatewayToken: 60, refreshToken: 2 * 3600, session: 12 * 3600, interaction: 600} as const;

export interface ProviderOptions {
  /** `http://gateway.jiangsu.localhost:8080` */
  readonly origin: string;
  /** Where the provider hangs below the origin: `/oidc`. The issuer is both together. */
  readonly path: string;
  /** Keeps the sessions of citizens and of staff apart: one computer can hold both. */
  readonly realm: 'people' | 'staff' | 'hub';
  readonly store: PayloadStore;
  readonly secrets: TenantSecrets;
  readonly clients: ClientMetadata[];
  readonly fetch: typeof fetch;
  readonly findAccount: (accountId: string) => Promise<Account | undefined>;
  /** Who a token stands for, kept with it so that a request needs no second look-up. */
  readonly principalOf: (accountId: string, acr: string | undefined) => Promise<Principal | undefined>;
  readonly report: Report;
  /** Runs after a session has ended. */
  readonly onSessionEnded: (accountId: string) => Promise<void>;
}

/** The kind under which a model of a realm is stored. Tokens of all realms are looked up together. */
export const kindOf = (realm: ProviderOptions['realm']) => (model: string) => (realm === 'staff' ? `Staff${model}` : model);

/** An OpenID provider that lives below a path of a gateway's origin. */
export function openIdProvider(options: ProviderOptions): Provider {
  const {origin, path, realm, store, secrets} = options;
  const cookies = {httpOnly: true, sameSite: 'lax', signed: true, overwrite: true, secure: origin.startsWith('https:')} as const;
  const configuration: Configuration = {
    adapter: oidcAdapter(store, kindOf(realm)),
    clients: options.clients,
    clientDefaults: {id_token_signed_response_alg: 'ES256'},
    jwks: {keys: [...secrets.signingKeys]}, // The first of them signs.
    cookies: {
      keys: secrets.cookieKeys,
      names: {session: `tb_${realm}`, interaction: `tb_${realm}_step`, resume: `tb_${realm}_resume`},
      long: cookies,
      short: cookies,
    },
    scopes: ['openid', 'party'],
    claims: {openid: ['sub', 'acr', 'user_type', 'home_region', 'staff'], party: ['party']},
    acrValues: ['1', '2', '3', '4'],
    responseTypes: ['code'],
    extraParams: ['idp_hint', 'user_type', 'quiet'],
    pkce: {required: () => true},
    features: {
      devInteractions: {enabled: false},
      dPoP: {enabled: true, nonceSecret: secrets.nonceSecret, requireNonce: () => false},
      clientCredentials: {enabled: true},
      resourceIndicators: {enabled: false},
      pushedAuthorizationRequests: {enabled: false},
      revocation: {enabled: true},
      rpInitiatedLogout: {enabled: true, logoutSource: signOutPage, postLogoutSuccessSource: signedOutPage},
    },
    renderError: errorPage,
    ttl: {
      AccessToken: (_ctx, token) => (token.gty === 'token_exchange' ? lifetimes.gatewayToken : lifetimes.accessToken),
      ClientCredentials: lifetimes.gatewayToken,
      AuthorizationCode: lifetimes.code,
      IdToken: lifetimes.session,
      RefreshToken: lifetimes.refreshToken,
      Interaction: lifetimes.interaction,
      Session: lifetimes.session,
      Grant: lifetimes.session,
    },
    rotateRefreshToken: true,
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    clientBasedCORS: (_ctx, from, client) => client.redirectUris?.some((uri) => new URL(uri).origin === from) ?? false,
    interactions: {policy: signInPolicy(), url: (_ctx, {uid}) => `${path}/interaction/${uid}`},
    findAccount: (_ctx, accountId) => options.findAccount(accountId),
    loadExistingGrant: grantAll,
    extraTokenClaims: async (ctx, token) => {
      if (token.extra) return token.extra; // Set by the exchange grant.
      if (token.kind !== 'AccessToken' || !token.accountId) return undefined;
      const {AuthorizationCode: code, RefreshToken: refresh} = ctx.oidc.entities;
      return {principal: await options.principalOf(token.accountId, code?.acr ?? refresh?.acr)};
    },
    fetch: (url, {dispatcher: _own, ...rest}: RequestInit & {dispatcher?: unknown} = {}) => options.fetch(url, rest),
  };
  const provider = new Provider(`${origin}${path}`, configuration);
  provider.on('server_error', (_ctx, error) => options.report(faultOf(error)));
  provider.proxy = true; // mount() below sets what it reads.
  provider.use(async (ctx, next) => {
    await next();
    const {route, session} = (ctx as KoaContextWithOIDC).oidc ?? {};
    if (route === 'end_session_confirm' && session?.accountId && (session as {destroyed?: boolean}).destroyed) await options.onSessionEnded(session.accountId);
  });
  return provider;
}

/** Hands a request below the provider's path to it, whatever host and port it came in by. */
export function mount(provider: Provider, {origin, path}: {origin: string; path: string}) {
  const handle = provider.callback();
  const {protocol, host} = new URL(origin);
  return (request: IncomingMessage & {originalUrl?: string}, response: ServerResponse): Promise<void> => {
    request.headers['x-forwarded-proto'] = protocol.slice(0, -1);
    request.headers['x-forwarded-host'] = host;
    request.originalUrl = request.url ?? '/';
    request.url = request.originalUrl.slice(path.length) || '/';
    return handle(request, response);
  };
}

/**
 * Grants what the client is registered for. The name of a grant follows from session and client, so that two tabs that sign in at
 * the same moment share it instead of ending each other's.
 */
async function grantAll(ctx: KoaContextWithOIDC) {
  const {provider, client, session, account, params} = ctx.oidc;
  if (!client || !session || !account) return undefined;
  const id = createHash('sha256').update(`${session.uid} ${client.clientId} ${account.accountId}`).digest('base64url');
  const known = await provider.Grant.find(id);
  if (known) return known;
  const grant = new provider.Grant({jti: id, accountId: account.accountId, clientId: client.clientId} as never);
  grant.addOIDCScope(typeof params?.scope === 'string' ? params.scope : 'openid');
  await grant.save();
  return grant;
}

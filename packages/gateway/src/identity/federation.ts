import {createHash, randomBytes} from 'node:crypto';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {TbError} from '@tongban/domain/errors.js';
import {parse} from '@tongban/domain/parse.js';
import {jwtVerify} from 'jose';
import type {Provider} from 'oidc-provider';
import * as v from 'valibot';
import type {GatewayKey} from './gateway-key.js';
import {Party} from './party.js';
import type {PayloadStore} from './payload-store.js';
import {reached, type RemoteIssuer} from './remote-issuer.js';

/** What to ask another provider for. */
export interface FederationWish {
  readonly loa: number;
  /** Answers `login_required` instead of asking the person. */
  readonly quiet: boolean;
  /** Asks even a person who is signed in. */
  readonly again: boolean;
  /** Province the hub should go on to. */
  readonly homeProvince?: string;
  readonly userType?: string;
  readonly lang: string;
}

/** What came back: somebody, and how sure the other side is. */
export interface FederatedSignIn {
  readonly party: Party;
  readonly acr: string;
  /** The other side's signed word for it. */
  readonly idToken: string;
}

interface Pending {
  issuer: string;
  interaction: string;
  nonce: string;
  verifier: string;
}

const KIND = 'Federation';
const KEEP_SECONDS = 600;
const ANSWER_WITHIN_MS = 5_000;

export interface FederationOptions {
  readonly provider: Provider;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly store: PayloadStore;
  readonly key: GatewayKey;
  readonly fetch: typeof fetch;
  readonly issuer: (issuer: string) => RemoteIssuer | undefined;
  /** Keeps who came and answers their account, or throws when this issuer may not vouch for them. */
  readonly accept: (issuer: string, signIn: FederatedSignIn) => Promise<string>;
  /** How a quiet wish is told: a hub may still ask the home province (`quiet`), the home province may ask nobody (`prompt=none`). */
  readonly quietAs: 'quiet' | 'prompt';
}

/**
 * Signs a person in through another provider: authorization code with PKCE, nonce, private_key_jwt and a DPoP-bound token. Both
 * halves of the journey must happen in one browser (a cookie per state), or one person could be signed in as another.
 */
export function federation(options: FederationOptions) {
  const {provider, clientId, redirectUri, store, key, fetch} = options;
  const {pathname} = new URL(redirectUri);
  const cookie = {httpOnly: true, sameSite: 'lax', signed: true, path: pathname, secure: redirectUri.startsWith('https:')} as const;
  const cookieName = (state: string) => `tb_fed_${state.slice(0, 8)}`;

  /** Sends the person of an interaction to the other provider. */
  async function begin(request: IncomingMessage, response: ServerResponse, interaction: string, remote: RemoteIssuer, wish: FederationWish): Promise<void> {
    const {authorization_endpoint} = await remote.metadata();
    const [state, nonce, verifier] = [random(), random(), random()];
    const pending: Pending = {issuer: remote.issuer, interaction, nonce, verifier};
    await store.put({kind: KIND, id: state, value: {...pending}, expiresAt: Date.now() + KEEP_SECONDS * 1000});
    provider.createContext(request, response).cookies.set(cookieName(state), state, {...cookie, maxAge: KEEP_SECONDS * 1000});
    const url = new URL(authorization_endpoint);
    const quiet = wish.quiet ? (options.quietAs === 'prompt' ? {prompt: 'none'} : {quiet: '1'}) : undefined;
    const parameters = {
      client_id: clientId,
      response_type: 'code',
      scope: 'openid party',
      redirect_uri: redirectUri,
      state,
      nonce,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      acr_values: String(wish.loa),
      ui_locales: wish.lang,
      ...(quiet ?? (wish.again ? {prompt: 'login'} : {})),
      idp_hint: wish.homeProvince,
      user_type: wish.userType,
    };
    for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(name, value);
    redirect(response, url.href);
  }

  /** Takes the answer and lets the interaction go on, in the browser it belongs to. */
  async function finish(request: IncomingMessage, response: ServerResponse, query: URLSearchParams): Promise<void> {
    const state = query.get('state') ?? '';
    const {cookies} = provider.createContext(request, response);
    const isSameBrowser = state !== '' && cookies.get(cookieName(state), cookie) === state;
    const pending = isSameBrowser ? ((await store.take(KIND, state)) as Pending | undefined) : undefined;
    const interaction = pending && (await provider.Interaction.find(pending.interaction));
    if (!pending || !interaction) throw new TbError('TB_SIGN_IN_FAILED');
    cookies.set(cookieName(state), null, cookie);
    interaction.result = await result(pending, query);
    await leaveEndedSession(interaction);
    await interaction.save(interaction.exp - Math.floor(Date.now() / 1000));
    redirect(response, interaction.returnTo);
  }

  /** Somebody else has signed in meanwhile, and that ended the session the interaction began in: it goes on without. */
  async function leaveEndedSession(interaction: {session?: {uid?: string} | undefined}): Promise<void> {
    const {uid} = interaction.session ?? {};
    if (uid !== undefined && !(await provider.Session.findByUid(uid))) delete interaction.session;
  }

  async function result(pending: Pending, query: URLSearchParams) {
    const error = query.get('error');
    if (error !== null) return {error: /^(login_required|access_denied|interaction_required)$/.test(error) ? error : 'access_denied', error_description: 'the other provider did not sign the person in'};
    const remote = options.issuer(pending.issuer);
    const code = query.get('code');
    if (!remote || code === null || query.get('iss') !== remote.issuer) throw new TbError('TB_SIGN_IN_FAILED');
    const signIn = await redeem(remote, code, pending);
    return {login: {accountId: await options.accept(remote.issuer, signIn), acr: signIn.acr}};
  }

  async function redeem(remote: RemoteIssuer, code: string, {nonce, verifier}: Pending): Promise<FederatedSignIn> {
    const {token_endpoint, userinfo_endpoint} = await remote.metadata();
    const tokens = parse(
      v.object({access_token: v.string(), id_token: v.string()}),
      await answer(
        fetch(token_endpoint, {
          method: 'POST',
          headers: {'content-type': 'application/x-www-form-urlencoded', dpop: await key.proof({method: 'POST', url: token_endpoint})},
          body: new URLSearchParams({
            grant_type: 'authorization_code',
            code,
            redirect_uri: redirectUri,
            code_verifier: verifier,
            client_id: clientId,
            client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
            client_assertion: await key.assertion(clientId, remote.issuer),
          }).toString(),
          signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
        }),
      ),
      'TB_SIGN_IN_FAILED',
    );
    const {payload} = await jwtVerify(tokens.id_token, remote.keys, {issuer: remote.issuer, audience: clientId, algorithms: ['ES256'], requiredClaims: ['sub', 'nonce']});
    const token = tokens.access_token;
    const proof = await key.proof({method: 'GET', url: userinfo_endpoint, token});
    const {party} = parse(
      v.object({sub: v.literal(payload.sub!), party: Party}),
      await answer(fetch(userinfo_endpoint, {headers: {authorization: `DPoP ${token}`, dpop: proof}, signal: AbortSignal.timeout(ANSWER_WITHIN_MS)})),
      'TB_SIGN_IN_FAILED',
    );
    if (payload.nonce !== nonce || party.person.id !== payload.sub) throw new TbError('TB_SIGN_IN_FAILED');
    return {party, acr: typeof payload.acr === 'string' ? payload.acr : '1', idToken: tokens.id_token};
  }

  return {begin, finish};
}

async function answer(sent: Promise<Response>): Promise<unknown> {
  const response = await reached(sent);
  if (!response.ok) throw new TbError(response.status >= 500 ? 'TB_GATEWAY' : 'TB_SIGN_IN_FAILED', {details: {status: response.status}});
  return response.json();
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, {location, 'cache-control': 'no-store', 'content-length': 0}).end();
}

const random = () => randomBytes(32).toString('base64url');

import type {IncomingMessage, ServerResponse} from 'node:http';
import {TbError} from '@tongban/domain/errors.js';
import type {Region6} from '@tongban/domain/primitives.js';
import type {Account} from 'oidc-provider';
import type {Database, Db} from './database/database.js';
import {federatedCallback, gatewayClient, HUB_CLIENT, relyingServer} from './identity/clients.js';
import {federation, type FederatedSignIn} from './identity/federation.js';
import {gatewayKey} from './identity/gateway-key.js';
import {logoutOutbox} from './identity/logout-outbox.js';
import {noticeRoute, reportToConsole, routeRequest, type IdentityRoute, type Report} from './identity/identity-routes.js';
import {hubInteractions} from './identity/interactions.js';
import {vouchedBy, type Party} from './identity/party.js';
import {databasePayloadStore} from './identity/payload-store.js';
import {lifetimes, mount, openIdProvider} from './identity/provider.js';
import {isSubjectOf, provinceOf} from './identity/provinces.js';
import {remade} from './identity/remade.js';
import {remoteIssuer} from './identity/remote-issuer.js';
import {backchannelUri, readSignedOut, tellSignedOut} from './identity/sign-out.js';
import {sweeper} from './identity/sweeper.js';
import type {TenantSecrets} from './identity/tenant-secrets.js';

export interface HubConfig {
  /** `http://hub.localhost:8080` */
  readonly origin: string;
  /** Gateways of all provinces by province code. */
  readonly provinces: Readonly<Record<Region6, string>>;
  readonly database: Database;
  readonly fetch: typeof fetch;
  readonly report?: Report;
}

export interface Hub {
  /** Answers any request to the hub's host. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Looks for newer keys at once; it does so by itself now and then. */
  refresh(): Promise<void>;
  close(): void;
}

const PARTY = 'Party';

/**
 * The national hub: provider of the provinces' gateways, and client of each. It knows nobody; it passes on who the home province
 * says has signed in, and forgets them when the session is over.
 */
export async function createHub(config: HubConfig): Promise<Hub> {
  const db = await config.database.tenant('hub');
  const hub = await remade(db, (secrets) => hubWith(secrets, db, config));
  return {
    handle: (request, response) => hub.now.handle(request, response),
    refresh: () => hub.refresh(),
    close: () => hub.close(),
  };
}

async function hubWith(secrets: TenantSecrets, db: Db, {origin, provinces, fetch, report = reportToConsole}: HubConfig): Promise<Omit<Hub, 'refresh'>> {
  const store = databasePayloadStore(db);
  const key = await gatewayKey(secrets.signingKey);
  const issuer = `${origin}/oidc`;
  const homes = new Map(Object.entries(provinces).map(([province, at]) => [province, remoteIssuer(at, fetch)]));
  const provinceOfIssuer = (name: string) => [...homes].find(([, remote]) => remote.issuer === name)?.[0];

  const notices = logoutOutbox(db, (to, person) => tellSignedOut({key, fetch, from: issuer, to, person}));

  const partyOf = async (id: string) => ((await store.find(PARTY, id)) as {party?: Party} | undefined)?.party;

  /** Everyone hears of it but the province it came from. */
  async function signOut(person: string, toldBy?: Region6): Promise<void> {
    await store.removeByAccount(person);
    await notices.tell(person, [...homes].filter(([province]) => province !== toldBy).map(([, home]) => home.issuer));
  }

  const provider = openIdProvider({
    origin,
    path: '/oidc',
    realm: 'hub',
    store,
    secrets,
    fetch,
    report,
    clients: [...homes.keys()].map((province) => relyingServer(gatewayClient(province), provinces[province]!)),
    findAccount: async (id) => account(id, await partyOf(id)),
    principalOf: () => Promise.resolve(undefined), // The hub has no API of its own.
    onSessionEnded: (person) => signOut(person),
  });

  /** A province vouches for its own people only. */
  async function accept(from: string, {party}: FederatedSignIn): Promise<string> {
    const province = provinceOfIssuer(from);
    const {id, homeRegion} = party.person;
    if (province === undefined || provinceOf(homeRegion) !== province || !isSubjectOf(province, id)) throw new TbError('TB_SIGN_IN_FAILED');
    await store.put({kind: PARTY, id, value: {accountId: id, party: vouchedBy(province, party)}, expiresAt: Date.now() + lifetimes.session * 1000});
    return id;
  }

  const atHome = federation({
    provider,
    clientId: HUB_CLIENT,
    redirectUri: federatedCallback(origin),
    store,
    key,
    fetch,
    accept,
    issuer: (name) => homes.get(provinceOfIssuer(name) ?? ''),
    quietAs: 'prompt',
  });

  /** A province may end what it vouches for, and what was signed in at it. */
  async function takeNotice(token: string): Promise<void> {
    const province = provinceOfIssuer(issuerIn(token));
    if (province === undefined) throw new TbError('TB_FORBIDDEN');
    const person = await readSignedOut(token, {store, self: issuer, from: homes.get(province)!});
    const sessions = isSubjectOf(province, person) ? [] : await store.findByAccount('Session', person);
    const isItsBusiness = isSubjectOf(province, person) || sessions.some(({authorizations}) => Object.keys(authorizations ?? {}).includes(gatewayClient(province)));
    if (isItsBusiness) await signOut(person, province);
  }

  const routes: IdentityRoute[] = [
    {
      path: '/oidc/interaction/*',
      reader: 'person',
      handle: hubInteractions({
        provider,
        provinces: [...homes.keys()],
        homeOf: async (id) => {
          const party = await partyOf(id);
          return party && provinceOf(party.person.homeRegion);
        },
        federate: (home) => (request, response, uid, wish) => atHome.begin(request, response, uid, homes.get(home)!, wish),
      }),
    },
    {path: '/oidc/federated', reader: 'person', handle: (request, response, url) => atHome.finish(request, response, url.searchParams)},
    noticeRoute(new URL(backchannelUri(issuer)).pathname, takeNotice),
  ];
  const protocol = mount(provider, {origin, path: '/oidc'});
  const sweep = sweeper(() => store.removeExpired());

  return {
    async handle(request, response) {
      const own = routeRequest(routes, request, response, report);
      if (own) return own;
      if (request.url?.startsWith('/oidc/')) return protocol(request, response);
      response.writeHead(404).end();
    },
    close() {
      sweep.stop();
      void notices.close();
    },
  };
}

function account(id: string, party: Party | undefined): Account | undefined {
  if (!party) return undefined;
  const {userType, homeRegion} = party.person;
  return {
    accountId: id,
    claims: (use) => Promise.resolve({sub: id, user_type: userType, home_region: homeRegion, ...(use === 'userinfo' && {party})} as never),
  };
}

/** Who says they signed it: only chooses whose keys to check with. */
function issuerIn(token: string): string {
  try {
    const {iss} = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as {iss?: unknown};
    return typeof iss === 'string' ? iss : '';
  } catch {
    throw new TbError('TB_FORBIDDEN');
  }
}

import type {IncomingMessage, ServerResponse} from 'node:http';
import {TbError} from '@tongban/domain/errors.js';
import type {Region6} from '@tongban/domain/primitives.js';
import type {Account} from 'oidc-provider';
import type {Db} from '../database/database.js';
import {accountOf, loaOf, personPrincipal, staffIdOf, staffPrincipal} from './account.js';
import {authenticator} from './authenticator.js';
import {federatedCallback, gatewayClient, HUB_CLIENT, pageClients, peerGateway, relyingServer} from './clients.js';
import {registerExchangeGrant} from './exchange-grant.js';
import {federation, type FederatedSignIn} from './federation.js';
import {gatewayKey} from './gateway-key.js';
import {logoutOutbox} from './logout-outbox.js';
import {noticeRoute, reportToConsole, routeRequest, type IdentityRoute, type Report} from './identity-routes.js';
import {citizenInteractions, staffInteractions} from './interactions.js';
import {vouchedBy, type Party, type PartyRegister} from './party.js';
import {databasePayloadStore} from './payload-store.js';
import {peerTokens} from './peer-tokens.js';
import type {Authenticator, PeerTokens} from './principal.js';
import {lifetimes, mount, openIdProvider} from './provider.js';
import {isSubjectOf, provinceOf} from './provinces.js';
import {remade} from './remade.js';
import {remoteIssuer} from './remote-issuer.js';
import {backchannelUri, readSignedOut, tellSignedOut} from './sign-out.js';
import {sweeper} from './sweeper.js';
import type {TenantSecrets} from './tenant-secrets.js';

export interface IdentityConfig {
  /** The province. */
  readonly region: Region6;
  readonly origin: string;
  readonly pageOrigins: readonly string[];
  /** Pages a sign-in may come back to, whole addresses at page origins; the root of each origin always may. */
  readonly callbacks?: readonly string[];
  readonly hubOrigin: string;
  readonly peers: Readonly<Record<Region6, string>>;
  readonly db: Db;
  readonly register: PartyRegister;
  readonly fetch: typeof fetch;
  readonly report?: Report;
}

export interface Identity {
  readonly authenticator: Authenticator;
  readonly peerTokens: PeerTokens;
  /** Answers a request below /oidc. @returns undefined when it is not one. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void> | undefined;
  /** Hears the id of everyone whose sign-in ended here, in this process. @returns how to stop */
  onSignedOut(listener: (personId: string) => void): () => void;
  /** Looks for newer keys at once; it does so by itself now and then. */
  refresh(): Promise<void>;
  close(): void;
}

const HUB_WORD = 'HubWord';

type Listeners = ReadonlySet<(personId: string) => void>;

/**
 * Signing in at one province: two OpenID providers (citizens, staff), and the province's part in the federation. When its keys
 * change, all of that is made anew behind the same door.
 */
export async function createIdentity(config: IdentityConfig): Promise<Identity> {
  const listeners = new Set<(personId: string) => void>();
  const identity = await remade(config.db, (secrets) => identityWith(secrets, config, listeners));
  return {
    authenticator: {authenticate: (request) => identity.now.authenticator.authenticate(request)},
    peerTokens: {headersFor: (request) => identity.now.peerTokens.headersFor(request)},
    handle: (request, response) => identity.now.handle(request, response),
    onSignedOut(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    refresh: () => identity.refresh(),
    close: () => identity.close(),
  };
}

async function identityWith(secrets: TenantSecrets, config: IdentityConfig, listeners: Listeners): Promise<Omit<Identity, 'onSignedOut' | 'refresh'>> {
  const {region: own, origin, db, register, fetch, pageOrigins, report = reportToConsole} = config;
  const store = databasePayloadStore(db);
  const key = await gatewayKey(secrets.signingKey);
  const issuer = `${origin}/oidc`;
  const hub = remoteIssuer(config.hubOrigin, fetch);
  const peers = new Map(Object.entries(config.peers).filter(([province]) => province !== own).map(([province, at]) => [province, remoteIssuer(at, fetch)]));
  const notices = logoutOutbox(db, (to, person) => tellSignedOut({key, fetch, from: issuer, to, person}));

  /** Ends everything of an account here. */
  async function end(accountId: string): Promise<void> {
    await store.removeByAccount(accountId);
    for (const listener of listeners) listener(staffIdOf(accountId) ?? accountId);
  }

  /** Ends everything of an account here and, for a person, everywhere. */
  async function signOut(accountId: string): Promise<void> {
    await end(accountId);
    if (staffIdOf(accountId) === undefined) await notices.tell(accountId, [hub.issuer]);
  }

  /** A peer's word counts for its own people. Of somebody else's it can only bring news: it never changes a record. */
  async function receive(party: Party, from: Region6): Promise<void> {
    const isItsOwn = provinceOf(party.person.homeRegion) === from;
    if (isItsOwn) return register.receive(vouchedBy(from, party), own);
    if ((await register.party(party.person.id)) === undefined) await register.receive({...party, delegations: []}, own);
  }

  const pages = pageClients(pageOrigins, config.callbacks ?? []);
  const common = {origin, store, secrets, fetch, report, onSessionEnded: signOut};
  const people = {path: '/oidc', origin};
  const staff = {path: '/oidc/staff', origin};
  const citizenProvider = openIdProvider({
    ...common,
    ...people,
    realm: 'people',
    clients: [...pages, relyingServer(HUB_CLIENT, config.hubOrigin), ...[...peers.keys()].map((province) => peerGateway(province, config.peers[province]!))],
    findAccount: (id) => personAccount(register, id),
    principalOf: async (id, acr) => {
      const party = await register.party(id);
      return party && personPrincipal(party.person, loaOf(acr));
    },
  });
  const staffProvider = openIdProvider({
    ...common,
    ...staff,
    realm: 'staff',
    clients: pages,
    findAccount: (id) => staffMember(register, id),
    principalOf: async (id) => {
      const member = await register.staff(staffIdOf(id) ?? '');
      return member && staffPrincipal(member);
    },
  });
  registerExchangeGrant(citizenProvider, {store, hub, peer: (province) => peers.get(province), receive});

  /** The hub may vouch for anyone but in another's name: a subject belongs to the province it begins with. */
  async function accept(_issuer: string, {party, idToken}: FederatedSignIn): Promise<string> {
    const {id, homeRegion} = party.person;
    if (!isSubjectOf(provinceOf(homeRegion), id)) throw new TbError('TB_SIGN_IN_FAILED');
    await register.receive(party, own);
    await store.put({kind: HUB_WORD, id, value: {accountId: id, idToken}, expiresAt: Date.now() + lifetimes.session * 1000});
    return id;
  }

  const atHub = federation({
    provider: citizenProvider,
    clientId: gatewayClient(own),
    redirectUri: federatedCallback(origin),
    store,
    key,
    fetch,
    accept,
    issuer: (name) => (name === hub.issuer ? hub : undefined),
    quietAs: 'quiet',
  });

  const auth = authenticator({db, store, origin});
  const routes: IdentityRoute[] = [
    {
      path: '/oidc/interaction/*',
      reader: 'person',
      handle: citizenInteractions({provider: citizenProvider, register, own, provinces: [...peers.keys()], federate: (request, response, uid, wish) => atHub.begin(request, response, uid, hub, wish)}),
    },
    {path: '/oidc/staff/interaction/*', reader: 'person', handle: staffInteractions({provider: staffProvider, register, own})},
    {path: '/oidc/federated', reader: 'person', handle: (request, response, url) => atHub.finish(request, response, url.searchParams)},
    noticeRoute(new URL(backchannelUri(issuer)).pathname, async (token) => end(await readSignedOut(token, {store, self: issuer, from: hub}))),
    {
      path: '/oidc/sign-out',
      reader: 'program',
      cors: pageOrigins,
      async handle(request, response) {
        const principal = await auth.authenticate({method: request.method ?? '', url: request.url ?? '', headers: request.headers});
        const accountId = principal && accountOf(principal);
        if (request.method !== 'POST' || accountId === undefined) throw new TbError('TB_SIGN_IN_REQUIRED');
        await signOut(accountId);
        response.writeHead(204, {'cache-control': 'no-store'}).end();
      },
    },
  ];
  const citizens = mount(citizenProvider, people);
  const officers = mount(staffProvider, staff);
  const sweep = sweeper(() => store.removeExpired());

  return {
    authenticator: auth,
    peerTokens: peerTokens({
      own,
      issuer,
      key,
      fetch,
      peer: (province) => peers.get(province),
      party: (id) => register.party(id),
      hubIdToken: async (id) => (await store.find(HUB_WORD, id))?.idToken as string | undefined,
    }),
    handle(request, response) {
      const path = (request.url ?? '').split('?')[0]!;
      if (path !== '/oidc' && !path.startsWith('/oidc/')) return undefined;
      return routeRequest(routes, request, response, report) ?? (path.startsWith('/oidc/staff/') ? officers : citizens)(request, response);
    },
    close() {
      sweep.stop();
      void notices.close();
    },
  };
}

async function personAccount(register: PartyRegister, id: string): Promise<Account | undefined> {
  const party = await register.party(id);
  if (!party) return undefined;
  const {userType, homeRegion} = party.person;
  return {
    accountId: id,
    claims: (use) => Promise.resolve({sub: id, user_type: userType, home_region: homeRegion, ...(use === 'userinfo' && {party})} as never),
  };
}

async function staffMember(register: PartyRegister, accountId: string): Promise<Account | undefined> {
  const member = await register.staff(staffIdOf(accountId) ?? '');
  if (!member) return undefined;
  const {id, region, office, roles} = member;
  const staff = {id, region, office, roles};
  return {accountId, claims: () => Promise.resolve({sub: accountId, user_type: 'staff', home_region: region, staff} as never)};
}

import {readFileSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {codeOf} from '@tongban/domain/errors.js';
import type {Database} from '@tongban/gateway/database/database.js';
import {createHub} from '@tongban/gateway/hub.js';
import {createIdentity, type Identity} from '@tongban/gateway/identity/identity.js';
import {register, seedRegister} from '@tongban/gateway/people/register.js';
import type {PeopleFile} from '@tongban/gateway/people/person-record.js';
import {loopback} from '../../support/loopback.js';
import type {TestDatabase} from '../support/a-database.js';

const {people, staff} = JSON.parse(readFileSync('demo/data/people.json', 'utf8')) as PeopleFile;
const delegations = JSON.parse(readFileSync('demo/data/delegations.json', 'utf8')) as never[];

const labels: Record<string, string> = {310000: 'shanghai', 320000: 'jiangsu', 330000: 'zhejiang'};

/**
 * Three provinces and the hub on one port, with the demo people, over real sockets. `/whoami` answers the principal of a request.
 * Each province has two gateway processes' worth of identity over one database, and requests go to them in turn.
 */
export interface FederatedWorld {
  readonly database: Database;
  readonly hub: string;
  gateway(province: string): string;
  page(province: string): string;
  identity(province: string): Identity;
  /** Hears of whoever is signed out, in either process. */
  onSignedOut(province: string, listener: (personId: string) => void): void;
  /** Lets every server look at its keys, as each does by itself now and then. */
  refreshKeys(): Promise<void>;
  /** Makes a host refuse everything, or answer again. */
  setAway(origin: string, isAway: boolean): void;
  /** Origin of the staff window. */
  readonly window: string;
  close(): Promise<void>;
}

export async function federatedWorld({database, another}: TestDatabase): Promise<FederatedWorld> {
  const databases = [database, await another()];
  const handlers = new Map<string, (...args: Parameters<Identity['handle']>) => Promise<void> | undefined>();
  const away = new Set<string>();
  const server = createServer((request, response) => {
    if (away.has(request.headers.host ?? '')) {
      response.writeHead(503).end();
      return;
    }
    const handle = handlers.get(request.headers.host ?? '');
    if (handle) void handle(request, response);
    else response.writeHead(200, {'content-type': 'text/html'}).end('<!doctype html><title>A page</title>');
  });
  const port = await listen(server);
  const at = (host: string) => `http://${host}.localhost:${String(port)}`;
  const gateway = (province: string) => at(`gateway.${labels[province]!}`);
  const page = (province: string) => at(`www.${labels[province]!}`);
  const gateways = Object.fromEntries(Object.keys(labels).map((province) => [province, gateway(province)]));

  const hub = await createHub({origin: at('hub'), provinces: gateways, database, fetch: loopback});
  handlers.set(new URL(at('hub')).host, hub.handle);
  const identities = new Map<string, Identity[]>();
  for (const region of Object.keys(labels)) {
    const processes = await Promise.all(databases.map((each) => identityOf(region, each)));
    identities.set(region, processes);
    let turn = 0;
    handlers.set(new URL(gateway(region)).host, (request, response) => answer(processes[(turn += 1) % processes.length]!, request, response));
  }

  async function identityOf(region: string, {tenant}: Database): Promise<Identity> {
    const db = await tenant(region);
    await seedRegister(db, {people, staff, delegations} as never, region, new Date());
    return createIdentity({
      region,
      origin: gateway(region),
      pageOrigins: [page(region), at('window')],
      callbacks: [`${page(region)}/sign-in`],
      hubOrigin: at('hub'),
      peers: gateways,
      db,
      register: register(db, region, () => new Date()),
      fetch: loopback,
    });
  }

  return {
    database,
    hub: at('hub'),
    gateway,
    page,
    window: at('window'),
    setAway: (origin, isAway) => void (isAway ? away.add(new URL(origin).host) : away.delete(new URL(origin).host)),
    identity: (province) => identities.get(province)![0]!,
    onSignedOut: (province, listener) => identities.get(province)!.forEach((identity) => identity.onSignedOut(listener)),
    async refreshKeys() {
      await Promise.all([hub, ...[...identities.values()].flat()].map((server) => server.refresh()));
    },
    async close() {
      hub.close();
      for (const identity of [...identities.values()].flat()) identity.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A gateway with signing in and nothing else. */
function answer(identity: Identity, ...[request, response]: Parameters<Identity['handle']>): Promise<void> {
  const say = (status: number, body: unknown) => void response.writeHead(status, {'content-type': 'application/json'}).end(JSON.stringify(body));
  return (
    identity.handle(request, response) ??
    identity.authenticator.authenticate({method: request.method!, url: request.url!, headers: request.headers}).then(
      (authenticated) => {
        const {expiresAt: _expiresAt, ...principal} = authenticated ?? {};
        say(authenticated ? 200 : 401, authenticated ? principal : {code: 'TB_SIGN_IN_REQUIRED'});
      },
      (error: unknown) => say(401, {code: codeOf(error)}),
    )
  );
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));
}

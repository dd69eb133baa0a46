import {mkdtemp, rm} from 'node:fs/promises';
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Region6} from '@tongban/domain/primitives.js';
import {gatewayClient, type GatewayClient} from '@tongban/gateway-api/client.js';
import type {GatewayConfig, Limits, Seeds} from '@tongban/gateway/config.js';
import type {Database} from '@tongban/gateway/database/database.js';
import {createGateway, type Gateway} from '@tongban/gateway/gateway.js';
import {createHub} from '@tongban/gateway/hub.js';
import {httpCashier} from '@tongban/gateway/payments/http-cashier.js';
import {demoCashier} from '../../../demo/cashier/cashier.js';
import {readSeeds} from '../../../demo/seeds.js';
import {loopback} from '../../support/loopback.js';
import {PUBLISHED} from '../../support/published-list.js';
import {signIn, type SignedIn} from '../../support/sign-in.js';
import {aDatabase} from './a-database.js';

const labels: Readonly<Record<Region6, string>> = {310000: 'shanghai', 320000: 'jiangsu', 330000: 'zhejiang'};

/** Monday, ten in the morning in Shanghai. */
export const MONDAY = new Date('2026-03-02T02:00:00.000Z');

/** Somebody signed in, with the contract as calls and plain requests for what is no call. */
export interface Visitor extends SignedIn {
  readonly api: GatewayClient;
  readonly gateway: string;
}

export interface GatewayWorld {
  readonly database: Database;
  readonly seeds: Seeds;
  readonly log: string[];
  gateway(province: Region6): string;
  /** The demo's cashier, who takes the money of all provinces. */
  readonly cashier: string;
  page(province: Region6): string;
  /** Where a province keeps its files. */
  uploadDir(province: Region6): string;
  /** Civil time of every gateway, for the tests to move. */
  clock: Date;
  /** Signs in at a province's gateway: a person at home in `home`, or staff of that province. */
  person(id: string, at: Region6, home: Region6): Promise<Visitor>;
  staff(id: string, at: Region6): Promise<Visitor>;
  anonymous(province: Region6): GatewayClient;
  /** Lets a gateway answer nothing, as if its cable were cut, until it is called again with true. */
  setReachable(province: Region6, isReachable: boolean): void;
  /** The same of the cashier. */
  setCashierReachable(isReachable: boolean): void;
  /** Restarts a province's gateway over the same data. */
  restart(province: Region6): Promise<void>;
}

export interface WorldOptions {
  readonly provinces?: readonly Region6[];
  /** Gateway processes per province, over one database; requests go to them in turn. */
  readonly processes?: number;
  readonly limits?: Partial<Limits>;
  readonly seeds?: (seeds: Seeds) => Seeds;
}

/** Provinces and the hub on one port with the demo's data, over real sockets and real tokens. Ends with the test file. */
export async function gatewayWorld({provinces = ['310000'], processes = 1, limits, seeds: change = (all) => all}: WorldOptions = {}): Promise<GatewayWorld> {
  const {database, another, beforeClose} = await aDatabase();
  const uploadDir = await mkdtemp(join(tmpdir(), 'tongban-uploads-'));
  const handlers = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>();
  const cut = new Set<string>();
  const server = createServer((request, response) => {
    const host = request.headers.host ?? '';
    if (cut.has(host)) request.socket.destroy();
    else handlers.get(host)?.(request, response);
  });
  const port = await listen(server);
  const at = (name: string) => `http://${name}.localhost:${port}`;
  const hostOf = (origin: string) => new URL(origin).host;
  const gateway = (province: Region6) => at(`gateway.${labels[province]!}`);
  const page = (province: Region6) => at(`www.${labels[province]!}`);
  const origins = Object.fromEntries(provinces.map((province) => [province, gateway(province)]));
  const seeds = change(readSeeds());
  const log: string[] = [];

  const databases = [database];
  while (databases.length < processes) databases.push(await another());
  const hub = await createHub({origin: at('hub'), provinces: origins, database, fetch: loopback});
  handlers.set(hostOf(at('hub')), (request, response) => void hub.handle(request, response));
  const cashier = await demoCashier({origin: at('pay'), merchants: Object.values(origins), fetch: loopback, now: () => world.clock});
  handlers.set(hostOf(at('pay')), (request, response) => void cashier.handle(request, response));
  const open = new Map<Region6, Gateway[]>();

  const world: GatewayWorld = {
    database, seeds, log, gateway, page,
    cashier: at('pay'),
    uploadDir: (province) => join(uploadDir, province),
    clock: MONDAY,
    async person(id, province, home) {
      return visitor(await signIn({gateway: gateway(province), page: page(province), person: id, home, fetch: loopback}), gateway(province));
    },
    async staff(id, province) {
      return visitor(await signIn({gateway: gateway(province), page: at('window'), staff: id, fetch: loopback}), gateway(province));
    },
    anonymous: (province) => gatewayClient(gateway(province), ({method, url, headers, body}) => loopback(url, {method, headers, ...(body !== undefined && {body})})),
    setReachable: (province, isReachable) => setReachable(gateway(province), isReachable),
    setCashierReachable: (isReachable) => setReachable(at('pay'), isReachable),
    async restart(province) {
      await Promise.all(open.get(province)!.map((each) => each.close()));
      await start(province);
    },
  };

  function setReachable(origin: string, isReachable: boolean): void {
    if (isReachable) cut.delete(hostOf(origin));
    else cut.add(hostOf(origin));
  }

  async function start(region: Region6): Promise<void> {
    const started = await Promise.all(databases.map((each) => createGateway(configOf(region, each))));
    let turn = 0;
    open.set(region, started);
    handlers.set(hostOf(gateway(region)), (request, response) => started[turn++ % started.length]!.handle(request, response));
  }

  function configOf(region: Region6, each: Database): GatewayConfig {
    return {
      region,
      name: labels[region]!,
      origin: gateway(region),
      pageOrigins: [page(region), at('window')],
      hubOrigin: at('hub'),
      cashier: httpCashier(at('pay')),
      peers: origins,
      database: each,
      uploadDir: join(uploadDir, region),
      now: () => world.clock,
      fetch: loopback,
      seeds,
      catalogue: PUBLISHED,
      ...(limits && {limits}),
      log: {level: 'info', write: (line) => log.push(line)},
    };
  }

  for (const province of provinces) await start(province);
  beforeClose(async () => {
    for (const each of [...open.values()].flat()) await each.close();
    hub.close();
    cashier.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rm(uploadDir, {recursive: true, force: true});
  });
  return world;
}

function visitor(signedIn: SignedIn, gateway: string): Visitor {
  const api = gatewayClient(gateway, ({method, url, headers, body}) => signedIn.send({method, url, headers, ...(body !== undefined && {body})}));
  return {...signedIn, api, gateway};
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));
}

import {mkdirSync} from 'node:fs';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import {fileURLToPath} from 'node:url';
import {openDatabase} from '@tongban/gateway/database/database.js';
import {createGateway} from '@tongban/gateway/gateway.js';
import {httpCashier} from '@tongban/gateway/payments/http-cashier.js';
import {createHub} from '@tongban/gateway/hub.js';
import {loopbackFetch} from '@tongban/gateway/net/loopback-fetch.js';
import {demoCashier} from './cashier/cashier.js';
import {civilClock} from './civil-clock.js';
import {sendFile, sendText} from './files.js';
import {demoIndex} from './demo-index.js';
import {sendDemoJson, sendLanding} from './landing.js';
import {jspSite, modernSite} from './portal-site.js';
import {originsAt, provinces} from './provinces.js';
import {publishLists} from './published-lists.js';
import {readSeeds} from './seeds.js';
import {offices, windowSite} from './window-site.js';

type Handle = (req: IncomingMessage, res: ServerResponse) => unknown;

const port = Number(process.env['PORT'] ?? 8080);
const dataDir = `${process.env['TONGBAN_DATA'] ?? fileURLToPath(new URL('../.tongban', import.meta.url))}/`;
const kit = fileURLToPath(new URL('../packages/portal/dist/kit/', import.meta.url));

const origins = originsAt(port);
const now = civilClock(process.env['TONGBAN_NOW']);
const fetch = loopbackFetch();
const seeds = readSeeds();

mkdirSync(dataDir, {recursive: true});
const url = process.env['DATABASE_URL'];
const database = await openDatabase(url ? {url} : {dataDir: `${dataDir}pglite`});
const lists = await publishLists(dataDir, seeds);
const peers = Object.fromEntries(provinces.map((province) => [province.region, origins.gateway(province)]));

const handlers = new Map<string, Handle>();
const closers: (() => unknown)[] = [];
const at = (origin: string, handle: Handle) => handlers.set(new URL(origin).host, handle);

const hub = await createHub({origin: origins.hub, provinces: peers, database, fetch});
at(origins.hub, (req, res) => hub.handle(req, res));
closers.push(() => hub.close());

const cashier = await demoCashier({origin: origins.cashier, merchants: Object.values(peers), fetch, now, file: `${dataDir}cashier.json`});
at(origins.cashier, (req, res) => cashier.handle(req, res));
closers.push(() => cashier.close());

for (const province of provinces) {
  const portal = origins.portal(province);
  const signIn = province.region === '310000' ? `${portal}/signin.jsp` : `${portal}/signin`;
  const gateway = await createGateway({
    region: province.region,
    name: province.name,
    origin: origins.gateway(province),
    pageOrigins: [portal, origins.window],
    callbacks: [signIn, ...Object.keys(offices).map((office) => `${origins.window}/${office}/signin`)],
    pages: province.region === '310000' ? jspPages(portal) : modernPages(portal),
    hubOrigin: origins.hub,
    cashier: httpCashier(origins.cashier),
    peers,
    database,
    uploadDir: `${dataDir}uploads/${province.region}`,
    now,
    fetch,
    seeds,
    catalogue: {base: `${origins.cdn}/catalogue/${province.region}/`, keys: lists.keys},
    log: {level: 'warn'},
  });
  at(origins.gateway(province), (req, res) => gateway.handle(req, res));
  closers.push(() => gateway.close());

  const values = {cdn: origins.cdn, gateway: origins.gateway(province), region: province.region, name: province.name, en: province.en, sign: province.sign, ...itemLinks(province.region)};
  const site = province.region === '310000' ? jspSite(values) : modernSite(values);
  at(portal, (req, res) => site.handle(req, res));
}

const staffWindow = windowSite(origins);
at(origins.window, (req, res) => staffWindow.handle(req, res));
at(origins.cdn, serveCdn);
at(origins.landing, serveLanding);

const server = createServer((req, res) => {
  if (req.url === '/favicon.ico') return void res.writeHead(204).end();
  const handle = handlers.get(req.headers.host ?? '') ?? notHere;
  Promise.resolve(handle(req, res)).catch(() => {
    if (!res.headersSent) sendText(res, 500, '500', 'text/plain');
    else res.destroy();
  });
});
server.listen(port, () => {
  console.log(`\nTongban 通办 is running: ${origins.landing}/\nStop with Ctrl-C.`);
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop());

/** Lets every gateway finish what it is writing. */
async function stop(): Promise<void> {
  server.close();
  server.closeAllConnections();
  await Promise.allSettled(closers.map((close) => close()));
  await database.close();
  process.exit(0);
}

async function serveCdn(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const {pathname} = new URL(req.url ?? '/', origins.cdn);
  const list = /^\/catalogue\/(.+)$/.exec(pathname)?.[1];
  const headers = {'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin', 'timing-allow-origin': '*', 'cache-control': cachingOf(pathname)};
  if (!(await sendFile(res, list === undefined ? kit : lists.dir, list ?? pathname, headers))) sendText(res, 404, '404', 'text/plain');
}

/** Parts of the kit and of item lists are named after their content; the manifest of a list is looked at again every few seconds. */
function cachingOf(pathname: string): string {
  if (/^(\/catalogue\/\d{6})?\/parts\//.test(pathname)) return 'public, max-age=31536000, immutable';
  return pathname.startsWith('/catalogue/') ? 'public, max-age=5' : 'no-cache';
}

function serveLanding(req: IncomingMessage, res: ServerResponse): void {
  const {pathname} = new URL(req.url ?? '/', origins.landing);
  const index = demoIndex(origins, seeds, now());
  if (pathname === '/demo.json') sendDemoJson(res, index);
  else if (pathname === '/') sendLanding(res, index);
  else sendText(res, 404, '404', 'text/plain');
}

function notHere(_: IncomingMessage, res: ServerResponse): void {
  sendText(res, 421, `Nothing lives at this host. Begin at ${origins.landing}/`, 'text/plain');
}

function jspPages(portal: string) {
  return {progress: (caseNo: string) => `${portal}/case.jsp?case=${caseNo}`, rating: (ticket: string) => `${portal}/rate.jsp#ticket=${ticket}`};
}

function modernPages(portal: string) {
  return {progress: (caseNo: string) => `${portal}/case?case=${caseNo}`, rating: (ticket: string) => `${portal}/rate#ticket=${ticket}`};
}

/** Codes of a few items for the portals' own links. */
function itemLinks(region: string): Record<string, string> {
  const codeOf = (name: string) => {
    const guide = seeds.guides.find((one) => one.name.includes(name));
    return guide?.deltas.find((delta) => delta.region === region)?.taskCode ?? guide?.taskCode ?? '';
  };
  return {'item.fundRetire': codeOf('退休提取住房公积金'), 'item.remoteMedical': codeOf('异地就医备案'), 'item.companySetup': codeOf('公司设立登记')};
}

// A process with one province's gateway, for the benches: its order comes by environment, its address goes back by message.
import {createServer} from 'node:http';
import {openDatabase} from '@tongban/gateway/database/database.js';
import {createGateway} from '@tongban/gateway/gateway.js';
import {loopbackFetch} from '@tongban/gateway/net/loopback-fetch.js';
import {readSeeds} from '../../../demo/seeds.js';
import {PUBLISHED} from '../../support/published-list.js';
import {applicants, clerks} from './crowd.js';
import {readDurability} from './durability.js';
import {REGION, type Order, type Ready} from './order.js';

const order = JSON.parse(process.env['TONGBAN_BENCH_ORDER'] ?? '') as Order;
const {database: where, origin, page, window, port, uploadDir} = order;

const seeds = readSeeds();
const database = await openDatabase(where);
const gateway = await createGateway({
  region: REGION,
  name: '上海',
  origin,
  pageOrigins: [page, window],
  hubOrigin: origin.replace('gateway.shanghai', 'hub'),
  peers: {[REGION]: origin},
  database,
  uploadDir,
  now: () => new Date('2026-03-02T02:00:00.000Z'),
  fetch: loopbackFetch(),
  seeds: {...seeds, people: [...seeds.people, ...applicants(order.applicants)], staff: [...seeds.staff, ...clerks(order.clerks)]},
  catalogue: PUBLISHED,
  log: {level: 'warn', write: (line) => void process.stderr.write(line)},
  trustProxy: true, // Each client of the bench says an address of its own, as behind a proxy.
});

const server = createServer((request, response) => gateway.handle(request, response));
server.listen(port, '127.0.0.1');
const durability = await readDurability(await database.tenant(REGION));
process.send?.({durability} satisfies Ready);

process.once('message', () => void close());
process.once('disconnect', () => void close());

async function close(): Promise<void> {
  server.close();
  server.closeAllConnections();
  await gateway.close();
  await database.close();
  process.exit(0);
}

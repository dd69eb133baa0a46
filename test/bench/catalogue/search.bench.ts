// The installed catalogue in Chromium beside the libraries one could have taken: the same feed, the same queries, a fresh profile
// each, real IndexedDB or private files, a real worker, real HTTP.
import {mkdirSync, readFileSync} from 'node:fs';
import {deflateSync} from 'node:zlib';
import {figure, isQuick, note} from '../figure.js';
import {bundle} from './bundle.js';
import type {Tier} from './engine.js';
import {writeExpectations} from './expectations.js';
import {feedFiles, writeRecords} from './feed-files.js';
import {serveFiles} from './file-server.js';
import {measureEngine} from './measure-engine.js';
import {publishOwn} from './own-pack.js';
import {buildPeer, peerFolder, peerNames, peerSetups, type PeerName} from './peers.js';
import {committedQueries, drawnQueries, firstQueries, scatteredQuery} from './queries.js';
import {figuresOf, sayBeside, type Figures} from './say-measures.js';

const ITEMS = isQuick ? 10_000 : 50_000;
const SIZE = `${ITEMS / 1_000}k`;
const QUERIES = 200;
const TIERS: readonly Tier[] = ['names', 'full'];

const GOALS: Readonly<Record<string, {atMost: number} | {atLeast: number}>> = {
  cold_first_result_50k_ms: {atMost: 150},
  names_p95_ms: {atMost: 8},
  full_p95_ms: {atMost: 25},
  recall: {atLeast: 1},
  precision: {atLeast: 1},
  recall_names: {atLeast: 1},
  precision_names: {atLeast: 1},
  memory_full_mb: {atMost: 45},
  memory_names_mb: {atMost: 8},
  install_write_ms: {atMost: 100},
  install_cpu_ms: {atMost: 1_500},
  longest_task_ms: {atMost: 50},
  update_1pct_kb: {atMost: 200},
  update_flip_ms: {atMost: 100},
  first_search_transfer_kb: {atMost: 600},
};

/** `TONGBAN_BENCH_PEERS=flexsearch,sqlite` asks these only, `none` asks none. */
const asked = process.env['TONGBAN_BENCH_PEERS']?.split(',');
const peers = peerNames.filter((name) => asked?.includes(name) ?? true);

const files = feedFiles(ITEMS);
writeRecords(files);
const queries = drawnQueries(files.feed(), QUERIES);
const judged = [...committedQueries(), ...queries];
writeExpectations(files, judged);
const pack = await publishOwn(files);
const site = `${files.folder}site/`;
mkdirSync(site, {recursive: true});
await bundle(['own', ...peers], site);
const server = await serveFiles({'/': site, '/feed/': files.folder});
pack.announce(server.origin);

const common = {
  origin: server.origin,
  feedBase: '/feed/',
  firstQueries,
  queries,
  colds: isQuick ? 2 : 7,
  rounds: isQuick ? 2 : 5,
};
note(`${SIZE} items, texts of 300 signs; ${QUERIES} queries in ${common.rounds} rounds, ${common.colds} cold starts; a figure is the median of its rounds`);
note(`recall and precision: ${judged.length} queries, ${committedQueries().length} of them those of the tests, against the oracle of the tests; libraries are asked those of them without Latin letters, each fourth of the tests', with synonyms spelled out`);
note('cold: a new browser process on the installed profile, once it has done with its own start; from the wish of a page to the first answer, the start of the worker included');
note('memory: objects and buffers of the worker after collections, by its own script engine; WebAssembly memory added');

try {
  const own = await measureOwn();
  for (const peer of peers) await measurePeer(peer, own);
} finally {
  server.close();
}

async function measureOwn(): Promise<Figures> {
  const base = '/feed/own/';
  note(`own: ${(pack.bytes() / 1e6).toFixed(1)} MB published`);
  const measures = await measureEngine({...common, engine: 'own', base, scatteredQuery, tiers: TIERS, sent: () => server.sent(base), publishNext: () => pack.publishNext()});
  const figures = figuresOf('own', SIZE, measures);
  for (const [name, {value, unit}] of figures) figure(`catalogue.${name}`, value, unit, GOALS[name]);
  return figures;
}

async function measurePeer(peer: PeerName, own: Figures): Promise<void> {
  note(`${peer}: ${peerSetups[peer]}`);
  const tiers = await built(peer);
  if (tiers.length === 0) return;
  // A publisher would compress what it sends; the bench's server does not.
  const sent = () => deflateSync(readFileSync(`${peerFolder(ITEMS, peer)}names.idx`)).length;
  try {
    const measures = await measureEngine({...common, engine: peer, base: `/feed/${peer}/`, tiers, sent});
    sayBeside(`peer.${peer}`, figuresOf(peer, SIZE, measures), own);
  } catch (error) {
    note(`${peer} could not be measured: ${firstLine(error)}`);
  }
}

async function built(peer: PeerName): Promise<Tier[]> {
  const tiers: Tier[] = [];
  for (const tier of TIERS) {
    try {
      note(`${peer} ${tier}: built by the publisher in ${(await buildPeer(peer, tier, ITEMS)).toFixed(1)} s of processor time`);
      tiers.push(tier);
    } catch (error) {
      note(`${peer} ${tier}: could not be built: ${firstLine(error)}`);
    }
  }
  return tiers;
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}

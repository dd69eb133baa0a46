// What publishing a whole province costs: 100,000 items from the feed's file to a signed publication, in a process of its own, and
// how soon such a list answers in a browser that was just started.
import {execFile} from 'node:child_process';
import {mkdirSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {figure, isQuick, note, noteRounds} from '../figure.js';
import {median} from '../quantiles.js';
import {bundle} from './bundle.js';
import {feedFiles} from './feed-files.js';
import {serveFiles} from './file-server.js';
import {measureCold} from './measure-engine.js';
import {publishOwn} from './own-pack.js';
import {firstQueries} from './queries.js';

const ITEMS = isQuick ? 20_000 : 100_000;
const SIZE = `${ITEMS / 1_000}k`;
const BUILDS = isQuick ? 1 : 3;
const LIMIT_MS = 600_000;

const files = feedFiles(ITEMS);
writeFileSync(`${files.folder}feed.json`, JSON.stringify(files.feed()));

const builds: {wallS: number; peakMb: number; feedMb: number; packMb: number}[] = [];
while (builds.length < BUILDS) {
  const script = fileURLToPath(new URL('./build-own.ts', import.meta.url));
  const args = ['--conditions=tongban-source', '--import=tsx', script, `${files.folder}feed.json`, `${files.folder}built`];
  const {stdout} = await promisify(execFile)(process.execPath, args, {timeout: LIMIT_MS, maxBuffer: 1e6});
  builds.push(JSON.parse(stdout) as (typeof builds)[number]);
}
const [{feedMb, packMb}] = builds as [(typeof builds)[number]];
note(`from a feed of ${feedMb.toFixed(0)} MB to a publication of ${packMb.toFixed(1)} MB: read, checked, pinyin made, packed, signed, written; the process's whole time and its peak of resident memory`);
noteRounds('build', builds.map(({wallS}) => wallS), 's');
const goals = isQuick ? [] : ([{atMost: 60}, {atMost: 1_000}, {atMost: 300}] as const);
figure(`catalogue.build_${SIZE}_s`, median(builds.map(({wallS}) => wallS)), 's', goals[0]);
figure(`catalogue.build_${SIZE}_mb`, median(builds.map(({peakMb}) => peakMb)), 'MB', goals[1]);

const site = `${files.folder}site/`;
mkdirSync(site, {recursive: true});
await bundle(['own'], site);
const pack = await publishOwn(files);
const server = await serveFiles({'/': site, '/feed/': files.folder});
pack.announce(server.origin);
try {
  const base = '/feed/own/';
  const coldMs = await measureCold({origin: server.origin, engine: 'own', base, feedBase: '/feed/', firstQueries, colds: isQuick ? 2 : 7, sent: () => server.sent(base)});
  noteRounds(`cold with ${SIZE} items`, coldMs, 'ms');
  figure(`catalogue.cold_first_result_${SIZE}_ms`, median(coldMs), 'ms', goals[2]);
} finally {
  server.close();
}

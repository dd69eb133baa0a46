import {execFile} from 'node:child_process';
import {mkdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import type {Tier} from './engine.js';
import {feedFiles} from './feed-files.js';

export const peerNames = ['linear', 'flexsearch', 'minisearch', 'sqlite', 'orama'] as const;
export type PeerName = (typeof peerNames)[number];

const LIMIT_MS = 300_000;
const root = fileURLToPath(new URL('../../..', import.meta.url));

export function peerFolder(items: number, peer: PeerName): string {
  const folder = `${feedFiles(items).folder}${peer}/`;
  mkdirSync(folder, {recursive: true});
  return folder;
}

/** Builds what a publisher of that library would publish, unless it lies there already; processor seconds it took. @throws Error when it cannot be built */
export async function buildPeer(peer: PeerName, tier: Tier, items: number): Promise<number> {
  const script = fileURLToPath(new URL('./build-peer.ts', import.meta.url));
  const args = ['--max-old-space-size=6000', '--conditions=tongban-source', '--import=tsx', script, peer, tier, String(items)];
  await promisify(execFile)(process.execPath, args, {cwd: root, timeout: LIMIT_MS, maxBuffer: 1e7});
  return (JSON.parse(readFileSync(`${peerFolder(items, peer)}${tier}.json`, 'utf8')) as {cpuS: number}).cpuS;
}

const version = (name: string) => (JSON.parse(readFileSync(`${root}/node_modules/${name}/package.json`, 'utf8')) as {version: string}).version;

/** Each peer with its version and how it was set up. */
export const peerSetups: Readonly<Record<PeerName, string>> = {
  linear: 'array of strings, String.prototype.includes',
  flexsearch: `FlexSearch ${version('flexsearch')}: Index, encode to pairs of signs, tokenize forward (for one sign), resolution 1, no context`,
  minisearch: `MiniSearch ${version('minisearch')}: tokenize to pairs of signs, combineWith AND, prefix search for one sign`,
  sqlite: `@sqlite.org/sqlite-wasm ${version('@sqlite.org/sqlite-wasm')}: FTS5 trigram, LIKE below three signs, OPFS SAHPool, database built by the publisher and optimised`,
  orama: `Orama ${version('@orama/orama')}: tokenizer of pairs of signs, threshold 0, one sign by beginnings (of which it counts each as a term found: that is what it misses and what it finds too much)`,
};

// Builds one peer's index of one tier, in a process of its own: build-peer.ts <peer> <names|full> <items>
import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {insertMultiple, save} from '@orama/orama';
import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import {Index} from 'flexsearch';
import MiniSearch from 'minisearch';
import type {Tier} from './engine.js';
import {flexSearchOptions} from './engines/flexsearch-options.js';
import {miniSearchOptions} from './engines/minisearch-options.js';
import {createOrama} from './engines/orama-options.js';
import {feedFiles} from './feed-files.js';
import {peerFolder, type PeerName} from './peers.js';

const builders: Readonly<Record<PeerName, (texts: readonly string[]) => Promise<string | Uint8Array>>> = {
  async minisearch(texts) {
    const index = new MiniSearch(miniSearchOptions);
    index.addAll(texts.map((text, id) => ({id, text})));
    return JSON.stringify(index);
  },
  async flexsearch(texts) {
    const index = new Index(flexSearchOptions);
    for (const [id, text] of texts.entries()) index.add(id, text);
    const parts: [string, string][] = [];
    index.export((key: string, data: string) => void (data && parts.push([key, data])));
    return JSON.stringify(parts);
  },
  async orama(texts) {
    const orama = createOrama();
    await insertMultiple(orama, texts.map((text, id) => ({id: String(id), text})), 1_000);
    return JSON.stringify(save(orama));
  },
  async sqlite(texts) {
    const sqlite3 = await sqlite3InitModule();
    const db = new sqlite3.oo1.DB(':memory:');
    db.exec(`CREATE VIRTUAL TABLE items USING fts5(text, tokenize = 'trigram'); BEGIN`);
    const insert = db.prepare('INSERT INTO items(rowid, text) VALUES (?, ?)');
    for (const [id, text] of texts.entries()) insert.bind([id, text]).stepReset();
    insert.finalize();
    db.exec(`COMMIT; INSERT INTO items(items) VALUES ('optimize'); VACUUM`);
    return sqlite3.capi.sqlite3_js_db_export(db);
  },
  async linear(texts) {
    return texts.join('\n');
  },
};

const [peer, tier, items] = process.argv.slice(2) as [PeerName, Tier, string];
const texts = feedFiles(Number(items)).documents(tier);
const folder = peerFolder(Number(items), peer);
const built = `${folder}${tier}.json`;
const hash = createHash('sha256').update(texts.join('\n')).update(readFileSync(new URL(import.meta.url)));
for (const settings of readdirSync(new URL('./engines/', import.meta.url))) hash.update(readFileSync(new URL(`./engines/${settings}`, import.meta.url)));
const of = hash.digest('hex');
if (!existsSync(built) || (JSON.parse(readFileSync(built, 'utf8')) as {of: string}).of !== of) {
  const began = process.cpuUsage();
  const index = await builders[peer](texts);
  const {user, system} = process.cpuUsage(began);
  writeFileSync(`${folder}${tier}.idx`, index);
  writeFileSync(built, JSON.stringify({of, cpuS: (user + system) / 1e6}));
}

// Publishes a feed, and says what that took: build-own.ts <feed.json> <folder>
import {mkdirSync, readdirSync, rmSync, statSync} from 'node:fs';
import {buildPack} from '@tongban/catalogue/node/publish/build-pack.js';
import {prepareFeed} from '@tongban/catalogue/node/publish/prepare-feed.js';
import {makeStoredKey, signingKey} from '@tongban/catalogue/node/publish/signing-key.js';
import {benchHead} from './own-pack.js';

const [feedFile = '', dir = ''] = process.argv.slice(2);
rmSync(dir, {recursive: true, force: true});
mkdirSync(dir, {recursive: true});
const {items, guides, faults} = await prepareFeed({items: [feedFile]}, '2026-03-01');
if (faults.length > 0) throw new Error(`The feed has ${faults.length} faults.`);
await buildPack({items, guides}, {...benchHead(1), dir, key: signingKey(makeStoredKey())});

const bytesOf = (name: string) => (statSync(name).isFile() ? statSync(name).size : 0);
const packBytes = readdirSync(dir, {recursive: true, encoding: 'utf8'}).reduce((sum, name) => sum + bytesOf(`${dir}/${name}`), 0);
const said = {wallS: process.uptime(), peakMb: process.resourceUsage().maxRSS / 1_000, feedMb: bytesOf(feedFile) / 1e6, packMb: packBytes / 1e6};
console.log(JSON.stringify(said));

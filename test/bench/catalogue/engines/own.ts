import {connectStore} from '@tongban/catalogue/worker/connect-store.js';
import {createInstalled} from '@tongban/catalogue/worker/installed.js';
import {TbError} from '@tongban/domain/errors.js';
import type {BenchQuery, Tier} from '../engine.js';
import {serveEngine} from '../serve-engine.js';
import {readWhole} from './read-whole.js';
import {timeOpen, watchWrites} from './watch-writes.js';

const SHOWN = 20;
const LIMIT_MS = 60_000;
const base = '/feed/own/';

const writes = watchWrites();
/** Texts are brought when the bench asks for them, and then without pauses. */
let bringTexts: () => void;
const mayBringTexts = new Promise<void>((resolve) => (bringTexts = resolve));

const installed = createInstalled({
  source: location.origin,
  async fetchWhere() {
    const response = await fetch(`${base}where.json`).catch(() => undefined);
    if (!response?.ok) throw new TbError('TB_NETWORK');
    return {same: false, value: await response.json()};
  },
  fetchFile: (url, {signal}) => fetch(url, {signal}),
  now: () => new Date(),
  openStore: connectStore(() => Date.now()),
  groups: [],
  changed: () => undefined,
  pace: {quiet: () => mayBringTexts, saveData: () => false},
});

const ask = async ({text}: BenchQuery, tier: Tier) => (await installed.search({text, near: ['320602', '320600', '320000'], scope: 'all', tier, limit: SHOWN})).value;

async function readTexts(): Promise<void> {
  const {tier} = await ask({text: '办'}, 'full');
  if (tier !== 'full') throw new Error('The texts could not be read.');
}

/** Until the list with its texts lies here. */
async function isInstalled(sequence: number): Promise<void> {
  bringTexts();
  const deadline = Date.now() + LIMIT_MS;
  for (let state = await installed.state(); state.list?.sequence !== sequence || !state.texts; state = await installed.state()) {
    if (Date.now() > deadline) throw new Error(`Publication ${sequence} did not come: ${state.problem ?? 'no reason'}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

let whole: Awaited<ReturnType<typeof readWhole>> | undefined;

serveEngine({
  async install(_base, tier) {
    if (tier === 'names') await ask({text: '办'}, 'names');
    else await isInstalled(1);
    return {writeMs: timeOpen(writes.taken())};
  },
  async update() {
    await ask({text: '办'}, 'names'); // From the list that lies here; behind that it is compared with the publisher's.
    await isInstalled(2);
    const flips = writes.taken().filter(({stores}) => stores.join() === 'installed,parts');
    return {flipMs: timeOpen(flips)};
  },
  open: (tier) => (tier === 'names' ? Promise.resolve() : readTexts()),
  search: ask,
  async find({text}, tier) {
    if (!whole) throw new Error('Not loaded.');
    const found = await whole.find(text, tier);
    const {total, scattered} = await ask({text}, tier);
    if ((scattered ? 0 : total) !== found.length) throw new Error(`「${text}」: ${total} said, ${found.length} found.`);
    return found;
  },
  async loadRecords(feedBase) {
    whole = await readWhole(`${base}pack/`, feedBase);
  },
});

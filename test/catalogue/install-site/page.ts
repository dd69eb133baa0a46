import {connectStore} from '@tongban/catalogue/worker/connect-store.js';
import {createInstalled} from '@tongban/catalogue/worker/installed.js';
import {TbError} from '@tongban/domain/errors.js';
import type {SearchQuery} from '@tongban/domain/guide/search.js';
import {searchOf, type Look} from './look.js';

/** What the test calls in the page. */
export interface PageCalls {
  look(): Promise<Look>;
  /** Searches, and so makes the page compare its list with the publisher's. */
  ask(): Promise<void>;
  changes(): number;
  makeRoom(bytes: number): Promise<number>;
}

const tabs = new BroadcastChannel('tabs');
let changes = 0;

const installed = createInstalled({
  source: location.origin,
  async fetchWhere() {
    const response = await fetch('/where', {cache: 'no-store'}).catch(() => undefined);
    if (!response?.ok) throw new TbError('TB_NETWORK');
    return {same: false, value: await response.json()};
  },
  fetchFile: (url, {signal}) => fetch(url, {signal, cache: 'no-store'}),
  now: () => new Date(),
  openStore: connectStore(() => Date.now()),
  groups: [],
  changed() {
    changes += 1;
    tabs.postMessage('changed');
  },
  pace: {quiet: () => Promise.resolve(), saveData: () => false},
});

tabs.onmessage = () => {
  changes += 1;
  installed.heard();
};

const total = async (text: string, tier: SearchQuery['tier']) => {
  const {value} = await installed.search({text, near: [], scope: 'all', tier, limit: 1});
  return value.tier === tier ? value.total : 'not read';
};

const calls: PageCalls = {
  async look() {
    const {list, kept, texts, problem} = await installed.state();
    if (!list) return {sequence: 0, kept, texts, problem, names: 0, full: 0};
    const searches = searchOf(list.sequence);
    return {
      sequence: list.sequence,
      kept,
      texts,
      problem,
      names: await total(searches.name, 'names'),
      full: await total(searches.text, 'full'),
    };
  },
  ask: async () => void (await installed.search({text: '版', near: [], scope: 'all', limit: 1})),
  changes: () => changes,
  makeRoom: (bytes) => installed.makeRoom(bytes),
};

Object.assign(globalThis, {calls});

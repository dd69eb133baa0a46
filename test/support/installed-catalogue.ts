import {connectStore} from '@tongban/catalogue/worker/connect-store.js';
import {createInstalled, type Installed, type InstalledNeeds} from '@tongban/catalogue/worker/installed.js';
import {TbError} from '@tongban/domain/errors.js';
import type {SearchQuery} from '@tongban/domain/guide/search.js';
import type {Publisher} from './publisher.js';

export const MORNING = Date.UTC(2026, 2, 2, 1);
export const MINUTE = 60_000;

/** One device: a database that tabs come and go on, a clock, and a gateway that says where the list is published. */
export function aDevice(publisher: Publisher) {
  const name = `test-${String(Math.random())}`;
  const stores: ReturnType<typeof connectStore>[] = [];
  const tabs: {hear(): void}[] = [];
  const device = {
    name,
    now: MORNING,
    isGatewayReachable: true,
    saveData: false,
    /** Whether tabs are told by the one that installs. */
    tabsHear: true,
    /** Cuts the page off from everybody. */
    cutOff() {
      device.isGatewayReachable = false;
      publisher.isReachable = false;
    },
    reconnect() {
      device.isGatewayReachable = true;
      publisher.isReachable = true;
    },
    /** A page of its own, as another tab or the same one after a reload. */
    tab(needs: Partial<InstalledNeeds> = {}): Tab {
      const openStore = connectStore(() => device.now, name);
      stores.push(openStore);
      let changes = 0;
      const installed = createInstalled({
        source: 'https://gateway.example',
        fetchWhere: async () => {
          if (!device.isGatewayReachable) throw new TbError('TB_NETWORK');
          return {same: false, value: publisher.where()};
        },
        fetchFile: publisher.fetchFile,
        now: () => new Date(device.now),
        openStore,
        groups: [],
        changed() {
          changes += 1;
          for (const other of tabs) if (other !== ears) other.hear();
        },
        pace: {quiet: () => Promise.resolve(), saveData: () => device.saveData},
        ...needs,
      });
      const ears = {
        hear() {
          changes += 1;
          if (device.tabsHear) installed.heard();
        },
      };
      tabs.push(ears);
      return Object.assign(installed, {changes: () => changes});
    },
    database: async () => (await (stores[0] ?? connectStore(() => device.now, name))()).database,
    async close() {
      for (const store of stores)
        await store().then(
          (opened) => opened.close(),
          () => undefined,
        );
      indexedDB.deleteDatabase(name);
    },
  };
  return device;
}

export interface Tab extends Installed {
  /** How often the page was told that something changed. */
  changes(): number;
}

export const query = (text: string, parts: Partial<SearchQuery> = {}): SearchQuery => ({
  text,
  near: [],
  scope: 'all',
  limit: 20,
  ...parts,
});

/** The names found. */
export async function found(tab: Installed, text: string, parts: Partial<SearchQuery> = {}): Promise<string[]> {
  const {value} = await tab.search(query(text, parts));
  return value.hits.map(({item}) => item.name).sort();
}

import {Guide} from '@tongban/domain/guide/guide.js';
import {parse} from '@tongban/domain/parse.js';
import type {CataloguePort, Shown} from '@tongban/domain/portal.js';
import {RegionsData, regionTable, type RegionTable} from '@tongban/domain/regions/regions.js';
import type {CatalogueStore} from './catalogue-store.js';
import type {Installed} from './installed.js';
import {isPassing, newest, type Fetched} from './kept-copy.js';

export interface CatalogueNeeds {
  /** The gateway's base URL: what copies are kept under. */
  readonly source: string;
  readonly fetchGuide: (taskCode: string, etag: string | undefined) => Promise<Fetched>;
  readonly fetchRegions: (etag: string | undefined) => Promise<Fetched>;
  readonly now: () => Date;
  /** Opens the copies on this device, again after they were closed; rejects where there are none. */
  readonly openStore: () => Promise<CatalogueStore>;
  /** Loads the installed list with all that searches it: code that a guide does not wait for. */
  readonly openInstalled: () => Promise<Installed>;
}

/** While regions are this young nobody asks the gateway for them again. */
const REGIONS_FRESH_MS = 5 * 60_000;
/** While the gateway cannot be reached, how long before it is asked again. */
const RETRY_MS = 5_000;
/** A guide is asked for by several at once: by the loader ahead of the tag that shows it, by checklist and form. */
const GUIDE_FRESH_MS = 3_000;

/** Items, guides and regions for a page: guides and regions from the gateway first, else the copies on this device. */
export function createCatalogue({
  source,
  fetchGuide,
  fetchRegions,
  now,
  openStore,
  openInstalled,
}: CatalogueNeeds): CataloguePort {
  const store = async () => openStore().catch(() => undefined); // A page without copies still works while online.
  const regions = refreshed(
    now,
    async () =>
      newest({kind: 'regions', key: [source, 'regions'], fetch: fetchRegions, parse: parseTable}, await store(), now),
    {freshMs: REGIONS_FRESH_MS, retryMs: RETRY_MS},
  );
  const guides = new Map<string, () => Promise<Shown<Guide>>>();

  async function findGuide(taskCode: string): Promise<Shown<Guide>> {
    const fetch = (etag: string | undefined) => fetchGuide(taskCode, etag);
    try {
      return await newest({kind: 'guides', key: [source, taskCode], fetch, parse: parseGuide}, await store(), now);
    } catch (error) {
      if (!isPassing(error)) throw error;
      const installed = await openInstalled()
        .then((list) => list.guide(taskCode))
        .catch(() => undefined);
      if (!installed) throw error;
      return installed;
    }
  }

  return {
    search: async (query) => (await openInstalled()).search(query),
    state: async () => (await openInstalled()).state(),

    guide(taskCode) {
      const known = guides.get(taskCode);
      const ask = known ?? refreshed(now, () => findGuide(taskCode), {freshMs: GUIDE_FRESH_MS, retryMs: 0});
      guides.set(taskCode, ask);
      return ask();
    },

    async regions(parent) {
      const {value: table} = await regions();
      return [...(parent === undefined ? table.provinces() : table.children(parent))];
    },
  };
}

const parseGuide = (input: unknown) => parse(Guide, input, 'TB_GATEWAY_ANSWER');
const parseTable = (input: unknown): RegionTable => regionTable(parse(RegionsData, input, 'TB_GATEWAY_ANSWER'));

/** Asks once for all who wait, and again when the answer has aged; a failure is forgotten. */
function refreshed<T>(
  now: () => Date,
  ask: () => Promise<Shown<T>>,
  {freshMs, retryMs}: {freshMs: number; retryMs: number},
): () => Promise<Shown<T>> {
  let last: {answer: Promise<Shown<T>>; until: number} | undefined;
  return async () => {
    if (last && now().getTime() < last.until) return last.answer;
    const mine = {answer: ask(), until: Number.POSITIVE_INFINITY};
    last = mine;
    try {
      const shown = await mine.answer;
      mine.until = now().getTime() + (shown.stale ? retryMs : freshMs);
      return shown;
    } catch (error) {
      if (last === mine) last = undefined;
      throw error;
    }
  };
}

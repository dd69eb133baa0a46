import {Guide} from '@tongban/domain/guide/guide.js';
import {parse} from '@tongban/domain/parse.js';
import type {CataloguePort, Shown} from '@tongban/domain/portal.js';
import type {Region6} from '@tongban/domain/primitives.js';
import {RegionsData, regionTable, type RegionTable} from '@tongban/domain/regions/regions.js';
import {SearchQuery} from '@tongban/domain/guide/search.js';
import {parsePack} from '../shared/pack.js';
import {indexItems, type IndexedItem} from '../shared/search-index.js';
import {searchItems} from '../shared/search-items.js';
import type {CatalogueStore} from './catalogue-store.js';
import {newest, type Fetched} from './kept-copy.js';

export interface CatalogueNeeds {
  /** The gateway's base URL: what copies are kept under. */
  readonly source: string;
  readonly fetchPack: (etag: string | undefined) => Promise<Fetched>;
  readonly fetchGuide: (taskCode: string, etag: string | undefined) => Promise<Fetched>;
  readonly fetchRegions: (etag: string | undefined) => Promise<Fetched>;
  readonly now: () => Date;
  /** Opens the copies on this device, again after they were closed; rejects where there are none. */
  readonly openStore?: () => Promise<CatalogueStore>;
  /** Provinces that act as one; by default the Yangtze river delta (group `yrd` of the regions). */
  readonly groups?: readonly (readonly Region6[])[];
}

const RIVER_DELTA: readonly Region6[] = ['310000', '320000', '330000', '340000'];

/** While a list is this young, typing another letter does not ask the gateway again. */
const LIST_FRESH_MS = 5 * 60_000;
/** While the gateway cannot be reached, how long before it is asked again. */
const RETRY_MS = 5_000;
/** A guide is asked for by several at once: by the loader ahead of the tag that shows it, by checklist and form. */
const GUIDE_FRESH_MS = 3_000;

/** Items, guides and regions for a page: from the gateway first, else the copies on this device. */
export function createCatalogue({
  source,
  fetchPack,
  fetchGuide,
  fetchRegions,
  now,
  openStore,
  groups = [RIVER_DELTA],
}: CatalogueNeeds): CataloguePort {
  const store = async () => openStore?.().catch(() => undefined); // A page without copies still works while online.
  const list = refreshed(now, async () => {
    const pack = await newest(
      {kind: 'packs', key: [source, 'items'], fetch: fetchPack, parse: parsePack},
      await store(),
      now,
    );
    return {...pack, value: indexItems(pack.value.items)} satisfies Shown<IndexedItem[]>;
  });
  const regions = refreshed(now, async () => {
    const kept = {
      kind: 'regions',
      key: [source, 'regions'] as [string, string],
      fetch: fetchRegions,
      parse: parseTable,
    } as const;
    return newest(kept, await store(), now);
  });
  const guides = new Map<string, () => Promise<Shown<Guide>>>();

  return {
    async search(input) {
      const query = parse(SearchQuery, input);
      const {value: index, asOf, stale} = await list();
      return {value: searchItems(index, query, {groups}), asOf, stale};
    },

    guide(taskCode) {
      const known = guides.get(taskCode);
      const ask =
        known ??
        refreshed(
          now,
          async () =>
            newest(
              {kind: 'guides', key: [source, taskCode], fetch: (etag) => fetchGuide(taskCode, etag), parse: parseGuide},
              await store(),
              now,
            ),
          {freshMs: GUIDE_FRESH_MS, retryMs: 0},
        );
      guides.set(taskCode, ask);
      return ask();
    },

    async regions(parent) {
      const {value: table} = await regions();
      return [...(parent === undefined ? table.provinces() : table.children(parent))];
    },

    state: () => Promise.resolve({kept: openStore !== undefined, texts: false}),
  };
}

const parseGuide = (input: unknown) => parse(Guide, input, 'TB_GATEWAY_ANSWER');
const parseTable = (input: unknown): RegionTable => regionTable(parse(RegionsData, input, 'TB_GATEWAY_ANSWER'));

/** Asks once for all who wait, and again when the answer has aged; a failure is forgotten. */
function refreshed<T>(
  now: () => Date,
  ask: () => Promise<Shown<T>>,
  {freshMs, retryMs} = {freshMs: LIST_FRESH_MS, retryMs: RETRY_MS},
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

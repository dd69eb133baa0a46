import type {BenchQuery, Engine, Installed, Tier} from '../engine.js';
import {Records} from './records.js';

const SHOWN = 20;

/** What differs between peers: each keeps an index the publisher made, loads it and asks it. */
export interface Peer {
  /** Keeps the index as fetched; milliseconds spent writing. */
  keep(tier: Tier, index: Response): Promise<number>;
  load(tier: Tier): Promise<void>;
  /** Ordinals of all items that hold all the terms, best first as the library has it: a list says how many there are. */
  search(terms: readonly string[], tier: Tier, items: number): Promise<readonly number[]> | readonly number[];
}

/** A library as the bench asks it. */
export function peerEngine(peer: Peer): Engine {
  let records: Records | undefined;

  async function find({any}: BenchQuery, tier: Tier): Promise<readonly number[] | undefined> {
    if (!any) return undefined;
    const items = records?.count ?? SHOWN;
    const [only, ...others] = any;
    if (only && others.length === 0) return peer.search(only, tier, items);
    const all = new Set<number>();
    for (const terms of any) for (const ordinal of await peer.search(terms, tier, items)) all.add(ordinal);
    return [...all];
  }

  return {
    async install(base, tier): Promise<Installed> {
      return {writeMs: await peer.keep(tier, await fetch(`${base}${tier}.idx`))};
    },
    open: (tier) => peer.load(tier),
    async search(query, tier) {
      const found = (await find(query, tier)) ?? [];
      return {total: found.length, hits: records?.of(found.slice(0, SHOWN)) ?? found.slice(0, SHOWN)};
    },
    find,
    async loadRecords(feedBase) {
      records = await Records.load(feedBase);
    },
  };
}

import {Index} from 'flexsearch';
import {serveEngine} from '../serve-engine.js';
import type {Tier} from '../engine.js';
import {asking, flexSearchOptions} from './flexsearch-options.js';
import {keep, kept} from './kept.js';
import {peerEngine} from './peer.js';

const loaded = new Map<Tier, Index>();

serveEngine(
  peerEngine({
    keep: async (tier, index) => keep('flexsearch', tier, await index.json()),
    async load(tier) {
      const index = new Index(flexSearchOptions);
      for (const [key, data] of await kept<[string, string][]>('flexsearch', tier)) index.import(key, data);
      loaded.set(tier, index);
    },
    search: (terms, tier, items) => asking(() => loaded.get(tier)!.search(terms.join(' '), {limit: items}) as number[]),
  }),
);

import MiniSearch from 'minisearch';
import {serveEngine} from '../serve-engine.js';
import type {Tier} from '../engine.js';
import {keep, kept} from './kept.js';
import {miniSearchOptions} from './minisearch-options.js';
import {peerEngine} from './peer.js';

const loaded = new Map<Tier, MiniSearch>();

serveEngine(
  peerEngine({
    keep: async (tier, index) => keep('minisearch', tier, await index.text()),
    load: async (tier) => void loaded.set(tier, MiniSearch.loadJSON(await kept<string>('minisearch', tier), miniSearchOptions)),
    search: (terms, tier) =>
      loaded
        .get(tier)!
        .search(terms.join(' '))
        .map(({id}) => id as number),
  }),
);

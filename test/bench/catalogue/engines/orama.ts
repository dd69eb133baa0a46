import {load, search, type RawData} from '@orama/orama';
import {serveEngine} from '../serve-engine.js';
import type {Tier} from '../engine.js';
import {keep, kept} from './kept.js';
import {asking, createOrama, type BenchOrama} from './orama-options.js';
import {peerEngine} from './peer.js';

const loaded = new Map<Tier, BenchOrama>();

serveEngine(
  peerEngine({
    keep: async (tier, index) => keep('orama', tier, await index.text()),
    async load(tier) {
      const orama = createOrama();
      load(orama, JSON.parse(await kept<string>('orama', tier)) as RawData);
      loaded.set(tier, orama);
    },
    async search(terms, tier, items) {
      const {hits} = await asking(() => search(loaded.get(tier)!, {term: terms.join(' '), threshold: 0, limit: items}));
      return hits.map(({id}) => Number(id));
    },
  }),
);

import {serveEngine} from '../serve-engine.js';
import type {Tier} from '../engine.js';
import {keep, kept} from './kept.js';
import {peerEngine} from './peer.js';

const loaded = new Map<Tier, readonly string[]>();

// What anybody would write first: an array of texts and includes().
serveEngine(
  peerEngine({
    keep: async (tier, index) => keep('linear', tier, await index.text()),
    load: async (tier) => void loaded.set(tier, (await kept<string>('linear', tier)).split('\n')),
    search(terms, tier) {
      const found: number[] = [];
      for (const [ordinal, text] of loaded.get(tier)!.entries()) {
        if (terms.every((term) => text.includes(term))) found.push(ordinal);
      }
      return found;
    },
  }),
);

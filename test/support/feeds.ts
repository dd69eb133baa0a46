import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import {generateFeed, type FeedOptions} from '@tongban/catalogue/node/generate-feed.js';
import {feedWords} from '@tongban/catalogue/node/generate/feed-words.js';
import {readSeeds} from '../../demo/seeds.js';

/** Made of the demo's real lists. */
export function demoWords() {
  const {items, guides, regions} = readSeeds();
  return feedWords({items, guides, regions: regions.regions});
}

/** A generated feed over the demo's words, as a list. */
export function aFeed({items, seed = 'feed', textLength = 300, ...rest}: Partial<FeedOptions> & {items: number}): ServiceItem[] {
  return [...generateFeed({words: demoWords(), items, seed, textLength, ...rest})];
}

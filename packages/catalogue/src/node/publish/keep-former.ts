import type {Feed, PreparedFeed} from './prepare-feed.js';
import {foundItems, type PublishedPack} from './read-pack.js';

/** A feed with what was published before in place of the rows left out for a fault: a slip of the pen takes no item away. */
export function keepFormer(feed: PreparedFeed, published: PublishedPack): Feed {
  const kept = new Set(feed.items.map(({taskCode}) => taskCode));
  const guides = new Set(feed.guides.map(({taskCode}) => taskCode));
  const former = [...foundItems(published.layers).values()].map(({item}) => item);
  return {
    items: [...feed.items, ...former.filter(({taskCode}) => feed.leftOut.has(taskCode) && !kept.has(taskCode))],
    guides: [
      ...feed.guides,
      ...published.guides.filter(({taskCode}) => feed.leftOut.has(taskCode) && !guides.has(taskCode)),
    ],
  };
}

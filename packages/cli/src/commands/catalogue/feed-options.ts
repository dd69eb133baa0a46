import type {FeedFiles} from '@tongban/catalogue/node/publish/prepare-feed.js';

/** Options that say where a feed lies beside its items. */
export const feedOptions = {
  guides: {type: 'string', multiple: true},
  bundles: {type: 'string', multiple: true},
  claims: {type: 'string'},
  from: {type: 'string'},
} as const;

export const feedUsage = '<items file…> [--guides <file|dir>]… [--bundles <file>]… [--claims <file>] [--from <YYYY-MM-DD>]';

export interface FeedWish {
  readonly guides?: string[] | undefined;
  readonly bundles?: string[] | undefined;
  readonly claims?: string | undefined;
}

export const feedFiles = (items: readonly string[], {guides, bundles, claims}: FeedWish): FeedFiles => ({
  items,
  guides,
  bundles,
  claims,
});

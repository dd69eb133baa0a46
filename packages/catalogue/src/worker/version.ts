import {TbError} from '@tongban/domain/errors.js';
import type {SearchQuery, SearchResult} from '@tongban/domain/guide/search.js';
import type {Region6} from '@tongban/domain/primitives.js';
import type {PartRef} from '../shared/manifest.js';
import {decodeHead} from '../shared/layer-head.js';
import {decodeTexts} from '../shared/layer-texts.js';
import {createSearcher} from '../shared/searcher.js';
import {headsOf} from './installed-row.js';
import type {Publication} from './publication.js';

/** A publication as a page searches it. */
export interface Version {
  readonly publication: Publication;
  /** The texts are read at the first full query; where they cannot be had, the names answer and `tier` says so. */
  search(query: SearchQuery): Promise<SearchResult>;
  /** The page has no use for it any more. */
  release(): Promise<void>;
}

const AT_ONCE = 4;

/**
 * Reads the heads of a publication; the names can be searched from then on.
 *
 * @throws TbError TB_CATALOGUE_BROKEN, or TB_NETWORK and its like when a head cannot be had
 */
export async function openVersion(
  publication: Publication,
  groups: readonly (readonly Region6[])[],
  release: () => Promise<void>,
): Promise<Version> {
  const {manifest} = publication;
  const plain = await Promise.all(headsOf(manifest).map((head) => publication.part(head, 'head', true)));
  const layers = plain.map((bytes) => decoded(() => decodeHead(bytes)));

  const texts = async (layer: number) => {
    const parts = await inTurns(manifest.layers[layer]?.texts ?? [], (ref) => publication.part(ref, 'text', true));
    return parts.map((bytes) => decoded(() => decodeTexts(bytes)));
  };
  const searcher = createSearcher({layers, texts, groups});

  return {
    publication,
    async search(query) {
      try {
        return await searcher.search(query);
      } catch (error) {
        if (query.tier !== 'full') throw error;
        return {...(await searcher.search({...query, tier: 'names'})), tier: 'names'};
      }
    },
    release,
  };
}

/** What its publisher signed and this code cannot read is refused like any other broken part. */
function decoded<T>(decode: () => T): T {
  try {
    return decode();
  } catch (cause) {
    throw new TbError('TB_CATALOGUE_BROKEN', {details: {why: 'decode'}, cause});
  }
}

/** A few at once, in order. */
async function inTurns<T>(refs: readonly PartRef[], get: (ref: PartRef) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const turn = async (): Promise<void> => {
    for (let at = next++; at < refs.length; at = next++) {
      const ref = refs[at];
      if (ref) results[at] = await get(ref);
    }
  };
  await Promise.all(Array.from({length: AT_ONCE}, turn));
  return results;
}

import type {Guide} from '@tongban/domain/guide/guide.js';
import {editionOf} from '@tongban/domain/guide/region-guide.js';
import {parseGuideIndex, parseGuideShard} from '../shared/guide-shards.js';
import type {PartRef} from '../shared/manifest.js';
import type {Publication} from './publication.js';

/** The newest guide of an edition from the guides of a publication; undefined when it has none. */
export async function findGuide(publication: Publication, taskCode: string): Promise<Guide | undefined> {
  const [index, ...shards] = publication.manifest.guides;
  if (!index) return undefined;
  const json = async (ref: PartRef): Promise<unknown> =>
    JSON.parse(new TextDecoder().decode(await publication.part(ref, 'text', true)));
  const places = parseGuideIndex(await json(index));
  const shard = Object.prototype.hasOwnProperty.call(places, taskCode)
    ? shards[(places[taskCode] ?? 0) - 1]
    : undefined;
  if (!shard) return undefined;
  const editions = parseGuideShard(await json(shard)).map((guide) => editionOf(guide, taskCode));
  return editions.reduce((best, guide) => (guide && (!best || guide.version > best.version) ? guide : best), undefined);
}

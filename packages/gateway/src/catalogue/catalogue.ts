import {TbError} from '@tongban/domain/errors.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import type {Region6} from '@tongban/domain/primitives.js';
import type {Publication} from '@tongban/domain/guide/publication.js';
import {editionOf} from '@tongban/domain/guide/region-guide.js';
import type {Seeds} from '../config.js';
import {provinceOf} from '../identity/provinces.js';

export interface Catalogue {
  readonly published: Publication;
  /**
   * The guide of an item under the code and region of the edition asked for, with every region's differences; the newest without a
   * version.
   *
   * @throws TB_ITEM_UNKNOWN, TB_EDITION_INACTIVE when there is no such version
   */
  guide(taskCode: string, version?: number): Guide;
}

/** Where the item list lies, and the guides. Everything it answers is frozen: bytes and checks are made once. */
export function catalogue({guides}: Pick<Seeds, 'guides'>, published: Publication): Catalogue {
  const asked = new Map<string, Guide>();

  function find(taskCode: string, version: number | undefined): Guide {
    const editions = guides.map((guide) => editionOf(guide, taskCode)).filter((guide) => guide !== undefined);
    if (editions.length === 0) throw new TbError('TB_ITEM_UNKNOWN');
    const guide = version === undefined ? newest(editions) : editions.find((candidate) => candidate.version === version);
    if (!guide) throw new TbError('TB_EDITION_INACTIVE');
    return Object.freeze({...guide});
  }

  return {
    published: Object.freeze(published),
    guide(taskCode, version) {
      const key = `${taskCode} ${version ?? ''}`;
      const known = asked.get(key) ?? find(taskCode, version);
      asked.set(key, known);
      return known;
    },
  };
}

const newest = (guides: readonly Guide[]): Guide | undefined => [...guides].sort((a, b) => b.version - a.version)[0];

/** The province whose gateway is the single writer of an item's cases. */
export const homeOf = (guide: Pick<Guide, 'region'>): Region6 => provinceOf(guide.region);

import {TbError} from '@tongban/domain/errors.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import type {CataloguePort} from '@tongban/domain/portal.js';
import type {SearchResult} from '@tongban/domain/guide/search.js';
import type {PortUse} from './fixture-portal.js';
import {searchFixture} from './search-fixture.js';

export function fixtureCatalogue({world, answer}: PortUse): CataloguePort {
  return {
    search: (query) =>
      answer.shown<SearchResult>(
        () => searchFixture(world.items, query),
        () => searchFixture([], query),
      ),
    state: () => answer.plain(() => world.list, {kept: false, texts: false}),
    guide: (taskCode) => answer.shown<Guide>(() => guideOf(world.guides, taskCode), unknownItem),
    regions: (parent) => answer.plain(() => world.regions.filter((region) => region.parent === (parent ?? null)), []),
  };
}

/** A guide by its own code or by a region's edition of it. */
function guideOf(guides: readonly Guide[], taskCode: string): Guide {
  return guides.find((guide) => guide.taskCode === taskCode || guide.deltas.some((delta) => delta.taskCode === taskCode)) ?? unknownItem();
}

function unknownItem(): never {
  throw new TbError('TB_ITEM_UNKNOWN');
}

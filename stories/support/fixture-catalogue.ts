import {TbError} from '@tongban/domain/errors.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import type {CataloguePort, CatalogueState} from '@tongban/domain/portal.js';
import type {Highlight, SearchHit, SearchResult} from '@tongban/domain/guide/search.js';
import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import type {PortUse} from './fixture-portal.js';

/** Finds by plain text, so that a story shows highlights; the real search with pinyin and ranking is the catalogue's. */
export function fixtureCatalogue({world, answer}: PortUse): CataloguePort {
  const found = (text: string): SearchHit[] => {
    const words = text.split(/\s+/).filter(Boolean);
    return world.items.filter((item) => words.every((word) => textOf(item).includes(word))).map((item) => hit(item, words));
  };
  return {
    search: ({text, limit, offset = 0}) =>
      answer.shown<SearchResult>(
        () => {
          const hits = found(text);
          return {hits: hits.slice(offset, offset + limit), total: hits.length, of: world.items.length};
        },
        () => ({hits: [], total: 0, of: world.items.length}),
      ),
    guide: (taskCode) => answer.shown<Guide>(() => guideOf(world.guides, taskCode), unknownItem),
    regions: (parent) => answer.plain(() => world.regions.filter((region) => region.parent === (parent ?? null)), []),
    state: () => answer.plain((): CatalogueState => ({kept: true, texts: true}), {kept: false, texts: false}),
  };
}

const textOf = ({name, plainName = '', keywords, dept, pinyin = ''}: ServiceItem) => [name, plainName, ...keywords, dept, initialsOf(pinyin)].join('\n');

const initialsOf = (pinyin: string) => pinyin.replace(/(\w)\w*\s?/g, '$1');

function hit(item: ServiceItem, words: readonly string[]): SearchHit {
  const highlights = words.map((word): Highlight => [item.name.indexOf(word), word.length]).filter(([start]) => start >= 0);
  return {item, highlights: highlights.sort(([a], [b]) => a - b), by: highlights.length > 0 ? 'name' : 'keyword'};
}

/** A guide by its own code or by a region's edition of it. */
function guideOf(guides: readonly Guide[], taskCode: string): Guide {
  return guides.find((guide) => guide.taskCode === taskCode || guide.deltas.some((delta) => delta.taskCode === taskCode)) ?? unknownItem();
}

function unknownItem(): never {
  throw new TbError('TB_ITEM_UNKNOWN');
}

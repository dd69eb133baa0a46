import {seeded, type Chance} from '@tongban/catalogue/node/generate/seeded.js';
import {expand} from '@tongban/catalogue/shared/expand.js';
import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import type {BenchQuery} from './engine.js';

/** Queries as people type them, drawn from the feed itself and the same each time: parts and wholes of names, offices, texts. */
export function drawnQueries(feed: readonly ServiceItem[], count: number): BenchQuery[] {
  const chance = seeded('queries');
  const drawn = new Set<string>();
  while (drawn.size < count) drawn.add(draw(chance.pick(feed), chance));
  return [...drawn].map((text) => ({text, any: spelledOut(text)})).filter(({any}) => any.length > 0);
}

/** What a query means, as the engine publishes it, for engines that know nothing of synonyms: all terms of any of these lists. */
function spelledOut(text: string): string[][] {
  const terms = expand(text);
  if (terms.length === 0) return [];
  return terms.reduce<string[][]>((lists, {spellings}) => lists.flatMap((list) => spellings.map((spelling) => [...list, spelling])), [[]]);
}

function draw(item: ServiceItem, chance: Chance): string {
  const kind = chance.share();
  if (kind < 0.35) return part(item.name, chance, 2, 6);
  if (kind < 0.5) return item.name.slice(0, 40);
  if (kind < 0.55) return part(item.name, chance, 1, 1);
  if (kind < 0.7) return `${part(item.name, chance, 2, 4)} ${part(item.name, chance, 2, 4)}`;
  if (kind < 0.8) return `${part(item.dept, chance, 2, 4)} ${part(item.name, chance, 2, 3)}`;
  if (kind < 0.85) return item.keywords[0] ?? part(item.name, chance, 2, 3);
  return part(item.summary ?? item.name, chance, 2, 8);
}

function part(text: string, chance: Chance, least: number, most: number): string {
  const length = least + chance.below(most - least + 1);
  return text.slice(chance.below(Math.max(1, text.length - length))).slice(0, length);
}

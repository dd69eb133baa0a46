import {readFileSync} from 'node:fs';
import {seeded, type Chance} from '@tongban/catalogue/node/generate/seeded.js';
import {expand} from '@tongban/catalogue/shared/expand.js';
import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import type {BenchQuery} from './engine.js';

/** Of the committed queries, the libraries are held against each fourth: some take a fifth of a second for one. */
const PEERS_ASKED = 4;

/** What people ask first; each is in some name. */
export const firstQueries = ['公积金', '营业执照', '身份证', '退休', '结婚登记', '驾驶证', '社会保障卡'].map(benchQuery);

/** Nothing has it in one piece: looked for with gaps and in pinyin with a slip. */
export const scatteredQuery = benchQuery('公积金提取');

/** The queries of the tests, the real item names among them. */
export function committedQueries(): BenchQuery[] {
  const kinds = JSON.parse(readFileSync(new URL('../../catalogue/fixtures/queries.json', import.meta.url), 'utf8')) as Record<string, string[]>;
  return Object.values(kinds)
    .flat()
    .map((text, at) => (at % PEERS_ASKED === 0 ? benchQuery(text) : {text}));
}

/** Queries as people type them, drawn from the feed itself and the same each time: parts and wholes of names, offices, texts. */
export function drawnQueries(feed: readonly ServiceItem[], count: number): BenchQuery[] {
  const chance = seeded('queries');
  const drawn = new Set<string>();
  while (drawn.size < count) {
    const text = draw(chance.pick(feed), chance);
    if (expand(text).length > 0) drawn.add(text);
  }
  return [...drawn].map(benchQuery);
}

function benchQuery(text: string): BenchQuery {
  const terms = expand(text);
  if (terms.length === 0 || terms.some(({letters}) => letters !== undefined)) return {text};
  return {text, any: terms.reduce<string[][]>((lists, {spellings}) => lists.flatMap((list) => spellings.map((spelling) => [...list, spelling])), [[]])};
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

import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import type {Seeds} from '@tongban/gateway/config.js';

const data = fileURLToPath(new URL('./data/', import.meta.url));
const read = <T>(file: string) => JSON.parse(readFileSync(data + file, 'utf8')) as T;

/** The demo's data, as `tongban import` left it in demo/data. Each gateway parses what it uses by its schemas. */
export function readSeeds(): Seeds & {readonly items: readonly ServiceItem[]} {
  const {people, staff} = read<Pick<Seeds, 'people' | 'staff'>>('people.json');
  const {version, levels} = read<{version: string; levels: {star: number; name: string; bad: boolean; tags: {code: string; text: string}[]}[]}>('rating-tags.json');
  return {
    items: ['guides/items.json', 'guangdong/items.json', 'sichuan/items.json', 'national/items.json'].flatMap((file) => read<ServiceItem[]>(file)),
    guides: read('guides/guides.json'),
    agreements: read('agreements.json'),
    people,
    staff,
    delegations: read('delegations.json'),
    holidays: read('holidays-cn.json'),
    regions: read('regions.json'),
    ratingTags: {version, levels: levels.map(({star, name, bad, tags}) => ({star, name, bad, tags})) as Seeds['ratingTags']['levels']},
  };
}

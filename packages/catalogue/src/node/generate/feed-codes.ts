import {formatItemCode} from '@tongban/domain/checks/item-code.js';
import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import type {RegionRow} from '@tongban/domain/regions/regions.js';
import type {FeedName} from './feed-names.js';
import type {FeedOffice} from './feed-offices.js';
import type {FeedWords} from './feed-words.js';
import {seeded} from './seeded.js';

type FeedCodes = Pick<ServiceItem, 'taskCode' | 'catalogCode' | 'itemType'>;

/** Serials of one authority and type before sub items are counted. */
const SERIALS = 600;
/** Share of items whose region keeps codes of its own, of the shape 广安市广安区 uses. */
const LOCAL = 0.02;

/**
 * Codes of the national shape (domain.md §2), none twice: 31 characters, 33 for one case of an item. An item has one catalogue code
 * wherever it is offered.
 */
export function feedCodes(words: FeedWords, province: string): (name: FeedName, owner: FeedOffice, region: RegionRow, office: string) => FeedCodes {
  const authorities = new Map([...new Set(words.offices)].map((office, at) => [office, String((at % 99) + 1).padStart(2, '0')]));
  const real = new Set(words.rows.map(({name}) => name));
  const serials = new Map<string, number>();
  const catalogues = new Map<string, {scope: string; type: string; main: string; sub: string; handling?: string}>();

  function catalogueOf({name, isCase}: FeedName, office: string) {
    const before = catalogues.get(name);
    if (before) return before;
    const kind = {scope: real.has(name) ? '00' : province.slice(0, 2), type: typeOf(name), authority: authorities.get(office) ?? '99'};
    const key = Object.values(kind).join('');
    const serial = serials.get(key) ?? 0;
    serials.set(key, serial + 1);
    const {scope, type, authority} = kind;
    const main = authority + String((serial % SERIALS) + 1).padStart(3, '0');
    const sub = String(Math.floor(serial / SERIALS)).padStart(3, '0');
    const made = {scope, type, main, sub, ...(isCase && {handling: String((serial % 18) + 1).padStart(2, '0')})};
    catalogues.set(name, made);
    return made;
  }

  return (name, {uscc, level}, region, office) => {
    const {handling, ...catalogue} = catalogueOf(name, office);
    const {scope, type, main, sub} = catalogue;
    const catalogCode = scope + type + main + sub;
    const isLocal = seeded(`code ${region.code}${catalogCode}`).happens(LOCAL);
    return {
      taskCode: isLocal
        ? `${province.slice(0, 2)}1Z${main}${sub}-${region.code}000000-000-${uscc}-1-${handling ?? '00'}-${scope}${type}`
        : formatItemCode({catalogue, edition: {authority: uscc, level}, ...(handling !== undefined && {handling})}),
      catalogCode,
      itemType: type,
    };
  };
}

/** GB/T 39046-2020 A.1, from what a name says is done. */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/许可|审批|核准|核发/, '01'],
  [/处罚|罚款/, '02'],
  [/给付|补贴|补助|救助|资助|津贴/, '05'],
  [/检查|年检/, '06'],
  [/登记|认定|确认|鉴定|证明/, '07'],
  [/奖励|表彰/, '08'],
  [/裁决|调解|仲裁/, '09'],
  [/备案|变更|注销|申请|延续/, '10'],
];

function typeOf(name: string): string {
  return TYPES.find(([said]) => said.test(name))?.[1] ?? '20';
}

import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import type {RegionRow} from '@tongban/domain/regions/regions.js';
import {feedCodes} from './generate/feed-codes.js';
import {feedNames, type FeedName} from './generate/feed-names.js';
import {feedOffices} from './generate/feed-offices.js';
import {feedText} from './generate/feed-texts.js';
import type {FeedWords} from './generate/feed-words.js';
import {seeded, type Chance} from './generate/seeded.js';
import {pinyinOf} from './pinyin.js';

export interface FeedOptions {
  readonly words: FeedWords;
  /** How many items. */
  readonly items: number;
  /** The same seed gives the same feed. */
  readonly seed: string;
  /** Signs of a text on average; 0 for none. */
  readonly textLength: number;
  /** Whose list it is: items of the province, its cities and counties. Default 320000. */
  readonly province?: string;
  /** With the publisher's pinyin. A province's feed has none. */
  readonly pinyin?: boolean;
}

/** One name as one office offers it. */
interface Offer {
  readonly name: FeedName;
  readonly region: RegionRow;
  readonly office: string;
}

/**
 * A large feed as a province would send it, the same for the same options. Of 250 names one is offered in every county and eight in
 * some, the rest in one place each: of 50,000 items three in five have a name of their own, which is more than real lists have and
 * harder to pack.
 *
 * @throws RangeError for a province without regions
 */
export function* generateFeed({words, items, seed, textLength, province = '320000', pinyin = false}: FeedOptions): Generator<ServiceItem> {
  const regions = words.regions.filter(({code}) => code.startsWith(province.slice(0, 2)));
  const offers = feedOffers(words, regions, seeded(`${seed} names`), items);
  const officeOf = feedOffices(regions);
  const codeOf = feedCodes(words, province);
  const syllables = new Map<string, string>();
  for (const {name: about, region, office} of offers) {
    const {isCase, ...said} = about;
    const {name, plainName} = said;
    const own = officeOf(region, office);
    const codes = codeOf(about, own, region, office);
    const chance = seeded(`${seed} ${codes.taskCode}`);
    if (pinyin && !syllables.has(name)) syllables.set(name, pinyinOf(name, plainName));
    yield {
      ...said,
      ...codes,
      region: region.code,
      ...(pinyin && {pinyin: syllables.get(name) ?? ''}),
      dept: own.name,
      modes: chance.happens(0.12) ? chance.pick(MODES) : [],
      hasGuide: chance.happens(0.03),
      ...(textLength > 0 && {summary: feedText(words, chance, {name, office: own.name, place: region.name}, textLength)}),
      ...(chance.happens(0.04) && {zeroMaterial: true}),
      ...(chance.happens(0.06) && {notOpen: chance.pick(REASONS)}),
      source: `feed-${province}`,
    };
  }
}

const MODES: readonly ServiceItem['modes'][] = [['online'], ['agent'], ['joint'], ['direct'], ['online', 'agent'], ['online', 'agent', 'direct']];
const REASONS = ['unclaimed', 'unclaimed', 'unclaimed', 'paused', 'notYetEffective', 'cancelled'] as const;

/** Who offers what, in the order of the regions, as a province gathers its list. */
function feedOffers(words: FeedWords, regions: readonly RegionRow[], chance: Chance, items: number): Offer[] {
  const offers: Offer[] = [];
  const names = feedNames(words, chance);
  for (let at = 0; offers.length < items; at++) {
    const name = names.next().value;
    const office = chance.pick(words.offices);
    for (const region of regionsThatOffer(at, regions, chance)) offers.push({name, region, office});
  }
  const order = new Map(regions.map(({code}, at) => [code, at]));
  return offers.slice(0, items).sort((a, b) => (order.get(a.region.code) ?? 0) - (order.get(b.region.code) ?? 0));
}

function regionsThatOffer(at: number, regions: readonly RegionRow[], chance: Chance): readonly RegionRow[] {
  const counties = regions.filter(({level}) => level === 'county');
  if (at % 250 === 0) return counties;
  if (at % 31 === 1) return [...new Set(Array.from({length: 2 + chance.below(12)}, () => chance.pick(counties)))];
  if (chance.happens(0.5)) return [chance.pick(counties)];
  return [chance.pick(regions.filter(({level}) => level === (chance.happens(0.7) ? 'city' : 'province')))];
}

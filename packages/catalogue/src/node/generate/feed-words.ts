import type {Guide} from '@tongban/domain/guide/guide.js';
import type {ServiceItem} from '@tongban/domain/guide/service-item.js';
import type {RegionRow} from '@tongban/domain/regions/regions.js';

/** What generated feeds are made of: real lists, taken apart. */
export interface FeedWords {
  /** Real rows with names of their own, for whole names and for what goes with them. */
  readonly rows: readonly ServiceItem[];
  /** What an item is about and what is done: 道路运输 and 经营许可. */
  readonly objects: readonly string[];
  readonly acts: readonly string[];
  /** What stands in brackets behind a name: 延续申请. */
  readonly cases: readonly string[];
  /** Offices without their place, as often as they have items: 司法厅. */
  readonly offices: readonly string[];
  readonly regions: readonly RegionRow[];
  /** Sentences, materials and laws of guides. */
  readonly sentences: readonly string[];
  readonly materials: readonly string[];
  readonly laws: readonly string[];
  /** Signs that names of places are made of. */
  readonly placeSigns: readonly string[];
}

const BRACKETED = /[(（]+([^()（）]{2,20})[)）]+$/;
/** Endings that so many names share are acts. */
const SHARED_BY = 6;
/** An ending that is mostly part of one longer ending is cut in a word: 更登记 of 变更登记. */
const MOSTLY = 0.6;

/** Takes real lists apart. */
export function feedWords(seeds: {readonly items: readonly ServiceItem[]; readonly guides: readonly Guide[]; readonly regions: readonly RegionRow[]}): FeedWords {
  const regions = seeds.regions.filter(({pseudo}) => !pseudo);
  const rows = [...new Map(seeds.items.map((item) => [item.name, item])).values()].filter(({name}) => name.length >= 4 && name.length <= 60);
  const plain = rows.map(({name}) => name.replace(BRACKETED, '')).filter((name) => /^\p{Script=Han}{4,}$/u.test(name));
  const acts = sharedEndings(plain);
  const endings = new Set(acts);
  return {
    rows,
    acts,
    objects: [...new Set(plain.map((name) => objectOf(name, endings)))].filter((object) => object.length >= 3 && object.length <= 24),
    cases: [...new Set(rows.flatMap(({name}) => BRACKETED.exec(name)?.[1] ?? []))],
    offices: seeds.items.map(({dept}) => officeOf(dept)).filter((office) => office !== undefined),
    regions,
    sentences: sentencesOf(seeds.guides),
    materials: distinct(seeds.guides.flatMap(({materials}) => materials.map(({name}) => name))),
    laws: distinct(seeds.guides.flatMap(({legalBasis}) => legalBasis.map(({name}) => name))),
    placeSigns: distinct(regions.flatMap(({name}) => [...name]).filter((sign) => !/[省市县区州盟旗自治]/.test(sign))),
  };
}

function sharedEndings(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) {
    for (const length of [2, 3, 4]) counts.set(name.slice(-length), (counts.get(name.slice(-length)) ?? 0) + 1);
  }
  const shared = [...counts].filter(([, count]) => count >= SHARED_BY);
  const isCut = ([ending, count]: [string, number]) => shared.some(([longer, as]) => longer.length === ending.length + 1 && longer.endsWith(ending) && as > count * MOSTLY);
  return shared.filter((each) => !isCut(each)).map(([ending]) => ending);
}

/** A name without the longest ending that is an act. */
function objectOf(name: string, acts: ReadonlySet<string>): string {
  const length = [4, 3, 2].find((tried) => acts.has(name.slice(-tried)));
  return length === undefined ? name : name.slice(0, -length);
}

function officeOf(dept: string): string | undefined {
  return /^(?:广东省|广州市|区)((?:\p{Script=Han}){2,16}(?:厅|局|委员会|联合会|中心|研究所|研究院|总队|大队))$/u.exec(dept)?.[1];
}

function sentencesOf(guides: readonly Guide[]): string[] {
  return distinct(
    guides.flatMap(({acceptConditions, legalBasis, materials, situations, faq, deltas, fees}) => [
      ...acceptConditions,
      ...legalBasis.flatMap(({gist}) => gist ?? []),
      ...materials.flatMap(({acceptStand, note}) => [acceptStand ?? '', note ?? '']),
      ...situations.flatMap(({question, options}) => [question, ...options.map(({label}) => label)]),
      ...faq.flatMap(({question, answer}) => [question, answer]),
      ...deltas.map(({note}) => note ?? ''),
      ...fees.map(({standard}) => standard ?? ''),
    ]),
  ).filter((sentence) => sentence.length >= 4);
}

const distinct = (list: readonly string[]) => [...new Set(list)];

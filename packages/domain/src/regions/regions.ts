import * as v from 'valibot';
import {TbError} from '../errors.js';
import {parse} from '../parse.js';
import {Region6, text} from '../primitives.js';

export const RegionRow = v.object({
  code: Region6,
  name: text(50),
  level: v.picklist(['province', 'city', 'county']),
  parent: v.nullable(Region6),
  /** One sign, of provinces: 苏. */
  abbr: v.optional(text(2)),
  /** A row that only fills the city level, such as 市辖区: never shown. */
  pseudo: v.optional(v.boolean()),
  /** A development zone of the statistics office, no division of GB/T 2260. */
  nbsOnly: v.optional(v.boolean()),
  /** A city without counties, such as 东莞市. */
  noCounties: v.optional(v.boolean()),
});
export type RegionRow = v.InferOutput<typeof RegionRow>;

/** The shape of demo/data/regions.json. */
export const RegionsData = v.object({
  groups: v.optional(v.record(v.string(), v.array(Region6)), {}),
  regions: v.array(RegionRow),
  /** Codes that were taken away; citizen numbers keep them. */
  retired: v.array(v.object({code: Region6, name: text(50)})),
});
export type RegionsData = v.InferOutput<typeof RegionsData>;

/** Look-ups over one edition of the regions. A code that is not in it has no name, no parents and no children. */
export interface RegionTable {
  has(code: Region6): boolean;
  get(code: Region6): RegionRow | undefined;
  isRetired(code: Region6): boolean;
  /** The name a retired code had. */
  retiredName(code: Region6): string | undefined;
  provinces(): readonly RegionRow[];
  /** Regions right below: the districts of 上海市, not its 市辖区. */
  children(code: Region6): readonly RegionRow[];
  /** What a region lies in, nearest first, without pseudo rows. */
  parents(code: Region6): readonly RegionRow[];
  /** Itself and its parents, nearest first: county > city > province. A retired code starts at what it lay in. */
  chain(code: Region6): readonly RegionRow[];
  provinceOf(code: Region6): RegionRow | undefined;
  /** 江苏省南通市崇川区; empty for a code that is not in the table. */
  pathName(code: Region6): string;
  /** Members of a named group such as `yrd`. */
  group(name: string): readonly RegionRow[];
}

/** @throws TbError TB_CONTRACT_INVALID when the data has not the shape of `RegionsData` */
export function parseRegions(input: unknown): RegionsData {
  return parse(RegionsData, input);
}

/** @throws TbError TB_CONTRACT_INVALID when a parent or a member of a group is not in the data, or a code is there twice */
export function regionTable({regions, retired, groups}: RegionsData): RegionTable {
  const byCode = new Map<Region6, RegionRow>();
  for (const region of regions) {
    if (byCode.has(region.code)) throw badData(region.code);
    byCode.set(region.code, region);
  }
  const below = childrenByParent(byCode);
  const retiredNames = new Map(retired.map(({code, name}) => [code, name]));
  const members = new Map(Object.keys(groups).map((name) => [name, groups[name]!.map((code) => existing(byCode, code))]));

  const get = (code: Region6) => byCode.get(code);
  const chain = (code: Region6) =>
    [...new Set([code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`])]
      .map(get)
      .filter((region): region is RegionRow => region !== undefined && !region.pseudo);

  return {
    has: (code) => byCode.has(code),
    get,
    isRetired: (code) => retiredNames.has(code) && !byCode.has(code),
    retiredName: (code) => retiredNames.get(code),
    provinces: () => below.get(null) ?? [],
    children: (code) => below.get(code) ?? [],
    parents: (code) => (byCode.has(code) ? chain(code).filter((region) => region.code !== code) : []),
    chain,
    provinceOf: (code) => get(`${code.slice(0, 2)}0000`),
    pathName: (code) => (byCode.has(code) ? chain(code).map(({name}) => name).reverse().join('') : ''),
    group: (name) => members.get(name) ?? [],
  };
}

/** Parent → children, where what lies under a pseudo row hangs on the row above it. */
function childrenByParent(byCode: ReadonlyMap<Region6, RegionRow>): Map<Region6 | null, RegionRow[]> {
  const below = new Map<Region6 | null, RegionRow[]>();
  for (const region of byCode.values()) {
    if (region.pseudo) continue;
    let {parent} = region;
    while (parent !== null && existing(byCode, parent).pseudo) ({parent} = existing(byCode, parent));
    const siblings = below.get(parent);
    if (siblings) siblings.push(region);
    else below.set(parent, [region]);
  }
  return below;
}

function existing(byCode: ReadonlyMap<Region6, RegionRow>, code: Region6): RegionRow {
  const region = byCode.get(code);
  if (!region) throw badData(code);
  return region;
}

const badData = (region: string) => new TbError('TB_CONTRACT_INVALID', {details: {at: 'regions', region}});

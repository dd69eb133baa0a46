import {makeUscc} from '@tongban/domain/checks/uscc.js';
import type {RegionRow} from '@tongban/domain/regions/regions.js';
import {seeded} from './seeded.js';

/** An office of one place. */
export interface FeedOffice {
  readonly name: string;
  /** Credit code with valid check characters. */
  readonly uscc: string;
  /** Level digit of item codes, GB/T 39046-2020 A.2. */
  readonly level: string;
}

const LEVELS = {province: '2', city: '3', county: '4'} as const;

/** Names and codes of offices: the same office is the same each time it is asked for. */
export function feedOffices(regions: readonly RegionRow[]): (region: RegionRow, office: string) => FeedOffice {
  const byCode = new Map(regions.map((region) => [region.code, region]));
  const known = new Map<string, FeedOffice>();
  return (region, office) => {
    const key = region.code + office;
    const before = known.get(key);
    if (before) return before;
    const city = region.level === 'county' && !region.name.endsWith('市') ? byCode.get(region.parent ?? '') : undefined;
    const own = region.level === 'province' ? office.replace(/局$/, '厅') : office.replace(/厅$/, '局');
    const made = {name: (city?.name ?? '') + region.name + own, uscc: makeUscc({kind: '11', area: region.code, body: bodyOf(key)}), level: LEVELS[region.level]};
    known.set(key, made);
    return made;
  };
}

/** Eight characters as organisation codes have them: digits in old ones, MB and a serial in those since 2015. */
function bodyOf(key: string): string {
  const chance = seeded(`office ${key}`);
  const signs = (count: number, alphabet: string) => Array.from({length: count}, () => alphabet.charAt(chance.below(alphabet.length))).join('');
  return chance.happens(0.6) ? `00${signs(6, '0123456789')}` : `MB${signs(1, '012')}${signs(5, '0123456789ABCDEFGHJKLMNPQRTUWXY')}`;
}

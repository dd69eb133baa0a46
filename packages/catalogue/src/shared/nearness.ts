import type {Region6} from '@tongban/domain/primitives.js';
import {NATIONAL} from './national.js';

/**
 * How near a region is, smaller is nearer: one's own, its city, its province, the other places of `near`, provinces in a group
 * with one's own, the national list, the rest.
 */
export function nearnessTo(
  near: readonly Region6[],
  groups: readonly (readonly Region6[])[],
): (region: Region6) => number {
  const [own = ''] = near;
  const provinces = near.map((region) => region.slice(0, 2));
  const allies = new Set(
    groups
      .filter((group) => group.includes(`${own.slice(0, 2)}0000`))
      .flat()
      .map((region) => region.slice(0, 2)),
  );
  const known = new Map<string, number>();

  const measure = (region: string): number => {
    if (own !== '' && region === own) return 0;
    if (own !== '' && region.slice(0, 4) === own.slice(0, 4)) return 1;
    const place = provinces.indexOf(region.slice(0, 2));
    if (place >= 0) return 2 + place;
    if (allies.has(region.slice(0, 2))) return 2 + near.length;
    return region === NATIONAL ? 3 + near.length : 4 + near.length;
  };
  return (region) => {
    const nearness = known.get(region) ?? measure(region);
    known.set(region, nearness);
    return nearness;
  };
}

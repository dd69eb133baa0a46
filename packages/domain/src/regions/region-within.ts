import type {Region6} from '../primitives.js';

/**
 * Whether a region is `area` or lies below it, by the prefix of GB/T 2260: 320500 and 320508 are within 320000.
 * A city directly under a province (such as 429004) is within that province.
 */
export function isWithin(region: Region6, area: Region6): boolean {
  return region.startsWith(area.replace(/(00){1,3}$/, ''));
}

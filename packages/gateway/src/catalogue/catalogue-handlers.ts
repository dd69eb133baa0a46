import type {Region6} from '@tongban/domain/primitives.js';
import type {Seeds} from '../config.js';
import type {Handlers} from '../http/call.js';
import {provinceOf} from '../identity/provinces.js';
import type {Catalogue} from './catalogue.js';

type CatalogueRoutes = 'catalogue' | 'regions' | 'guide' | 'agreements';

export function catalogueHandlers(catalogue: Catalogue, {agreements, regions: divisions}: Pick<Seeds, 'agreements' | 'regions'>, own: Region6): Pick<Handlers, CatalogueRoutes> {
  const regions = Object.freeze({...divisions});
  const concerning = agreements.filter(({home, window}) => provinceOf(home.region) === own || provinceOf(window.region) === own);
  return {
    catalogue: () => Promise.resolve(catalogue.published),
    regions: () => Promise.resolve(regions),
    guide: ({params: {taskCode}, query: {version}}) =>
      Promise.resolve().then(() => catalogue.guide(taskCode, version === undefined ? undefined : Number(version))),
    agreements: () => Promise.resolve({agreements: concerning}),
  };
}

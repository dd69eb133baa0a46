import {Guide} from '@tongban/domain/guide/guide.js';
import {Publication} from '@tongban/domain/guide/publication.js';
import {ServiceItem} from '@tongban/domain/guide/service-item.js';
import {Instant, text} from '@tongban/domain/primitives.js';
import {RegionsData} from '@tongban/domain/regions/regions.js';
import * as v from 'valibot';
import type {Route} from './route.js';

/** What anybody may read. Apart from the others, because a page that only shows a guide needs no more of the contract than this. */
export const publicRoutes = {
  catalogue: {
    method: 'GET', path: '/v1/catalogue', caller: 'anyone', status: 200, etag: true,
    summary: 'Where this province publishes its item list, and the keys it is signed with. `items` is the same list whole.',
    answer: v.strictObject({...v.partial(v.pick(Publication, ['base', 'keys'])).entries, version: text(80), asOf: Instant, items: v.array(ServiceItem)}),
  },
  regions: {
    method: 'GET', path: '/v1/regions', caller: 'anyone', status: 200, etag: true,
    summary: 'Administrative divisions (GB/T 2260) for region pickers.',
    answer: RegionsData,
  },
  guide: {
    method: 'GET', path: '/v1/items/{taskCode}/guide', caller: 'anyone', status: 200, etag: true,
    summary: 'The guide of an item edition with all regional deltas.',
    params: v.strictObject({taskCode: text(80)}),
    query: v.strictObject({version: v.optional(text(6))}),
    answer: Guide,
  },
} as const satisfies Record<string, Route>;

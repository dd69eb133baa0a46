import {Guide} from '@tongban/domain/guide/guide.js';
import {Publication} from '@tongban/domain/guide/publication.js';
import {text} from '@tongban/domain/primitives.js';
import {RegionsData} from '@tongban/domain/regions/regions.js';
import * as v from 'valibot';
import type {Route} from './route.js';

/** What anybody may read. Apart from the others, because a page that only shows a guide needs no more of the contract than this. */
export const publicRoutes = {
  catalogue: {
    method: 'GET', path: '/v1/catalogue', caller: 'anyone', status: 200, etag: true,
    summary: 'Where this province publishes its item list, and the keys it is signed with.',
    answer: Publication,
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

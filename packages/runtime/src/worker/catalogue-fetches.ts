import type {CatalogueNeeds} from '@tongban/catalogue/worker/catalogue.js';
import type {InstalledNeeds} from '@tongban/catalogue/worker/installed.js';
import type {Fetched} from '@tongban/catalogue/worker/kept-copy.js';
import {TbError} from '@tongban/domain/errors.js';
import {errorFromProblem} from '@tongban/gateway-api/problem.js';
import {publicRoutes as routes} from '@tongban/gateway-api/public-routes.js';
import {requestFor, type Send} from '@tongban/gateway-api/request-for.js';
import type {Route} from '@tongban/gateway-api/route.js';

export type CatalogueFetches = Pick<CatalogueNeeds, 'fetchGuide' | 'fetchRegions'> & Pick<InstalledNeeds, 'fetchWhere' | 'fetchFile'>;

/** What is public, as the gateway and the publisher of its item list send it. Nothing is parsed here: the catalogue does that, once. */
export function catalogueFetches(gateway: string, send: Send): CatalogueFetches {
  async function get(route: Route, params: Record<string, string>, ifNoneMatch: string | undefined): Promise<Fetched> {
    const response = await send(requestFor(gateway, route, {params}, {ifNoneMatch}));
    if (response.status === 304) return {same: true};
    const isJson = /^application\/(problem\+)?json/.test(response.headers.get('content-type') ?? '');
    const value: unknown = isJson ? await response.json() : undefined;
    if (!response.ok) throw errorFromProblem(value);
    if (value === undefined) throw new TbError('TB_GATEWAY_ANSWER');
    return {same: false, value, etag: response.headers.get('etag') ?? undefined};
  }

  return {
    fetchWhere: (etag) => get(routes.catalogue, {}, etag),
    // A part never changes and is kept by the catalogue itself: a second copy in the browser's cache would be waste.
    fetchFile: (url, {signal, urgent, fresh}) =>
      fetch(url, {signal, credentials: 'omit', redirect: 'error', cache: fresh ? 'no-cache' : 'no-store', priority: urgent ? 'auto' : 'low'}),
    fetchGuide: (taskCode, etag) => get(routes.guide, {taskCode}, etag),
    fetchRegions: (etag) => get(routes.regions, {}, etag),
  };
}

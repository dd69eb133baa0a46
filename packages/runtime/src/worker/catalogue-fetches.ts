import type {CatalogueNeeds} from '@tongban/catalogue/worker/catalogue.js';
import type {Fetched} from '@tongban/catalogue/worker/kept-copy.js';
import {TbError} from '@tongban/domain/errors.js';
import {errorFromProblem} from '@tongban/gateway-api/problem.js';
import {publicRoutes as routes} from '@tongban/gateway-api/public-routes.js';
import {requestFor, type Send} from '@tongban/gateway-api/request-for.js';
import type {Route} from '@tongban/gateway-api/route.js';

/**
 * The public lists as the gateway sends them. They are not parsed here: the catalogue does that, and the list of a province is
 * too long to check twice while somebody waits.
 */
export function catalogueFetches(gateway: string, send: Send): Pick<CatalogueNeeds, 'fetchPack' | 'fetchGuide' | 'fetchRegions'> {
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
    fetchPack: (etag) => get(routes.catalogue, {}, etag),
    fetchGuide: (taskCode, etag) => get(routes.guide, {taskCode}, etag),
    fetchRegions: (etag) => get(routes.regions, {}, etag),
  };
}

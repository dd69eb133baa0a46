import {TbError} from '@tongban/domain/errors.js';
import {parse} from '@tongban/domain/parse.js';
import type * as v from 'valibot';
import {errorFromProblem} from './problem.js';
import {requestFor, type CallOptions, type LooseInput, type Send} from './request-for.js';
import type {Route} from './route.js';
import {routes, type RouteName, type Routes} from './routes.js';

export {requestFor, type CallOptions, type Send};

type Part<R extends Route, K extends 'params' | 'query' | 'body'> = R[K] extends v.GenericSchema ? {[P in K]: v.InferInput<R[K]>} : unknown;
type KeyPart<R extends Route> = R['idempotent'] extends true ? {key: string} : unknown;
type MatchPart<R extends Route> = R['ifMatch'] extends true ? {revision: number} : unknown;

/** What one call takes: the parts its route names. */
export type CallInput<N extends RouteName> = Part<Routes[N], 'params'> & Part<Routes[N], 'query'> & Part<Routes[N], 'body'> & KeyPart<Routes[N]> & MatchPart<Routes[N]>;
export type CallAnswer<N extends RouteName> = v.InferOutput<Routes[N]['answer']>;

/** An answer, or `notModified` when the copy at hand is still right. */
export type Answered<N extends RouteName> = {body: CallAnswer<N>; etag?: string} | {notModified: true};

export interface GatewayClient {
  call<N extends RouteName>(name: N, input: CallInput<N>, options?: CallOptions): Promise<CallAnswer<N>>;
  fetchIfChanged<N extends RouteName>(name: N, input: CallInput<N>, options: CallOptions): Promise<Answered<N>>;
}

/** The gateway as typed calls; every answer is checked against the contract. */
export function gatewayClient(origin: string, send: Send): GatewayClient {
  async function fetchIfChanged<N extends RouteName>(name: N, input: CallInput<N>, options: CallOptions = {}): Promise<Answered<N>> {
    const route: Route = routes[name];
    const request = requestFor(origin, route, input as LooseInput, options);
    const response = await reach(() => send(request), options.signal);
    if (response.status === 304) return {notModified: true};
    const body = await json(response);
    if (!response.ok) throw errorFromProblem(body);
    return {body: parse(route.answer, body, 'TB_GATEWAY_ANSWER') as CallAnswer<N>, etag: response.headers.get('etag') ?? undefined};
  }

  return {
    fetchIfChanged,
    async call(name, input, options) {
      const answer = await fetchIfChanged(name, input, options);
      if ('notModified' in answer) throw new TbError('TB_GATEWAY_ANSWER');
      return answer.body;
    },
  };
}

/** A failed fetch is a network failure; an abort keeps its own reason; our own errors pass through. */
async function reach(work: () => Promise<Response>, signal?: AbortSignal): Promise<Response> {
  try {
    return await work();
  } catch (cause) {
    if (signal?.aborted || cause instanceof TbError) throw cause;
    throw new TbError('TB_NETWORK', {cause});
  }
}

/** A captive portal answers 200 with a page: that is no answer of a gateway. */
async function json(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? '';
  if (!/^application\/(problem\+)?json/.test(type)) throw new TbError('TB_GATEWAY_ANSWER', {details: {status: response.status}});
  try {
    return await response.json();
  } catch (cause) {
    throw new TbError('TB_GATEWAY_ANSWER', {cause});
  }
}

import type {Route} from './route.js';

export interface CallOptions {
  signal?: AbortSignal;
  /** ETag of the copy at hand. */
  ifNoneMatch?: string;
}

/** Sends one request. Signing (Authorization, DPoP) is the business of whoever passes this in. */
export type Send = (request: {method: string; url: string; headers: Record<string, string>; body?: string; caller: Route['caller']; signal?: AbortSignal}) => Promise<Response>;

/** The parts a call may have, whatever its route. */
export interface LooseInput {
  params?: Record<string, string>;
  query?: Record<string, string | number | undefined>;
  body?: unknown;
  key?: string;
  revision?: number;
}

/** Pure: the request a call makes. */
export function requestFor(origin: string, route: Route, input: LooseInput, options: CallOptions = {}): Parameters<Send>[0] {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(input.params?.[name] ?? ''));
  const url = new URL(path, origin);
  for (const [name, value] of Object.entries(input.query ?? {})) if (value !== undefined) url.searchParams.set(name, String(value));
  const headers: Record<string, string> = {accept: 'application/json, application/problem+json'};
  if (input.body !== undefined) headers['content-type'] = 'application/json';
  if (input.key !== undefined) headers['idempotency-key'] = input.key;
  if (input.revision !== undefined) headers['if-match'] = `"${String(input.revision)}"`;
  if (options.ifNoneMatch !== undefined) headers['if-none-match'] = options.ifNoneMatch;
  const body = input.body === undefined ? undefined : JSON.stringify(input.body);
  return {method: route.method, url: url.href, headers, body, caller: route.caller, signal: options.signal};
}

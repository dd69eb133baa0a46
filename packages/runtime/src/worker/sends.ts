import {TbError} from '@tongban/domain/errors.js';
import type {Send} from '@tongban/gateway-api/client.js';
import type {Session} from '@tongban/session/worker/session.js';
import {fetchVia, type Network} from './network.js';
import type {SendBytes} from './tus-upload.js';

const ANSWER_WITHIN_MS = 30_000;
/** One chunk of a scan over a slow line. */
const CHUNK_WITHIN_MS = 120_000;

/** The ways of a worker to its gateway. Each ends in time, and each tells the network what it met. */
export interface Sends {
  /** Says nothing of who asks. */
  readonly plain: Send;
  /** Carries the sign-in. */
  readonly signed: Send;
  readonly bytes: SendBytes;
  /** An event stream: signed, open until its signal fires. */
  stream(url: string, headers: Record<string, string>, signal: AbortSignal): Promise<Response>;
}

export function createSends(session: Pick<Session, 'sign' | 'heed' | 'renew'>, network: Pick<Network, 'heard'>): Sends {
  const fetchHeard = fetchVia(network);
  const reach = (url: string, init: RequestInit) => fetchHeard(url, {...init, credentials: 'omit', cache: 'no-cache', redirect: 'error'});

  async function inTime(ms: number, outer: AbortSignal | undefined, work: (signal: AbortSignal) => Promise<Response>): Promise<Response> {
    const controller = new AbortController();
    const abort = () => controller.abort();
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      abort();
    }, ms);
    outer?.addEventListener('abort', abort);
    if (outer?.aborted) abort();
    try {
      return await work(controller.signal);
    } catch (cause) {
      if (cause instanceof TbError) throw cause;
      if (isLate) network.heard(false);
      throw new TbError(isLate ? 'TB_TIMEOUT' : 'TB_NETWORK', {cause});
    } finally {
      clearTimeout(timer);
      outer?.removeEventListener('abort', abort);
    }
  }

  /** A token the gateway no longer takes is renewed once, and the request proven anew. */
  async function reachSigned(url: string, init: RequestInit & {method: string}): Promise<Response> {
    const attempt = async () => {
      const response = await reach(url, {...init, headers: {...(init.headers as Record<string, string>), ...(await session.sign({method: init.method, url}))}});
      session.heed(response);
      return response;
    };
    const response = await attempt();
    if (response.status !== 401) return response;
    await session.renew();
    return attempt();
  }

  return {
    plain: ({method, url, headers, body, signal: outer}) => inTime(ANSWER_WITHIN_MS, outer, (signal) => reach(url, {method, headers, body, signal})),
    signed: ({method, url, headers, body, signal: outer}) => inTime(ANSWER_WITHIN_MS, outer, (signal) => reachSigned(url, {method, headers, body, signal})),
    bytes: ({method, url, headers, body, signal: outer}) => inTime(CHUNK_WITHIN_MS, outer, (signal) => reachSigned(url, {method, headers, body, signal})),
    stream: (url, headers, signal) => reachSigned(url, {method: 'GET', headers, signal}),
  };
}

import {TbError} from '@tongban/domain/errors.js';
import type {Send} from '@tongban/gateway-api/client.js';
import {fetchVia, type Network} from './network.js';

export const ANSWER_WITHIN_MS = 30_000;

/** The way of a worker to its gateway. Requests end in time, and each tells the network what it met. */
export interface Way {
  /** Sends a request as it is; the caller ends it. */
  readonly reach: (url: string, init: RequestInit) => Promise<Response>;
  /** Ends what takes longer than `ms`. @throws TbError TB_TIMEOUT, TB_NETWORK */
  readonly inTime: (ms: number, outer: AbortSignal | undefined, work: (signal: AbortSignal) => Promise<Response>) => Promise<Response>;
  /** Says nothing of who asks. */
  readonly plain: Send;
}

export function openWay(network: Pick<Network, 'heard'>): Way {
  const fetchHeard = fetchVia(network);
  const reach: Way['reach'] = (url, init) => fetchHeard(url, {...init, credentials: 'omit', cache: 'no-cache', redirect: 'error'});

  const inTime: Way['inTime'] = async (ms, outer, work) => {
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
  };

  return {
    reach,
    inTime,
    plain: ({method, url, headers, body, signal: outer}) => inTime(ANSWER_WITHIN_MS, outer, (signal) => reach(url, {method, headers, body, signal})),
  };
}

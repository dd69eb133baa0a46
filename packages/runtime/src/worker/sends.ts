import type {Send} from '@tongban/gateway-api/client.js';
import type {Session} from '@tongban/session/worker/session.js';
import type {SendBytes} from './tus-upload.js';
import {ANSWER_WITHIN_MS, type Way} from './way.js';

/** One chunk of a scan over a slow line. */
const CHUNK_WITHIN_MS = 120_000;

/** What goes to the gateway by that way, and as whom. */
export interface Sends extends Pick<Way, 'plain'> {
  /** Carries the sign-in. */
  readonly signed: Send;
  readonly bytes: SendBytes;
  /** An event stream: signed, open until its signal fires. */
  stream(url: string, headers: Record<string, string>, signal: AbortSignal): Promise<Response>;
}

export function createSends(session: Pick<Session, 'sign' | 'heed' | 'renew'>, {plain, reach, inTime}: Way): Sends {
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
    plain,
    signed: ({method, url, headers, body, signal: outer}) => inTime(ANSWER_WITHIN_MS, outer, (signal) => reachSigned(url, {method, headers, body, signal})),
    bytes: ({method, url, headers, body, signal: outer}) => inTime(CHUNK_WITHIN_MS, outer, (signal) => reachSigned(url, {method, headers, body, signal})),
    stream: (url, headers, signal) => reachSigned(url, {method: 'GET', headers, signal}),
  };
}

import {Agent, request as httpRequest} from 'node:http';

/** One request as a client of the bench sends it: to a port, under the gateway's name. */
export interface Ask {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: NodeJS.Dict<string | string[]>;
  /** From the first byte sent to the last one read. */
  readonly ms: number;
}

/** Sockets that stay open, as a browser's do. */
export const keepAlive = new Agent({keepAlive: true, maxSockets: Infinity});

const LIMIT_MS = 60_000;

/** Sends a request over a real socket. Plain `http`: the less the client costs, the more the figure is the gateway's. */
export function exchange(port: number, {method, url, headers, body}: Ask): Promise<Answer> {
  const {host, pathname, search} = new URL(url);
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : {'content-length': String(Buffer.byteLength(body))};
    const sent = httpRequest({agent: keepAlive, host: '127.0.0.1', port, method, path: pathname + search, headers: {...headers, ...length, host}, timeout: LIMIT_MS});
    sent.once('timeout', () => sent.destroy(new Error(`No answer to ${method} ${pathname} within ${LIMIT_MS} ms`)));
    sent.once('error', reject);
    sent.once('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.once('error', reject);
      response.once('end', () => {
        resolve({status: response.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8'), headers: response.headers, ms: performance.now() - started});
      });
    });
    sent.end(body);
  });
}

import {createServer, request, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

/** What a portal's front server does to its pages. */
export interface Policy {
  /** Sent as `Content-Security-Policy` with every page. */
  readonly csp: string;
  /** Changes the page before it is sent. */
  edit?(html: string): string;
  /** Files of the front server's own, by path. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A server in front of a portal, as provinces have one: passes everything on, and puts a policy on the pages. */
export interface Front {
  readonly port: number;
  use(policy: Policy): void;
  close(): void;
}

export async function startFront(portal: URL): Promise<Front> {
  let policy: Policy = {csp: ''};
  const server = createServer((asked, answer) => {
    const own = policy.files?.[asked.url ?? ''];
    if (own === undefined) passOn(portal, policy, asked, answer);
    else answer.writeHead(200, {'content-type': 'text/javascript; charset=utf-8', 'content-security-policy': policy.csp}).end(own);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    use: (next) => (policy = next),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function passOn({port}: URL, policy: Policy, asked: IncomingMessage, answer: ServerResponse): void {
  const sent = request({host: '127.0.0.1', port, path: asked.url, method: asked.method, headers: asked.headers}, (given) => {
    const isPage = given.headers['content-type']?.startsWith('text/html');
    if (!isPage) {
      answer.writeHead(given.statusCode ?? 502, given.headers);
      given.pipe(answer);
      return;
    }
    const parts: Buffer[] = [];
    given.on('data', (part: Buffer) => parts.push(part));
    given.once('end', () => {
      const html = Buffer.concat(parts).toString('utf8');
      answer.writeHead(given.statusCode ?? 502, {'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy.csp}).end(policy.edit?.(html) ?? html);
    });
  });
  sent.once('error', () => answer.destroy());
  asked.pipe(sent);
}

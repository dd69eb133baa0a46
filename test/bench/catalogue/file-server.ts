import {createReadStream, existsSync, statSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {extname, join, normalize, sep} from 'node:path';

const TYPES: Readonly<Record<string, string>> = {'.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json', '.wasm': 'application/wasm'};

export interface FileServer {
  readonly origin: string;
  /** Bytes of bodies sent below a path since the last call. */
  sent(path: string): number;
  close(): void;
}

/** Serves folders over real HTTP: `mounts` says which folder lies at which path. The page may measure its memory and use OPFS. */
export async function serveFiles(mounts: Readonly<Record<string, string>>): Promise<FileServer> {
  let requests: {path: string; bytes: number}[] = [];
  const server = createServer((asked, answer) => {
    const path = decodeURIComponent(new URL(asked.url ?? '/', 'http://localhost').pathname);
    const mount = Object.keys(mounts).filter((each) => path.startsWith(each)).sort((a, b) => b.length - a.length)[0];
    const file = mount === undefined ? undefined : join(mounts[mount]!, normalize(path.slice(mount.length)));
    if (file === undefined || file.split(sep).includes('..') || !existsSync(file) || !statSync(file).isFile()) {
      answer.writeHead(404).end();
      return;
    }
    const bytes = statSync(file).size;
    requests.push({path, bytes});
    answer.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-length': bytes,
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
    });
    createReadStream(file).pipe(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    sent(path) {
      const bytes = requests.filter((each) => each.path.startsWith(path)).reduce((sum, each) => sum + each.bytes, 0);
      requests = requests.filter((each) => !each.path.startsWith(path));
      return bytes;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

import {createReadStream} from 'node:fs';
import {stat} from 'node:fs/promises';
import type {ServerResponse} from 'node:http';
import {extname, join, normalize, sep} from 'node:path';
import {codingFor, compressedFile} from './compressed-file.js';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Sends a file below `root`, compressed where that pays, or says that the copy at hand is still right. @returns whether there was one */
export async function sendFile(res: ServerResponse, root: string, path: string, headers: Readonly<Record<string, string>> = {}): Promise<boolean> {
  const file = join(root, normalize(path));
  if (!file.startsWith(root.endsWith(sep) ? root : root + sep)) return false;
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return false;

  const type = types[extname(file)] ?? 'application/octet-stream';
  const version = `${found.size.toString(36)}-${Math.trunc(found.mtimeMs).toString(36)}`;
  const asked = res.req.headers;
  const common = {'cache-control': 'no-cache', etag: `W/"${version}"`, vary: 'Accept-Encoding', ...headers};
  if (asked['if-none-match'] === common.etag) {
    res.writeHead(304, common).end();
    return true;
  }
  const coding = codingFor(type, found.size, asked['accept-encoding']);
  if (!coding) {
    res.writeHead(200, {...common, 'content-type': type, 'content-length': found.size});
    createReadStream(file).pipe(res);
    return true;
  }
  const body = await compressedFile(file, coding, version);
  res.writeHead(200, {...common, 'content-type': type, 'content-encoding': coding, 'content-length': body.length}).end(body);
  return true;
}

export function sendText(res: ServerResponse, status: number, body: string, type = 'text/html; charset=utf-8', headers: Readonly<Record<string, string>> = {}): void {
  res.writeHead(status, {'content-type': type, 'content-length': Buffer.byteLength(body), 'cache-control': 'no-cache', ...headers});
  res.end(body);
}

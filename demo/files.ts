import {createReadStream} from 'node:fs';
import {stat} from 'node:fs/promises';
import type {ServerResponse} from 'node:http';
import {extname, join, normalize, sep} from 'node:path';

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

/** Sends a file below `root`. @returns whether there was one */
export async function sendFile(res: ServerResponse, root: string, path: string, headers: Readonly<Record<string, string>> = {}): Promise<boolean> {
  const file = join(root, normalize(path));
  if (!file.startsWith(root.endsWith(sep) ? root : root + sep)) return false;
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return false;
  res.writeHead(200, {'content-type': types[extname(file)] ?? 'application/octet-stream', 'content-length': found.size, 'cache-control': 'no-cache', ...headers});
  createReadStream(file).pipe(res);
  return true;
}

export function sendText(res: ServerResponse, status: number, body: string, type = 'text/html; charset=utf-8', headers: Readonly<Record<string, string>> = {}): void {
  res.writeHead(status, {'content-type': type, 'content-length': Buffer.byteLength(body), 'cache-control': 'no-cache', ...headers});
  res.end(body);
}

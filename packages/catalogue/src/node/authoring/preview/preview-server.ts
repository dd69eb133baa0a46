import {watch} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {basename, dirname, extname, join, normalize, sep} from 'node:path';
import {errors, TbError, type ErrorCode} from '@tongban/domain/errors.js';
import type {Region6} from '@tongban/domain/primitives.js';
import {lintText, type LintedText} from '../lint-text.js';
import {previewScript, previewStyle} from './preview-assets.js';
import {previewPage} from './preview-page.js';

export interface PreviewOptions {
  readonly file: string;
  /** Folder of the built kit. */
  readonly kit: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly region?: Region6 | undefined;
  /** Divisions as `tongban import regions` writes them; without them codes are shown. */
  readonly regionsFile?: string | undefined;
}

export interface Preview {
  readonly url: string;
  close(): Promise<void>;
}

/** Only what the page itself brings: nothing is asked of anybody else. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; worker-src blob:; base-uri 'none'; form-action 'none'";

/** Editors save in several steps; what comes within this time is one change. */
const QUIET_MS = 50;

/**
 * Shows a guide file in the real tags on this computer only, and again whenever it is saved.
 *
 * @throws TbError TB_NOT_FOUND when the file or the kit is not there
 */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const {file, kit, region, regionsFile} = options;
  await linted(file);
  await sentFile(kit, 'tongban.js');
  const listeners = new Set<ServerResponse>();
  const server = createServer((req, res) => {
    answer(req, res).catch((error: unknown) => {
      if (!res.headersSent) refuse(res, error instanceof TbError ? error.name : 'TB_INTERNAL');
    });
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', (cause) => reject(new TbError('TB_CONFIG', {cause, details: {port: options.port}})));
    server.listen(options.port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
  const origin = `http://localhost:${port}`;
  const watching = watchFile(file, () => {
    for (const res of listeners) res.write('event: changed\ndata: 1\n\n');
  });

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    // Another name that leads here is a page elsewhere that wants to read the file.
    if (![`localhost:${port}`, `127.0.0.1:${port}`].includes(req.headers.host ?? ''))
      return refuse(res, 'TB_ORIGIN_FOREIGN');
    const {pathname, searchParams} = new URL(req.url ?? '/', origin);
    if (pathname === '/') {
      const wanted = searchParams.get('region') ?? region;
      const taskCode = searchParams.get('guide') ?? undefined;
      const read = await linted(file);
      const page = previewPage({
        file: basename(file),
        linted: read,
        taskCode,
        region: wanted,
        origin: `http://${req.headers.host ?? ''}`,
      });
      return send(res, 'text/html', page, {'content-security-policy': POLICY});
    }
    if (pathname === '/preview.js') return send(res, 'text/javascript', previewScript);
    if (pathname === '/preview.css') return send(res, 'text/css', previewStyle);
    if (pathname === '/favicon.ico') return void res.writeHead(204).end();
    if (pathname === '/changes') return listen(res);
    if (pathname === '/v1/regions') return send(res, 'application/json', await regionsText(regionsFile, file));
    const code = /^\/v1\/items\/([^/]+)\/guide$/.exec(pathname)?.[1];
    if (code !== undefined) return sendGuide(res, decodeURIComponent(code));
    if (!pathname.startsWith('/kit/')) return refuse(res, 'TB_NOT_FOUND');
    const {type, bytes} = await sentFile(kit, pathname.slice('/kit/'.length));
    send(res, type, bytes);
  }

  async function sendGuide(res: ServerResponse, code: string): Promise<void> {
    const {guides} = await linted(file);
    const guide = guides.find(
      ({taskCode, deltas}) => taskCode === code || deltas.some((delta) => delta.taskCode === code),
    );
    if (guide) send(res, 'application/json', JSON.stringify(guide));
    else refuse(res, 'TB_ITEM_UNKNOWN');
  }

  function listen(res: ServerResponse): void {
    res.writeHead(200, {'content-type': 'text/event-stream', 'cache-control': 'no-store'});
    res.write(': open\n\n');
    listeners.add(res);
    res.on('close', () => listeners.delete(res));
  }

  return {
    url: `${origin}/`,
    async close() {
      watching();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function linted(file: string): Promise<LintedText> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new TbError('TB_NOT_FOUND', {cause, details: {file: basename(file)}});
  });
  return lintText(basename(file), text);
}

/** The divisions to choose from; without a file, the guides' own regions by their codes. */
async function regionsText(regionsFile: string | undefined, file: string): Promise<string> {
  if (regionsFile !== undefined) return readFile(regionsFile, 'utf8');
  const {guides} = await linted(file);
  const codes = [...new Set(guides.flatMap(({region, deltas}) => [region, ...deltas.map((delta) => delta.region)]))];
  const provinces = [...new Set(codes.map((code) => `${code.slice(0, 2)}0000`))];
  return JSON.stringify({
    regions: provinces.map((code) => ({code, name: code, level: 'province', parent: null})),
    retired: [],
  });
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.map': 'application/json',
  '.css': 'text/css',
};

/** @throws TbError TB_NOT_FOUND when there is no such file below the folder */
async function sentFile(folder: string, path: string): Promise<{type: string; bytes: Uint8Array}> {
  const file = join(folder, normalize(path));
  const inside = file.startsWith(folder.endsWith(sep) ? folder : folder + sep);
  const bytes = inside ? await readFile(file).catch(() => undefined) : undefined;
  if (!bytes) throw new TbError('TB_NOT_FOUND', {details: {file: path}});
  return {type: types[extname(file)] ?? 'application/octet-stream', bytes};
}

/** Watches the folder, because most editors put a new file into the place of the old one. @returns how to stop */
function watchFile(file: string, changed: () => void): () => void {
  let waiting: NodeJS.Timeout | undefined;
  const watcher = watch(dirname(file), (_, name) => {
    if (name !== null && name !== basename(file)) return;
    clearTimeout(waiting);
    waiting = setTimeout(changed, QUIET_MS);
  });
  return () => {
    clearTimeout(waiting);
    watcher.close();
  };
}

function send(
  res: ServerResponse,
  type: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): void {
  res.writeHead(200, {'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store', ...headers});
  res.end(body);
}

/** As a gateway refuses: RFC 9457 problem details. */
function refuse(res: ServerResponse, code: ErrorCode): void {
  const {status, en} = errors[code];
  res.writeHead(status, {'content-type': 'application/problem+json', 'cache-control': 'no-store'});
  res.end(JSON.stringify({type: 'about:blank', title: en, status, code}));
}

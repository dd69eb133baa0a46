import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {buildPack, type PublicationHead} from '@tongban/catalogue/node/publish/build-pack.js';
import {makeStoredKey, signingKey} from '@tongban/catalogue/node/publish/signing-key.js';
import {build, loadConfigFromFile} from 'vite';
import {anItem} from '../../fixtures/service-items.js';
import {searchOf} from './look.js';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A site whose page installs a list, and the publisher of that list, on one origin. */
export interface Site {
  readonly origin: string;
  /** Whether the publisher answers; the page itself always does. */
  isPublishing: boolean;
  /** Milliseconds that each file takes. */
  delayMs: number;
  /** Publishes a list of so many items, each with the marks of this sequence. */
  publish(sequence: number, items: number): Promise<void>;
  /** Resolves when so many of the publisher's files have been asked for from now on. */
  asked(times: number): Promise<void>;
  /** Parts of the newest list. */
  readonly parts: number;
  close(): Promise<void>;
}

export async function startSite(): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'tongban-installs-'));
  const script = await bundled();
  const key = signingKey(makeStoredKey());
  const site = {isPublishing: true, delayMs: 0, parts: 0};
  let waiting: (() => boolean)[] = [];

  const server = createServer((req, res) => {
    const path = new URL(req.url ?? '/', 'http://localhost').pathname;
    const answer = async () => {
      if (path === '/')
        return res
          .setHeader('content-type', 'text/html')
          .end('<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>');
      if (path === '/page.js') return res.setHeader('content-type', 'text/javascript').end(script);
      if (!site.isPublishing) return res.writeHead(503).end();
      waiting = waiting.filter((count) => count());
      await new Promise((resolve) => setTimeout(resolve, site.delayMs));
      if (path === '/where')
        return res
          .setHeader('content-type', 'application/json')
          .end(JSON.stringify({base: `http://${req.headers.host ?? ''}/list/`, keys: [key.publicKey]}));
      return res.end(await readFile(join(folder, path.replace(/^\/list\//, ''))));
    };
    answer().catch(() => res.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${String((server.address() as AddressInfo).port)}`;

  return Object.assign(site, {
    origin,
    asked: (times: number) =>
      new Promise<void>((resolve) => {
        let left = times;
        waiting.push(() => {
          left -= 1;
          if (left === 0) resolve();
          return left > 0;
        });
      }),
    async publish(sequence: number, items: number) {
      const marks = searchOf(sequence);
      const feed = Array.from({length: items}, (_, n) =>
        anItem({
          name: `办理事项甲${String(n)}（${marks.name}）`,
          taskCode: `local:${String(n)}`,
          summary: `${marks.text}，办理要求之${String(n)}。${noise(n * 31 + sequence)}`,
        }),
      );
      const head: PublicationHead = {
        region: '320000',
        sequence,
        edition: `list ${String(sequence)}`,
        publishedAt: '2026-03-01T00:00:00Z',
        effective: ['2026-03-01', null],
      };
      const {layers, guides} = await buildPack({items: feed, guides: []}, {...head, dir: folder, key});
      site.parts = guides.length + layers.reduce((sum, {texts}) => sum + 1 + texts.length, 0);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, {recursive: true, force: true});
    },
  });
}

/** Some hundred signs that do not compress away. */
function noise(seed: number): string {
  let state = seed + 1;
  const signs = Array.from({length: 120}, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return String.fromCharCode(0x4e00 + ((state >>> 8) % 5_000));
  });
  return signs.join('');
}

async function bundled(): Promise<string> {
  const {config: shared} = (await loadConfigFromFile(
    {command: 'build', mode: 'production'},
    at('../../../vite.config.ts'),
  ))!;
  const result = await build({
    ...shared,
    configFile: false,
    logLevel: 'error',
    root: at('.'),
    define: {'process.env.NODE_ENV': '"production"'},
    build: {
      ...shared.build,
      write: false,
      sourcemap: false,
      rolldownOptions: {input: at('./page.ts'), output: {format: 'es', codeSplitting: false}},
    },
  });
  const chunk = [result]
    .flat()
    .flatMap((each) => ('output' in each ? each.output : []))
    .find(({type}) => type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error('The page was not built.');
  return chunk.code;
}

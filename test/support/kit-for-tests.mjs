import {spawn} from 'node:child_process';
import {existsSync, readFileSync, rmSync} from 'node:fs';
import {createServer} from 'node:http';
import {join} from 'node:path';
import {root} from './files.mjs';

/**
 * The built kit for browser tests, on an origin of its own as portals load it. It is built when the first test asks for it.
 *
 * For tests it answers, on the portal's side:
 *   /kit-for-tests/kit.json             `{origin, worker}`: where the kit is, and its worker's first file there
 *   /kit-for-tests/page.html?page=…&worker=…&csp=…   a page under that policy which starts this worker and passes messages on (kit-page.js)
 * and on the kit's side:
 *   /refusing/<any name>/<times>/…      the same files, but a late file of the worker is there only after so many requests for it
 */
export function kitForTests() {
  let starting;
  return async (context, next) => {
    if (!context.path.startsWith('/kit-for-tests/')) return next();
    const kit = await (starting ??= startKit());
    if (context.path.endsWith('/kit.json')) {
      context.body = kit;
      return undefined;
    }
    context.set('content-security-policy', String(context.query.csp).replaceAll('KIT', kit.origin));
    context.type = 'html';
    context.body = `<!doctype html><script nonce="r4nd0m" type="module" src="${kit.origin}/kit-page.js"></script>`;
    return undefined;
  };
}

async function startKit() {
  const folder = join(root, `.cache/kit-for-tests-${process.pid}`);
  process.once('exit', () => rmSync(folder, {recursive: true, force: true}));
  await buildKit(folder);
  const refused = new Map();
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url, 'http://kit');
    const [, name, times, path = pathname] = /^\/refusing\/([^/]+)\/(\d+)(\/.*)$/.exec(pathname) ?? [];
    const file = path === '/kit-page.js' ? join(root, 'test/support/kit-page.js') : join(folder, path);
    const isLate = name !== undefined && /-part-/.test(path);
    if (isLate) refused.set(name, (refused.get(name) ?? 0) + 1);
    const isThere = existsSync(file) && !(isLate && refused.get(name) <= Number(times));
    response.writeHead(isThere ? 200 : 503, {'content-type': 'text/javascript', 'access-control-allow-origin': '*', 'cache-control': 'no-store'});
    response.end(isThere ? readFileSync(file) : '');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const worker = /"worker":"([^"]+)"/.exec(readFileSync(join(folder, 'tongban.js'), 'utf8'))[1];
  return {origin: `http://127.0.0.1:${server.address().port}`, worker};
}

/** In a process of its own: what is built would slow down the server of the tests. */
function buildKit(folder) {
  return new Promise((resolve, reject) => {
    const builder = spawn(process.execPath, [join(root, 'packages/portal/build.mjs'), folder], {stdio: ['ignore', 'ignore', 'inherit']});
    builder.once('error', reject);
    builder.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('The kit could not be built; the reason stands above.'))));
  });
}

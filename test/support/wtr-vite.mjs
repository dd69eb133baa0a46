import {rmSync} from 'node:fs';
import {join} from 'node:path';
import {createServer} from 'vite';
import {root} from './files.mjs';

/** What the Vite server of a test run and of Storybook share: our packages are read as TypeScript source. */
export const sourceConditions = ['tongban-source', 'module', 'browser', 'development|production'];

/**
 * Vite in middleware mode as the compiler of Web Test Runner. The middleware answers before the runner's own static
 * files, which would send TypeScript to the browser as it is.
 *
 * @param {{target?: string}} options `target` is what Oxc compiles down to, such as `chrome86`.
 */
export async function viteForTests({target}) {
  // A cache of its own for each run: one that outlives it would miss dependencies of newer tests, and Vite would then
  // reload pages in the middle of a test.
  const cacheDir = join(root, `.cache/vite-tests-${process.pid}`);
  process.once('exit', () => rmSync(cacheDir, {recursive: true, force: true}));
  const vite = await createServer({
    configFile: false,
    clearScreen: false,
    appType: 'custom',
    logLevel: 'error',
    cacheDir,
    resolve: {conditions: sourceConditions},
    worker: {format: 'es'},
    server: {middlewareMode: true, hmr: false, ws: false},
    plugins: [runnerSocket],
    optimizeDeps: {
      // What a page can reach, so that no dependency is found only when it is already running. Vite follows imports by
      // itself, but not those of a worker.
      entries: [
        'test/**/*.test.ts',
        '!test/**/*.node.test.ts',
        'stories/**/*.stories.ts',
        'packages/*/src/worker/**/*.ts',
      ],
      ...(target && {rolldownOptions: {transform: {target}}}),
    },
    ...(target && {oxc: {target}}),
  });
  return {
    middleware: (context, next) => (isRunnersOwn(context.path) ? next() : answer(vite.middlewares, context, next)),
    plugin: {name: 'vite-for-tests', serverStop: () => vite.close()},
  };
}

const socketPath = '/__web-dev-server__web-socket.js';

const runnerSocket = {
  name: 'runner-socket',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith(socketPath) ? {id: socketPath, external: true} : null),
};

const isRunnersOwn = (path) => path === '/' || path.startsWith('/__w');

/** Lets a Connect handler, which writes straight to the Node response, take part in a Koa chain. */
function answer(handler, context, next) {
  return new Promise((resolve, reject) => {
    const answered = () => {
      context.respond = false;
      resolve();
    };
    context.status = 200; // Koa starts at 404.
    context.res.once('finish', answered);
    handler(context.req, context.res, (error) => {
      context.res.off('finish', answered);
      if (error) return reject(error);
      context.status = 404;
      resolve(next());
    });
  });
}

// Builds what a portal loads from a CDN: the loader with its tags, the one worker file, and the service worker.
//   node packages/portal/build.mjs → packages/portal/dist/kit
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {build} from 'vite';
import {getManifest} from 'workbox-build';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const kit = at('./dist/kit');

/** Chromium 86 is the floor of the column (design.md §5). Licences of what is bundled stay in the files. */
const common = {
  configFile: false,
  logLevel: 'warn',
  root: at('.'),
  resolve: {conditions: ['source', 'module', 'browser', 'production']},
  define: {'process.env.NODE_ENV': '"production"'},
};
const output = {outDir: kit, target: 'chrome86', sourcemap: true, modulePreload: false};

/** One chunk for what every tag shares, one per tag. */
const tags = {
  ...common,
  build: {
    ...output,
    emptyOutDir: true,
    rolldownOptions: {
      input: {tongban: at('./src/browser/tongban.ts')},
      preserveEntrySignatures: false,
      output: {entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js', minify: true},
    },
  },
};

/** One file: Firefox checks a worker's static imports against `worker-src`. */
const oneFile = (name, input, format) => ({
  ...common,
  build: {
    ...output,
    emptyOutDir: false,
    rolldownOptions: {input: {[name]: at(input)}, preserveEntrySignatures: 'strict', output: {entryFileNames: '[name].js', format, codeSplitting: false, minify: true}},
  },
});

await mkdir(kit, {recursive: true});
await build(tags);
await build(oneFile('portal-worker', '../runtime/src/worker/main.ts', 'es'));
await build(oneFile('tongban-sw', './src/worker/tongban-sw.ts', 'iife'));
await listFilesForOffline();

/** Puts the kit's files into the service worker, so that they are there after a reload without network. */
async function listFilesForOffline() {
  const {manifestEntries} = await getManifest({globDirectory: kit, globPatterns: ['**/*.js'], globIgnores: ['tongban-sw.js'], dontCacheBustURLsMatching: /parts\//});
  const file = `${kit}/tongban-sw.js`;
  const code = await readFile(file, 'utf8');
  if (!code.includes('self.__WB_MANIFEST')) throw new Error('The service worker has lost its place for the file list.');
  await writeFile(file, code.replace('self.__WB_MANIFEST', JSON.stringify(manifestEntries)));
}

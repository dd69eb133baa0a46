// Builds what a portal loads from a CDN: the loader with its tags, the one worker file, and the service worker.
//   node packages/portal/build.mjs → packages/portal/dist/kit
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {build, loadConfigFromFile} from 'vite';
import {getManifest} from 'workbox-build';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const kit = at('./dist/kit');

const {config: shared} = await loadConfigFromFile({command: 'build', mode: 'production'}, at('../../vite.config.ts'));
const common = {...shared, configFile: false, logLevel: 'warn', root: at('.'), define: {'process.env.NODE_ENV': '"production"'}};
const output = {...shared.build, outDir: kit};

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
  if (!code.includes('__KIT_FILES__')) throw new Error('The service worker has lost its place for the file list.');
  await writeFile(file, code.replace('__KIT_FILES__', JSON.stringify(manifestEntries)));
}

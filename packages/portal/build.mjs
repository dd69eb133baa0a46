// Builds what a portal loads from a CDN: the loader with its tags, the worker in its first and late files, and the service worker.
//   node packages/portal/build.mjs [folder]      by default packages/portal/dist/kit
import {mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {brotliCompress} from 'node:zlib';
import {build, loadConfigFromFile} from 'vite';
import {getManifest} from 'workbox-build';
import {kitFilesOf, withoutRuntimeChunk} from './kit-files.mjs';
import {movedFirstFile, tieLateFiles} from './late-files.mjs';
import {withoutSentences} from './without-sentences.mjs';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const kit = process.argv[2] ? resolve(process.argv[2]) : at('./dist/kit');

const {config: shared} = await loadConfigFromFile({command: 'build', mode: 'production'}, at('../../vite.config.ts'));
const common = {...shared, configFile: false, logLevel: 'warn', root: at('.'), define: {'process.env.NODE_ENV': '"production"'}};
/** Catalogue and vault each find a copy of their own; one of them is enough. */
const idbOfVault = createRequire(at('../vault/package.json')).resolve('idb').replace(/index\.cjs$/, 'index.js');
const written = {minify: true, comments: {legal: true, annotation: false, jsdoc: false}};
/** Making a schema does nothing else: one that nobody checks anything with is left out (`import * as v from 'valibot'`, domain's `text`). */
const treeshake = {manualPureFunctions: ['v', 'text']};

/**
 * What is fetched together stands in one file: a page with a guide asks for loader, kit, guide and worker, and for nothing else of
 * ours. `kit` is what every tag needs and the tags most pages have.
 */
const groups = [
  {name: 'kit', priority: 3, test: /portal\/src\/browser\/start\.ts|packages\/base\/|elements\/src\/([\w-]+\/)?[\w-]+-(words|names|prompt|alone)\.ts|node_modules\/(lit|@lit)|@oxc-project/},
  {name: 'guide', priority: 2, test: /elements\/src\/(item-guide|material-checklist)(\.ts|\/)/},
  {name: 'case', priority: 1, test: /elements\/src\/(progress|paper-view)(\.ts|\/)/},
].map(({test, ...group}) => ({...group, test: (id) => test.test(id.replaceAll('\\', '/'))}));

const tags = {
  ...common,
  build: {
    ...shared.build,
    outDir: kit,
    emptyOutDir: true,
    lib: {entry: at('./src/browser/tongban.ts'), formats: ['es']}, // As a library: else each import() is wrapped in code for stylesheets.
    rolldownOptions: {treeshake, output: {...written, entryFileNames: 'tongban.js', chunkFileNames: 'parts/[name]-[hash].js', codeSplitting: {groups}}},
  },
};

/** `allow-extension`: what the late files share with the first one stands in the first one, not in a file of its own. */
const worker = {
  ...common,
  plugins: [withoutSentences()],
  resolve: {...shared.resolve, alias: {idb: idbOfVault}},
  build: {
    ...shared.build,
    outDir: kit,
    emptyOutDir: false,
    lib: {entry: at('../runtime/src/worker/main.ts'), formats: ['es']},
    rolldownOptions: {preserveEntrySignatures: 'allow-extension', treeshake, output: {...written, entryFileNames: 'parts/portal-worker-[hash].js', chunkFileNames: 'parts/[name]-[hash].js'}},
  },
};

const serviceWorker = {
  ...common,
  build: {
    ...shared.build,
    outDir: kit,
    emptyOutDir: false,
    rolldownOptions: {input: at('./src/worker/tongban-sw.ts'), preserveEntrySignatures: 'strict', output: {...written, entryFileNames: 'tongban-sw.js', format: 'iife', codeSplitting: false}},
  },
};

await mkdir(kit, {recursive: true});
const parts = chunksOf(await build(tags));
const workerFiles = chunksOf(await build(worker));
const firstFile = workerFiles.find(({isEntry}) => isEntry).fileName;
await build(serviceWorker);
await finishParts();
await finishWorker();
await tellLoader();
await listFilesForOffline();
await compress();

function chunksOf(result) {
  return [result].flat().flatMap(({output}) => output.filter(({type}) => type === 'chunk'));
}

/** Takes the bundler's own little file out of the way: it would cost a request on each page. */
async function finishParts() {
  const runtime = parts.find(({name}) => name === 'rolldown-runtime');
  if (!runtime) return;
  for (const {fileName, imports} of parts) if (imports.includes(runtime.fileName)) await change(fileName, (code) => withoutRuntimeChunk(code));
  for (const ending of ['', '.map']) await rm(`${kit}/${runtime.fileName}${ending}`, {force: true});
}

/** The first file stands a second time under a name that stays, for the stub of a portal that forbids blob workers. */
async function finishWorker() {
  for (const [file, code] of tieLateFiles(workerFiles)) await writeFile(`${kit}/${file}`, code);
  await writeFile(`${kit}/portal-worker.js`, movedFirstFile(await readFile(`${kit}/${firstFile}`, 'utf8'), './parts/'));
}

/** Appended, so that the source map stays right. */
async function tellLoader() {
  const files = JSON.stringify(kitFilesOf(parts, firstFile));
  await change('tongban.js', (code) => `${code}\nfunction __kitFiles__(){return ${files}}\n`);
}

/** Puts the kit's files into the service worker, so that they are there after a reload without network. */
async function listFilesForOffline() {
  const globIgnores = ['tongban-sw.js', 'portal-worker.js', 'parts/window-*.js']; // A staff window is no page of a portal.
  const {manifestEntries} = await getManifest({globDirectory: kit, globPatterns: ['**/*.js'], globIgnores, dontCacheBustURLsMatching: /parts\//});
  await change('tongban-sw.js', (code) => {
    if (!code.includes('__KIT_FILES__')) throw new Error('The service worker has lost its place for the file list.');
    return code.replace('__KIT_FILES__', JSON.stringify(manifestEntries));
  });
}

/** Each file once more in brotli's best, which is too slow to do while somebody waits. */
async function compress() {
  const files = [...parts, ...workerFiles].map(({fileName}) => fileName).filter((name) => !name.includes('rolldown-runtime'));
  for (const name of [...files, 'portal-worker.js', 'tongban-sw.js']) await writeFile(`${kit}/${name}.br`, await promisify(brotliCompress)(await readFile(`${kit}/${name}`)));
}

async function change(file, edit) {
  await writeFile(`${kit}/${file}`, edit(await readFile(`${kit}/${file}`, 'utf8')));
}

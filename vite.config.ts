import {defineConfig} from 'vite';

/**
 * What every use of Vite here shares: the kit's build (packages/portal/build.mjs), Storybook and the test runner. Our packages are
 * read as TypeScript source (docs/adr/0001), and what is built runs on Chromium 86.
 */
export default defineConfig({
  resolve: {conditions: ['tongban-source', 'module', 'browser', 'development|production']},
  worker: {format: 'es'},
  build: {target: 'chrome86', sourcemap: true, modulePreload: false},
});

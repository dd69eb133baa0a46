import {defineConfig} from 'vite';

/** Our packages are read as TypeScript source, so that a story shows what is on disk now. */
export default defineConfig({
  resolve: {conditions: ['tongban-source', 'module', 'browser', 'development|production']},
});

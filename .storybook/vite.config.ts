import {defineConfig} from 'vite';

/** Our packages are read as TypeScript source. The root's vite.config.ts builds the demo and is not for Storybook. */
export default defineConfig({
  resolve: {conditions: ['source', 'module', 'browser', 'development|production']},
});

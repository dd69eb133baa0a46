import {join} from 'node:path';
import {build} from 'vite';
import {sourceConditions} from '../../support/wtr-vite.mjs';

/** The exam as one script for a page. */
export async function examScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: {'process.env.NODE_ENV': '"production"'},
    resolve: {conditions: sourceConditions},
    build: {write: false, minify: false, lib: {entry: join(import.meta.dirname, 'exam-in-page.ts'), formats: ['iife'], name: 'exam'}},
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error('The exam was not built.');
  return output.output[0].code;
}

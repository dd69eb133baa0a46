import {writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {build, loadConfigFromFile} from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Builds page and engine workers as the kit is built: minified, for Chromium 86, one file each. */
export async function bundle(engines: readonly string[], folder: string): Promise<void> {
  const {config: shared} = (await loadConfigFromFile({command: 'build', mode: 'production'}, at('../../../vite.config.ts')))!;
  for (const name of ['page', ...engines]) {
    await build({
      ...shared,
      configFile: false,
      logLevel: 'error',
      root: at('.'),
      define: {'process.env.NODE_ENV': '"production"'},
      build: {
        ...shared.build,
        sourcemap: false,
        outDir: folder,
        emptyOutDir: false,
        assetsDir: '',
        rolldownOptions: {input: at(name === 'page' ? './page.ts' : `./engines/${name}.ts`), output: {entryFileNames: `${name}.js`, assetFileNames: '[name][extname]', format: 'es', codeSplitting: false}},
      },
    });
  }
  writeFileSync(`${folder}/index.html`, '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>bench</title><script type="module" src="page.js"></script>');
}

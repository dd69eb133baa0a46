#!/usr/bin/env node
// In a checkout the packages are TypeScript: then this starts Node again with what reads it. An installed package has dist.
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {createRequire} from 'node:module';
import {fileURLToPath, pathToFileURL} from 'node:url';

const built = new URL('../dist/main.js', import.meta.url);
const source = new URL('../src/main.ts', import.meta.url);
const isCheckout = existsSync(fileURLToPath(source));

if (isCheckout && !process.execArgv.includes('--conditions=tongban-source')) {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const args = ['--conditions=tongban-source', '--import', tsx, fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  process.exit(spawnSync(process.execPath, args, {stdio: 'inherit'}).status ?? 1);
}

const {main} = await import(isCheckout ? source : built);
process.exitCode = await main(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
});

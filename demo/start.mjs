// npm start: installs what is missing, builds the kit, and runs the demo until it is stopped.
// PORT, DATABASE_URL and TONGBAN_NOW reach demo/server.ts as they are.
import {spawn, spawnSync} from 'node:child_process';
import {existsSync, readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {ensureInstalled} from '../install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const builder = join(root, 'packages/portal/build.mjs');
const lastBuilt = join(root, 'packages/portal/dist/kit/tongban-sw.js');

ensureInstalled();
if (isKitStale()) buildKit();
runServer();

/** Whether a source file of a package is newer than the kit that portals load. */
function isKitStale() {
  if (!existsSync(lastBuilt)) return true;
  const built = statSync(lastBuilt).mtimeMs;
  const sources = readdirSync(join(root, 'packages')).flatMap((name) => filesIn(join(root, 'packages', name, 'src')));
  return [builder, ...sources].some((file) => statSync(file).mtimeMs > built);
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, {recursive: true}).map((name) => join(folder, name));
}

function buildKit() {
  console.log('Building the kit that portals load …');
  const {status} = spawnSync(process.execPath, [builder], {cwd: root, stdio: 'inherit'});
  if (status === 0) return;
  console.error('The kit could not be built; the reason stands above.');
  process.exit(status ?? 1);
}

function runServer() {
  const server = spawn(process.execPath, ['--conditions=tongban-source', '--import=tsx', join(root, 'demo/server.ts')], {
    cwd: root,
    stdio: 'inherit',
  });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
  // A terminal sends Ctrl-C to both of us; anyone else sends it to this process alone.
  process.on('SIGINT', () => process.stdin.isTTY || server.kill('SIGINT'));
  // npm passes a signal to a shell that ends without passing it on; then nobody is left to stop us but ourselves.
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || server.kill('SIGTERM'), 500);
  server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

// Installs what this project needs, on a machine that has only Node. Uses Node built-ins alone: nothing else is there yet.
import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const oldestNode = [20, 19];

/** Makes sure that `node_modules` holds what package-lock.json names. Ends the process with words when it cannot. */
export function ensureInstalled() {
  refuseOldNode();
  if (isInstalled()) return;
  console.log('Installing the npm packages this project is built from (npm ci): about 1,000 packages, 650 MB on disk.');
  console.log('They go into ./node_modules and nowhere else. This takes one to three minutes, once.');
  const started = Date.now();
  const {status, error} = spawnSync('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error', '--progress=true'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status === 0) {
    console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
    return;
  }
  giveUp(
    error
      ? 'The npm command was not found. It comes with Node: https://nodejs.org/'
      : 'npm could not install the packages; its own words are above.\n' +
          'Usual reasons: no network, a proxy that npm does not know (npm config set proxy …), or a full disk.',
  );
}

/**
 * Whether every package of package-lock.json stands in node_modules in that version. Times of files would not tell:
 * git sets them as it likes. Packages for other platforms are marked optional and may be absent.
 */
function isInstalled() {
  if (!existsSync(`${root}node_modules/.package-lock.json`)) return false;
  const wanted = packagesOf(`${root}package-lock.json`);
  const present = packagesOf(`${root}node_modules/.package-lock.json`);
  return Object.entries(wanted).every(([path, {version, optional, link}]) => {
    if (!path.includes('node_modules/') || optional) return true;
    return link ? existsSync(root + path) : present[path]?.version === version;
  });
}

function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages ?? {};
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  giveUp(`This project needs Node ${oldestNode.join('.')} or newer; this is Node ${process.versions.node}.`);
}

function giveUp(words) {
  console.error(`\n${words}`);
  process.exit(1);
}

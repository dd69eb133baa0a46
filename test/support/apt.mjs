import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';

let listsAreFresh = false;

/** Whether packages can be installed here: Debian or a child of it, as root (a container or a CI machine). */
export function canInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Installs Debian packages and says so. False when that is not possible here or did not work. */
export function install(packages, reason) {
  if (!canInstall()) return false;
  console.log(`Installing ${packages.join(', ')} with apt-get: ${reason}.`);
  if (!listsAreFresh) apt('update');
  listsAreFresh = true;
  return apt('install', '--yes', '--no-install-recommends', ...packages);
}

/** The packages of these that are not installed. */
export function missing(packages) {
  return packages.filter((name) => {
    const {stdout} = spawnSync('dpkg-query', ['--show', '--showformat=${db:Status-Status}', name], {encoding: 'utf8'});
    return stdout !== 'installed';
  });
}

/** Standard output stays ours: apt's words go to standard error. */
function apt(...args) {
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
  return spawnSync('apt-get', ['-qq', ...args], {env, stdio: ['ignore', 2, 2]}).status === 0;
}

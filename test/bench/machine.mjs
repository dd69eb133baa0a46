import {execFileSync} from 'node:child_process';
import {arch, cpus, loadavg, platform, release, totalmem} from 'node:os';
import {fileURLToPath} from 'node:url';

/** What the figures were taken on, in words without the machine's name. `chromium` is the path of the browser used, if one is. */
export function machine(chromium) {
  const cores = cpus();
  return [
    `machine: ${cores[0]?.model.trim() ?? 'unknown processor'}, ${cores.length} cores, ${Math.round(totalmem() / 1024 ** 3)} GB, ${platform()} ${release().split('-')[0]} ${arch()}`,
    `busy before it began: ${loadavg()[0].toFixed(2)} (1 minute load)`,
    `node ${process.versions.node}${chromium ? `, ${version(chromium)}` : ''}`,
    `commit ${commit()}`,
  ];
}

function version(browser) {
  try {
    return execFileSync(browser, ['--version'], {encoding: 'utf8', timeout: 20_000, stdio: ['ignore', 'pipe', 'ignore']}).trim();
  } catch {
    return 'Chromium of unknown version';
  }
}

function commit() {
  const git = (...args) => execFileSync('git', args, {cwd: fileURLToPath(new URL('../..', import.meta.url)), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']}).trim();
  try {
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', '--untracked-files=no') === '' ? '' : ' with changes');
  } catch {
    return 'unknown';
  }
}

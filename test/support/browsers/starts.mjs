import {spawn} from 'node:child_process';
import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';

const LIMIT_MS = 60_000; // The first start after an installation takes half a minute on a busy machine.

/** Flags without which Chromium asks for a sandbox, a GPU or a network that a test machine lacks. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** Whether this Chromium really starts: it opens its DevTools port. (`--version` says nothing in some builds.) */
export async function starts(binary) {
  const profile = mkdtempSync(join(tmpdir(), 'tongban-probe-'));
  const port = join(profile, 'DevToolsActivePort');
  const flags = [
    '--headless',
    ...chromiumFlags,
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    'about:blank',
  ];
  const browser = spawn(binary, flags, {stdio: 'ignore', detached: process.platform !== 'win32'});
  let ended = false;
  const end = () => (ended = true);
  browser.once('error', end).once('exit', end);
  const deadline = Date.now() + LIMIT_MS;
  while (!ended && !existsSync(port) && Date.now() < deadline) await wait(50);
  const started = existsSync(port);
  killTree(browser);
  await wait(200);
  rmSync(profile, {recursive: true, force: true, maxRetries: 5, retryDelay: 200});
  return started;
}

function killTree({pid}) {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

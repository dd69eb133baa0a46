import {webdriverLauncher} from '@web/test-runner-webdriver';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {connect} from 'node:net';
import {setTimeout as wait} from 'node:timers/promises';
import {freePort} from '../free-port.mjs';
import {miniBrowser} from './installed.mjs';

const LIMIT_MS = 20_000;

/** WebKitGTK's MiniBrowser, driven over WebDriver on a screen that only exists in memory. */
export async function webkitLauncher() {
  const display = process.env.DISPLAY ?? (await startScreen());
  const port = await freePort();
  const env = {
    ...process.env,
    DISPLAY: display,
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', // Its sandbox needs user namespaces, which containers lack.
    WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    LIBGL_ALWAYS_SOFTWARE: '1',
  };
  endWithUs(spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {env, stdio: 'ignore'}));
  await listening(port);
  return webdriverLauncher({
    hostname: '127.0.0.1',
    port,
    path: '/',
    logLevel: 'error',
    capabilities: {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': {binary: miniBrowser(), args: ['--automation']},
    },
  });
}

/** Starts Xvfb on the first free display and answers its name. */
async function startScreen() {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  endWithUs(screen);
  const [number] = await once(screen.stdio[3], 'data', {signal: AbortSignal.timeout(LIMIT_MS)});
  return `:${String(number).trim()}`;
}

async function listening(port) {
  const deadline = Date.now() + LIMIT_MS;
  while (Date.now() < deadline) {
    const socket = connect(port, '127.0.0.1');
    const [outcome] = await Promise.race([once(socket, 'connect').then(() => ['open']), once(socket, 'error')]).catch(
      () => ['closed'],
    );
    socket.destroy();
    if (outcome === 'open') return;
    await wait(50);
  }
  throw new Error('WebKitWebDriver did not start.');
}

function endWithUs(child) {
  process.once('exit', () => child.kill('SIGKILL'));
}

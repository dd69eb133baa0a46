import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {chromium, type CDPSession, type Page} from 'playwright-core';
import {chromiumFlags} from '../../support/browsers/starts.mjs';

const START_MS = 60_000;

/** One process of Chromium on a profile that outlives it. */
export interface ProfileBrowser {
  page(url: string): Promise<Page>;
  /** Processor seconds of all its processes so far. */
  cpuSeconds(): Promise<number>;
  /** Ends it as a person would: what was written is there next time. */
  close(): Promise<void>;
}

export async function startBrowser(profile: string): Promise<ProfileBrowser> {
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, {force: true});
  const flags = ['--headless=new', ...chromiumFlags, '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'];
  const child = spawn(process.env['CHROME_PATH']!, flags, {stdio: 'ignore'});
  const ended = once(child, 'exit');
  const deadline = Date.now() + START_MS;
  while (!existsSync(portFile) || readFileSync(portFile, 'utf8').split('\n').length < 2) {
    if (Date.now() > deadline || child.exitCode !== null) throw new Error('Chromium did not start.');
    await wait(20);
  }
  const [port = '', path = ''] = readFileSync(portFile, 'utf8').split('\n');
  const browser = await chromium.connectOverCDP(`ws://127.0.0.1:${port}${path}`);
  const devtools = await browser.newBrowserCDPSession();
  const cpuSeconds = async () => {
    const {processInfo} = await devtools.send('SystemInfo.getProcessInfo');
    return processInfo.reduce((sum, {cpuTime}) => sum + cpuTime, 0);
  };
  return {
    async page(url) {
      const page = await browser.contexts()[0]!.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error') console.error(`# page: ${message.text()}`);
      });
      await page.goto(url);
      await untilQuiet(cpuSeconds);
      return page;
    },
    cpuSeconds,
    async close() {
      await devtools.send('Browser.close').catch(() => undefined);
      const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await ended;
      clearTimeout(late);
    },
  };
}

const QUIET_MS = 250;
const QUIET_SHARE = 0.1;

/** A browser that has just started is busy with itself for a second or two, on every core: that is not the engine's. */
async function untilQuiet(cpuSeconds: () => Promise<number>): Promise<void> {
  const deadline = Date.now() + 10_000;
  for (let before = await cpuSeconds(); Date.now() < deadline; ) {
    await wait(QUIET_MS);
    const now = await cpuSeconds();
    if ((now - before) * 1_000 < QUIET_MS * QUIET_SHARE) return;
    before = now;
  }
}

/** Where the memory of a page's only worker goes, in bytes, after a collection. */
export interface WorkerMemory {
  /** Objects and strings of the script engine. */
  readonly heap: number;
  /** Array buffers and WebAssembly memories. */
  readonly buffers: number;
}

/** Asks the worker's own script engine, through the page's DevTools. */
export async function workerMemory(page: Page): Promise<WorkerMemory> {
  const devtools = await page.context().newCDPSession(page);
  try {
    const worker = await attachToWorker(devtools);
    await worker('HeapProfiler.enable');
    for (let time = 0; time < 3; time++) await worker('HeapProfiler.collectGarbage');
    const usage = await worker('Runtime.getHeapUsage');
    return {heap: (usage['usedSize'] ?? 0) + (usage['embedderHeapUsedSize'] ?? 0), buffers: usage['backingStorageSize'] ?? 0};
  } finally {
    await devtools.detach();
  }
}

type Send = (method: string) => Promise<Record<string, number>>;

async function attachToWorker(devtools: CDPSession): Promise<Send> {
  const attached = new Promise<string>((resolve) => {
    devtools.on('Target.attachedToTarget', ({sessionId, targetInfo}) => {
      if (targetInfo.type === 'worker') resolve(sessionId);
    });
  });
  await devtools.send('Target.setAutoAttach', {autoAttach: true, waitForDebuggerOnStart: false, flatten: false});
  const sessionId = await attached;
  let last = 0;
  return (method) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      devtools.on('Target.receivedMessageFromTarget', ({message}) => {
        const answer = JSON.parse(message) as {id?: number; result?: Record<string, number>; error?: {message: string}};
        if (answer.id !== id) return;
        if (answer.error) reject(new Error(answer.error.message));
        else resolve(answer.result ?? {});
      });
      devtools.send('Target.sendMessageToTarget', {sessionId, message: JSON.stringify({id, method})}).catch(reject);
    });
}

import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {chromium, type Page} from 'playwright-core';
import {findChromium} from '../../support/browsers/find-chromium.mjs';
import {chromiumFlags} from '../../support/browsers/starts.mjs';

const START_WITHIN_MS = 60_000;

/** One run of Chromium on a profile that outlives it. */
export interface ProfileBrowser {
  readonly page: Page;
  /** Ends all its processes at once, in the middle of whatever they do. */
  kill(): Promise<void>;
}

export async function startOnProfile(profile: string, url: string): Promise<ProfileBrowser> {
  const portFile = join(profile, 'DevToolsActivePort');
  for (const left of ['DevToolsActivePort', 'SingletonLock', 'SingletonSocket', 'SingletonCookie'])
    rmSync(join(profile, left), {force: true});
  const flags = [
    '--headless=new',
    ...chromiumFlags,
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    'about:blank',
  ];
  const child = spawn((await findChromium()) as string, flags, {stdio: 'ignore', detached: true});
  const ended = once(child, 'exit');
  const kill = async () => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      process.kill(-child.pid, 'SIGKILL');
    await ended;
  };
  try {
    const deadline = Date.now() + START_WITHIN_MS;
    while (!existsSync(portFile) || readFileSync(portFile, 'utf8').split('\n').length < 2) {
      if (Date.now() > deadline || child.exitCode !== null) throw new Error('Chromium did not start on the profile.');
      await wait(20);
    }
    const [port = '', path = ''] = readFileSync(portFile, 'utf8').split('\n');
    const browser = await chromium.connectOverCDP(`ws://127.0.0.1:${port}${path}`);
    const page = await browser.contexts()[0]!.newPage();
    await page.goto(url);
    return {page, kill};
  } catch (error) {
    await kill();
    throw error;
  }
}

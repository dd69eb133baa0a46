import {spawn} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {readSeeds} from '../../../demo/seeds.js';
import {freePort} from '../../support/free-port.mjs';

const START_MS = 300_000;
const STOP_MS = 15_000;

/** The demo as `npm start` runs it, with data of its own. */
export interface Demo {
  /** Where an origin of the demo is: `www.shanghai`. */
  at(name: string): string;
  close(): Promise<void>;
}

export async function startDemo(): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), 'tongban-demo-'));
  const port = await freePort();
  const child = spawn(process.execPath, [fileURLToPath(new URL('../../../demo/start.mjs', import.meta.url))], {
    env: {...process.env, NODE_NO_WARNINGS: '1', PORT: String(port), TONGBAN_DATA: folder},
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const hear = (part: Buffer) => (said = (said + part.toString()).slice(-4_000));
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  let ended = false;
  child.once('exit', () => (ended = true));

  async function close(): Promise<void> {
    if (!ended) {
      const exit = new Promise((resolve) => child.once('exit', resolve));
      const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      child.kill('SIGTERM');
      await exit;
      clearTimeout(late);
    }
    await rm(folder, {recursive: true, force: true});
  }

  const deadline = Date.now() + START_MS;
  while (!(await answers(port))) {
    if (!ended && Date.now() < deadline) continue;
    await close();
    throw new Error(`The demo did not start:\n${said}`);
  }
  return {at: (name) => `http://${name}.localhost:${port}`, close};
}

async function answers(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://localhost:${port}/demo.json`, {signal: AbortSignal.timeout(2_000)});
    await response.body?.cancel();
    return response.ok;
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 200));
    return false;
  }
}

const fundRetire = readSeeds().guides.find(({name}) => name === '正常退休提取住房公积金')!;

/** Item pages of the two kinds of portal: JSP of 2012, and a modern one. */
export const itemPages = {
  jsp: (demo: Demo) => `${demo.at('www.shanghai')}/item.jsp?item=${fundRetire.taskCode}`,
  modern: (demo: Demo) => `${demo.at('www.jiangsu')}/item?item=${fundRetire.deltas.find(({region}) => region === '320000')!.taskCode}`,
};

import {spawn} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {DemoIndex} from '../../../demo/landing.js';
import {freePort} from '../../support/free-port.mjs';

export interface Demo {
  /** What `GET /demo.json` says. */
  readonly index: DemoIndex;
  urlOf(surface: string): string;
  stop(): Promise<void>;
}

const START_WITHIN_MS = 240_000;

/** Runs `npm start` as a stranger would, on a free port and an empty data folder; or uses the one that `TONGBAN_URL` names. */
export async function startDemo(): Promise<Demo> {
  const running = process.env['TONGBAN_URL'];
  return running ? demoAt(running, () => Promise.resolve()) : runDemo();
}

async function runDemo(): Promise<Demo> {
  const port = await freePort();
  const data = await mkdtemp(join(tmpdir(), 'tongban-e2e-'));
  const child = spawn('npm', ['start'], {
    env: {...process.env, PORT: String(port), TONGBAN_DATA: data},
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const said: string[] = [];
  const running = new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said.push(chunk.toString());
      const url = /is running: (\S+)/.exec(said.join(''))?.[1];
      if (url) resolve(url);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', (code) => reject(new Error(`npm start ended with ${String(code)}:\n${said.join('')}`)));
    setTimeout(() => reject(new Error(`npm start said nothing of running:\n${said.join('')}`)), START_WITHIN_MS).unref();
  });

  const stop = async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode === null && child.pid) {
      process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGTERM');
      await gone;
    }
    await rm(data, {recursive: true, force: true, maxRetries: 5});
  };

  try {
    return await demoAt(await running, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function demoAt(landing: string, stop: () => Promise<void>): Promise<Demo> {
  const index = (await (await fetch(new URL('/demo.json', landing))).json()) as DemoIndex;
  return {
    index,
    stop,
    urlOf: (surface) => {
      const found = index.surfaces.find(({name}) => name === surface);
      if (!found) throw new Error(`demo.json names no surface ${surface}`);
      return found.url;
    },
  };
}

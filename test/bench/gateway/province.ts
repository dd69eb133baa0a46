import {fork, type ChildProcess} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {DatabaseConfig} from '@tongban/gateway/database/database.js';
import {freePort} from '../../support/free-port.mjs';
import type {Order, Ready} from './order.js';

const START_MS = 120_000;
const STOP_MS = 15_000;

/** A province's gateway in processes of its own, beside the one that measures. */
export interface Province {
  /** The name all its processes answer to. */
  readonly origin: string;
  readonly page: string;
  readonly window: string;
  /** One per process. */
  readonly ports: readonly number[];
  readonly durability: string;
  close(): Promise<void>;
}

export interface ProvinceOptions {
  /** `url` of a server, or a PGlite folder below `folder`. */
  readonly database: DatabaseConfig | 'pglite';
  readonly processes?: number;
  readonly applicants?: number;
  readonly clerks?: number;
}

export async function startProvince({database, processes = 1, applicants = 0, clerks = 0}: ProvinceOptions): Promise<Province> {
  const folder = await mkdtemp(join(tmpdir(), 'tongban-bench-'));
  const ports: number[] = [];
  while (ports.length < processes) ports.push(await freePort());
  const at = (name: string) => `http://${name}.localhost:${ports[0]}`;
  const names = {origin: at('gateway.shanghai'), page: at('www.shanghai'), window: at('window')};
  const common = {...names, applicants, clerks, uploadDir: join(folder, 'uploads'), database: database === 'pglite' ? {dataDir: join(folder, 'pglite')} : database};
  const running: {child: ChildProcess; ready: Ready}[] = [];

  async function close(): Promise<void> {
    await Promise.all(running.map(({child}) => stop(child)));
    await rm(folder, {recursive: true, force: true});
  }

  try {
    // One after the other: the first one migrates.
    for (const port of ports) running.push(await start({...common, port}));
  } catch (error) {
    await close();
    throw error;
  }
  return {...names, ports, durability: running[0]!.ready.durability, close};
}

function start(order: Order): Promise<{child: ChildProcess; ready: Ready}> {
  const child = fork(fileURLToPath(new URL('./province-process.ts', import.meta.url)), {
    execArgv: ['--conditions=tongban-source', '--import=tsx'],
    env: {...process.env, NODE_NO_WARNINGS: '1', TONGBAN_BENCH_ORDER: JSON.stringify(order)},
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => fail('did not start in time'), START_MS);
    const fail = (why: string) => {
      clearTimeout(late);
      child.kill('SIGKILL');
      reject(new Error(`A gateway process ${why}.`));
    };
    child.once('exit', (code) => fail(`ended with ${code ?? 'a signal'}`));
    child.once('message', (ready) => {
      clearTimeout(late);
      child.removeAllListeners('exit');
      resolve({child, ready: ready as Ready});
    });
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    child.once('exit', () => {
      clearTimeout(late);
      resolve();
    });
    child.send('close');
  });
}

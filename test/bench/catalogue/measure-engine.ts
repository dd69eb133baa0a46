import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {median, p95} from '../quantiles.js';
import {startBrowser} from './browser.js';
import {enginePage, type EnginePage} from './engine-page.js';
import type {BenchQuery, Installed, Score, Tier, Updated} from './engine.js';

export interface MeasureOptions {
  readonly origin: string;
  /** Name of the engine's script. */
  readonly engine: string;
  /** Where what the publisher made lies, and the feed's records and expectations. */
  readonly base: string;
  readonly feedBase: string;
  readonly tiers: readonly Tier[];
  /** What is asked first in a cold process, one after the other. */
  readonly firstQueries: readonly BenchQuery[];
  readonly queries: readonly BenchQuery[];
  /** Asked first in other cold processes, where that is to be measured. */
  readonly scatteredQuery?: BenchQuery;
  readonly colds: number;
  readonly rounds: number;
  /** Bytes that were sent from `base` since the last call. */
  readonly sent: () => number;
  /** Puts the next publication in the place of the first, where that is to be measured. */
  readonly publishNext?: () => Promise<void>;
}

export interface InstallMeasures {
  readonly writeMs: number;
  readonly cpuMs: number;
  /** Bytes sent until names could be searched. */
  readonly firstBytes: number;
  /** The longest task of the page's main thread (it tells of those above 50 ms), and the longest gap between its timers. */
  readonly longest: {readonly task: number; readonly gap: number};
}

export interface TierMeasures {
  /** Bytes of objects and buffers after a collection. */
  readonly memory: number;
  /** Per round, what half and 95 of 100 queries stay below. */
  readonly p50Ms: readonly number[];
  readonly p95Ms: readonly number[];
  readonly score: Score;
}

export interface UpdateMeasures extends Updated {
  readonly bytes: number;
}

export interface Measures {
  readonly install: InstallMeasures;
  /** From the page's wish to the first answer, in a fresh process: with the start of the worker, reading and loading. */
  readonly coldMs: readonly number[];
  readonly coldScatteredMs: readonly number[];
  readonly tiers: ReadonlyMap<Tier, TierMeasures>;
  readonly longest: InstallMeasures['longest'];
  readonly update?: UpdateMeasures;
}

/** Installs an engine's data into a fresh profile, starts it cold and asks it, each in a browser process of its own. */
export async function measureEngine(options: MeasureOptions): Promise<Measures> {
  const profile = mkdtempSync(join(tmpdir(), 'tongban-bench-'));
  const inBrowser = <T>(measure: (page: EnginePage) => Promise<T>) => withPage(profile, options, measure);
  try {
    const install = await inBrowser((page) => installed(page, options));
    const coldMs: number[] = [];
    while (coldMs.length < options.colds) coldMs.push(await inBrowser((page) => page.coldStart(options.firstQueries[coldMs.length % options.firstQueries.length]!)));
    const coldScatteredMs: number[] = [];
    while (options.scatteredQuery && coldScatteredMs.length < options.colds) coldScatteredMs.push(await inBrowser((page) => page.coldStart(options.scatteredQuery!)));
    const {tiers, longest} = await inBrowser((page) => warm(page, options));
    await options.publishNext?.();
    return {install, coldMs, coldScatteredMs, tiers, longest, ...(options.publishNext && {update: await inBrowser((page) => updated(page, options))})};
  } finally {
    rmSync(profile, {recursive: true, force: true, maxRetries: 5, retryDelay: 200});
  }
}

/** Install and cold starts only. */
export async function measureCold(options: Omit<MeasureOptions, 'tiers' | 'queries' | 'rounds'>): Promise<readonly number[]> {
  return (await measureEngine({...options, tiers: ['names'], queries: [], rounds: 0})).coldMs;
}

async function withPage<T>(profile: string, {origin, engine}: MeasureOptions, measure: (page: EnginePage) => Promise<T>): Promise<T> {
  const browser = await startBrowser(profile);
  try {
    return await measure(await enginePage(browser, origin, `${engine}.js`));
  } finally {
    await browser.close();
  }
}

async function installed(page: EnginePage, {base, tiers, sent}: MeasureOptions): Promise<InstallMeasures> {
  await page.start();
  sent();
  const before = await page.cpuSeconds();
  let writeMs = 0;
  let firstBytes = 0;
  for (const tier of tiers) {
    writeMs += ((await page.ask({do: 'install', base, tier})) as Installed).writeMs;
    firstBytes ||= sent();
  }
  return {writeMs, firstBytes, cpuMs: ((await page.cpuSeconds()) - before) * 1_000, longest: await page.longest()};
}

async function warm(page: EnginePage, {feedBase, tiers, queries, rounds}: MeasureOptions) {
  await page.start();
  const memory = new Map<Tier, number>();
  for (const tier of rounds > 0 ? tiers : []) {
    await page.ask({do: 'open', tier});
    await page.time(queries, tier);
    memory.set(tier, await page.memory());
  }
  if (rounds > 0) await page.ask({do: 'records', base: feedBase});
  const all = new Map<Tier, TierMeasures>();
  for (const [tier, bytes] of memory) {
    const times: number[][] = [];
    while (times.length < rounds) times.push(await page.time(queries, tier));
    all.set(tier, {memory: bytes, p50Ms: times.map(median), p95Ms: times.map(p95), score: (await page.ask({do: 'score', base: feedBase, tier})) as Score});
  }
  return {tiers: all, longest: await page.longest()};
}

async function updated(page: EnginePage, {sent}: MeasureOptions): Promise<UpdateMeasures> {
  await page.start();
  sent();
  const {flipMs} = (await page.ask({do: 'update'})) as Updated;
  return {flipMs, bytes: sent()};
}

import {workerMemory, type ProfileBrowser} from './browser.js';
import type {Ask, BenchQuery, Tier} from './engine.js';
import type {BenchPage} from './page.js';

/** The bench's page with one engine. */
export interface EnginePage {
  start(): Promise<void>;
  ask(question: Ask): Promise<unknown>;
  /** Milliseconds per query, as the page sees it. */
  time(queries: readonly BenchQuery[], tier: Tier): Promise<number[]>;
  /** Milliseconds from nothing to the first answer of the names. */
  coldStart(query: BenchQuery): Promise<number>;
  /** Bytes the engine's worker holds after a collection. */
  memory(): Promise<number>;
  longest(): Promise<{task: number; gap: number}>;
  cpuSeconds(): Promise<number>;
}

type InPage = typeof globalThis & {bench: BenchPage};

export async function enginePage(browser: ProfileBrowser, origin: string, script: string): Promise<EnginePage> {
  const page = await browser.page(`${origin}/index.html`);
  const ask = (question: Ask) => page.evaluate((asked) => (globalThis as InPage).bench.ask(asked), question);
  return {
    start: () => page.evaluate((name) => (globalThis as InPage).bench.start(name), script),
    ask,
    time: (queries, tier) =>
      page.evaluate(
        (asked) => (globalThis as InPage).bench.time(asked),
        queries.map((query): Ask => ({do: 'search', query, tier})),
      ),
    coldStart: (query) =>
      page.evaluate(
        async ({name, first}) => {
          const {bench} = globalThis as InPage;
          const began = performance.now();
          bench.start(name);
          await bench.ask({do: 'open', tier: 'names'});
          await bench.ask({do: 'search', query: first, tier: 'names'});
          return performance.now() - began;
        },
        {name: script, first: query},
      ),
    async memory() {
      const {heap, buffers} = await workerMemory(page);
      return heap + buffers + ((await ask({do: 'wasm'})) as number);
    },
    longest: () => page.evaluate(() => (globalThis as InPage).bench.longest()),
    cpuSeconds: () => browser.cpuSeconds(),
  };
}

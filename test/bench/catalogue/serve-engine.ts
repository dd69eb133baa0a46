import type {Answer, Ask, Engine} from './engine.js';
import {score} from './score.js';

/** Answers a page from the worker this runs in, one question after the other, each on the port that comes with it. */
export function serveEngine(engine: Engine): void {
  let before: Promise<unknown> = Promise.resolve();
  addEventListener('message', ({data, ports: [port]}: MessageEvent<Ask>) => {
    const say = (answer: Answer) => port?.postMessage(answer);
    before = before.then(() => act(engine, data)).then(
      (value) => say({value}),
      (error: unknown) => say({error: error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : String(error)}),
    );
  });
}

function act(engine: Engine, ask: Ask): Promise<unknown> {
  switch (ask.do) {
    case 'install':
      return engine.install(ask.base, ask.tier);
    case 'open':
      return engine.open(ask.tier);
    case 'records':
      return engine.loadRecords?.(ask.base) ?? Promise.resolve();
    case 'update':
      return engine.update?.() ?? Promise.reject(new Error('Nothing to update.'));
    case 'wasm':
      return engine.wasmBytes?.() ?? Promise.resolve(0);
    case 'search':
      return engine.search(ask.query, ask.tier);
    case 'score':
      return score(engine, ask.base, ask.tier);
  }
}

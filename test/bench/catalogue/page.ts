import type {Answer, Ask} from './engine.js';

/** What the bench calls in the page. */
export interface BenchPage {
  /** Starts the engine's worker. */
  start(script: string): void;
  /** @throws Error with the worker's words */
  ask(question: Ask): Promise<unknown>;
  /** Asks one after the other; how long each took from the page's side, in milliseconds. */
  time(questions: readonly Ask[]): Promise<number[]>;
  /** The longest task of the page's main thread so far, as far as it says so (50 ms and more), and the longest gap between two timers. */
  longest(): {task: number; gap: number};
}

let worker: Worker | undefined;
let longestTask = 0;
let longestGap = 0;

new PerformanceObserver((list) => {
  for (const {duration} of list.getEntries()) longestTask = Math.max(longestTask, duration);
}).observe({type: 'longtask', buffered: true});

let last = performance.now();
setInterval(() => {
  const now = performance.now();
  longestGap = Math.max(longestGap, now - last);
  last = now;
}, 4);

function ask(question: Ask): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = ({data}: MessageEvent<Answer>) => {
      port1.close();
      if ('error' in data) reject(new Error(data.error));
      else resolve(data.value);
    };
    worker?.postMessage(question, [port2]);
  });
}

const page: BenchPage = {
  start(script) {
    worker = new Worker(script, {type: 'module'});
    worker.addEventListener('error', ({message}) => console.error(message));
  },
  ask,
  async time(questions) {
    const times: number[] = [];
    for (const question of questions) {
      const began = performance.now();
      await ask(question);
      times.push(performance.now() - began);
    }
    return times;
  },
  longest: () => ({task: longestTask, gap: longestGap}),
};

Object.assign(globalThis, {bench: page});

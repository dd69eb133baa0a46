import type {CallName, Outcome, Pushed} from '../shared/protocol.js';
import type {WorkerConfig} from '../shared/worker-config.js';

const READY_WITHIN_MS = 15_000;

/** A line to the code of worker/main.ts, which has been told its configuration, and where that runs. */
export interface Started {
  readonly port: Worker | MessagePort;
  /** In the page itself when the host forbids workers: its scripts then share our realm. */
  readonly runsIn: 'worker' | 'page';
  readonly stop: () => void;
  /** What it has said by itself so far; whoever asks listens from now on. */
  readonly early: () => readonly Pushed[];
}

/** Starts a worker, or takes one that is already starting. */
export type StartWorker = (config: WorkerConfig) => Promise<Started>;

/** The global scope of a script with Trusted Types, which TypeScript does not know of. */
interface TrustedTypes {
  createPolicy(name: string, rules: {createScriptURL: (url: string) => string}): {createScriptURL(url: string): string};
}

/**
 * Starts the worker of an entry file that may lie on another origin, by the ways that work in every engine tried (runtime.md §1):
 * the portal's own one-line stub, named by `<meta name="tongban-worker">`; else a blob that imports the file; else the page itself.
 *
 * It imports nothing, so that the loader of a portal may carry it and start the worker while the kit is on its way.
 *
 * @throws what the engine says when the file cannot be loaded at all; an error named by the code with which the configuration was
 *   refused
 */
export async function startWorker(entry: string, config: WorkerConfig): Promise<Started> {
  const stub = document.querySelector<HTMLMetaElement>('meta[name="tongban-worker"]')?.content;
  const url = stub ?? blobThatImports(entry);
  try {
    const worker = await ready(url, stub);
    return await configured({port: worker, runsIn: 'worker', stop: () => worker.terminate()}, config);
  } catch (error) {
    if (error instanceof Refused) throw error;
    return configured(await inPage(entry), config);
  } finally {
    if (!stub) URL.revokeObjectURL(url); // Only now: Chromium 86 and 109 still read it while the worker starts.
  }
}

/** One call ahead of those of a Portal, whose answer nobody waits for here. */
export function callAhead({port}: Pick<Started, 'port'>, name: CallName, argument: unknown): void {
  post(port, `ahead-${String(++lastId)}`, name, argument);
}

/** Comlink's own shape, in which guarded-line.ts lets calls pass. */
function post(port: Worker | MessagePort, id: string, name: CallName, argument: unknown): void {
  port.postMessage({id, type: 'APPLY', path: [name], argumentList: [{type: 'RAW', value: argument}]});
}

let lastId = 0;

class Refused extends Error {}

/** Tells the configuration, which is the first call, and keeps what is said before anybody listens. */
function configured(started: Omit<Started, 'early'>, config: WorkerConfig): Promise<Started> {
  const {port, stop} = started;
  const heard: Pushed[] = [];
  return new Promise((resolve, reject) => {
    const end = (act: () => void) => {
      clearTimeout(timer);
      act();
    };
    const hear = ({data}: MessageEvent<{id?: string; tb?: string; value?: Outcome<void>} | undefined>) => {
      if (data?.tb !== undefined) heard.push(data as Pushed);
      if (data?.id !== 'start' || !data.value) return;
      const {value} = data;
      if ('failed' in value) end(() => reject(Object.assign(new Refused(), {name: value.failed.code})));
      else end(() => resolve({...started, early}));
    };
    const early = () => {
      port.removeEventListener('message', hear as EventListener);
      return heard;
    };
    const timer = setTimeout(() => {
      stop();
      reject(new Error('not configured in time'));
    }, READY_WITHIN_MS);
    port.addEventListener('message', hear as EventListener);
    post(port, 'start', 'start', config);
  });
}

/** Dynamic, because a worker's static imports are checked against `worker-src`, which rarely names another origin. */
function blobThatImports(entry: string): string {
  const code = `import(${JSON.stringify(entry)}).catch((error) => postMessage({tb: 'fail', why: String(error)}))`;
  return URL.createObjectURL(new Blob([code], {type: 'text/javascript'}));
}

/** Refusals differ: some engines throw, some fire `error` without a message, some say nothing until the time is up. */
function ready(url: string, stub: string | undefined): Promise<Worker> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(trusted(url, stub), {type: 'module', name: 'tongban'});
    const settle = (act: () => void) => {
      clearTimeout(timer);
      worker.onerror = null;
      worker.removeEventListener('message', hear);
      act();
    };
    const fail = (why: string) =>
      settle(() => {
        worker.terminate();
        reject(new Error(why));
      });
    const hear = ({data}: MessageEvent<Pushed | undefined>) => {
      if (data?.tb === 'ready') settle(() => resolve(worker));
      else if (data?.tb === 'fail') fail(data.why);
    };
    const timer = setTimeout(() => fail('not ready in time'), READY_WITHIN_MS);
    worker.onerror = (event) => fail(event.message || 'refused');
    worker.addEventListener('message', hear);
  });
}

/** Under Trusted Types a URL must come from a policy; ours lets pass what this file made and what the portal named. */
function trusted(url: string, stub: string | undefined): string {
  const {trustedTypes} = globalThis as {trustedTypes?: TrustedTypes};
  const createScriptURL = (candidate: string) => {
    if (candidate === stub || candidate.startsWith(`blob:${location.origin}/`)) return candidate;
    throw new TypeError('Not a worker of this kit.');
  };
  try {
    policy ??= trustedTypes?.createPolicy('tongban', {createScriptURL}); // A second policy of the name may be forbidden.
    return policy?.createScriptURL(url) ?? url;
  } catch {
    return url; // The policy's name is not allowed here: the constructor will say what follows from that.
  }
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

async function inPage(entry: string): Promise<Omit<Started, 'early'>> {
  const {port1, port2} = new MessageChannel();
  const {serve} = (await import(/* @vite-ignore */ entry)) as {serve: (port: MessagePort) => void};
  serve(port2);
  port1.start();
  return {port: port1, runsIn: 'page', stop: () => port1.close()};
}

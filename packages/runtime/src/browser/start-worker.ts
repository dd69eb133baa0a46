import type {Pushed} from '../shared/protocol.js';

const READY_WITHIN_MS = 15_000;

/** A line to the code of worker/main.ts, and where that runs. */
export interface Started {
  readonly port: Worker | MessagePort;
  /** In the page itself when the host forbids workers: its scripts then share our realm. */
  readonly runsIn: 'worker' | 'page';
  readonly stop: () => void;
}

/** Starts a worker, or takes one that is already starting. */
export type StartWorker = () => Promise<Started>;

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
 * @throws what the engine says when the file cannot be loaded at all
 */
export async function startWorker(entry: string): Promise<Started> {
  const stub = document.querySelector<HTMLMetaElement>('meta[name="tongban-worker"]')?.content;
  const url = stub ?? blobThatImports(entry);
  try {
    const worker = await ready(url, stub);
    return {port: worker, runsIn: 'worker', stop: () => worker.terminate()};
  } catch {
    return inPage(entry);
  } finally {
    if (!stub) URL.revokeObjectURL(url); // Only now: Chromium 86 and 109 still read it while the worker starts.
  }
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

async function inPage(entry: string): Promise<Started> {
  const {port1, port2} = new MessageChannel();
  const {serve} = (await import(/* @vite-ignore */ entry)) as {serve: (port: MessagePort) => void};
  serve(port2);
  port1.start();
  return {port: port1, runsIn: 'page', stop: () => port1.close()};
}

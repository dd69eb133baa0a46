import type {StartWorker} from '@tongban/runtime/browser/start-worker.js';
import type {WorkerConfig} from '@tongban/runtime/shared/worker-config.js';

/** What the loader was told, for a `<tb-province>` that only names a region. */
export interface Loaded {
  readonly config: WorkerConfig;
  readonly startWorker: StartWorker;
}

let loaded: Loaded | undefined;

export function setLoaded(value: Loaded): void {
  loaded = value;
}

export const currentLoaded = (): Loaded | undefined => loaded;

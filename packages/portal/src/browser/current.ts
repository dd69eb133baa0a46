import type {StartWorker} from '@tongban/runtime/browser/start-worker.js';
import type {ScriptSettings} from './script-settings.js';

/** What the loader was told, for a `<tb-province>` that only names a region. */
export interface Loaded {
  readonly settings: ScriptSettings;
  readonly startWorker: StartWorker;
}

let loaded: Loaded | undefined;

export function setLoaded(value: Loaded): void {
  loaded = value;
}

export const currentLoaded = (): Loaded | undefined => loaded;

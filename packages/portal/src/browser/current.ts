import type {ScriptSettings} from './script-settings.js';

/** What the loader was told, for a `<tb-province>` that only names a region. */
export interface Loaded {
  readonly settings: ScriptSettings;
  /** Address of the one bundled worker file. */
  readonly workerEntry: string;
}

let loaded: Loaded | undefined;

export function setLoaded(value: Loaded): void {
  loaded = value;
}

export const currentLoaded = (): Loaded | undefined => loaded;

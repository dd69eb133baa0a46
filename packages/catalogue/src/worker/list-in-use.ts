import type {Region6} from '@tongban/domain/primitives.js';
import {parseManifest, type Manifest} from '../shared/manifest.js';
import {lockOf, type Device} from './device.js';
import type {FetchFile} from './download.js';
import type {ActiveList} from './installed-row.js';
import {openPublication} from './publication.js';
import {holdShared} from './tab-locks.js';
import {openVersion, type Version} from './version.js';

/** The one list a page searches. */
export interface ListInUse {
  readonly version: Version | undefined;
  /** When its publisher last confirmed it, ISO 8601. */
  confirmedAt: string | undefined;
  /** Opens a publication under this tab's lock, without searching it yet. */
  open(base: string, manifest: Manifest): Promise<Version>;
  /** Searches this from now on; what was searched before is free to go. */
  use(version: Version, confirmedAt: string): void;
  /** Takes over what lies on this device when that is newer than what is searched, as after another tab's install. */
  adopt(base: string): Promise<void>;
}

export interface ListNeeds {
  readonly device: Device;
  readonly fetchFile: FetchFile;
  readonly groups: readonly (readonly Region6[])[];
  /** Another list is searched now; `released` when this tab no longer counts as a reader of the one before. */
  readonly onUse: (version: Version, released: Promise<void>) => void;
}

export function createListInUse({device, fetchFile, groups, onUse}: ListNeeds): ListInUse {
  let version: Version | undefined;
  let confirmedAt: string | undefined;

  async function open(base: string, manifest: Manifest): Promise<Version> {
    const release = await holdShared(lockOf(base, manifest.sequence));
    try {
      return await openVersion(openPublication(base, manifest, device, fetchFile), groups, release);
    } catch (error) {
      void release();
      throw error;
    }
  }

  function use(next: Version, at: string): void {
    const left = version;
    version = next;
    confirmedAt = at;
    onUse(next, left?.release() ?? Promise.resolve());
  }

  /** Another tab may flip and sweep until this tab's lock is held: then what is active now is opened instead. */
  async function adopt(base: string): Promise<void> {
    for (let active = await newer(base); active; active = await newer(base)) {
      const opened = await open(base, active.manifest);
      const now = (await device.row(base))?.active;
      if (now?.manifest.sequence === active.manifest.sequence) {
        use(opened, active.confirmedAt);
        return;
      }
      await opened.release();
    }
  }

  async function newer(base: string): Promise<ActiveList | undefined> {
    const active = (await device.row(base))?.active;
    if (!active) return undefined;
    const searched = version?.publication;
    if (searched?.base === base && searched.manifest.sequence >= active.manifest.sequence) return undefined;
    return {...active, manifest: parseManifest(active.manifest)}; // Another version of this code may have written it.
  }

  return {
    get version() {
      return version;
    },
    get confirmedAt() {
      return confirmedAt;
    },
    set confirmedAt(at) {
      confirmedAt = at;
    },
    open,
    use,
    adopt,
  };
}

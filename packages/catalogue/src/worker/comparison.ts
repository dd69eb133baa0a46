import {codeOf, TbError, type ErrorCode} from '@tongban/domain/errors.js';
import type {Device} from './device.js';
import {download, type FetchFile} from './download.js';
import {isPassing} from './kept-copy.js';
import type {ListInUse} from './list-in-use.js';
import {readManifest} from './read-manifest.js';
import {takePublication} from './take-publication.js';
import type {Version} from './version.js';
import type {WherePublished} from './where-published.js';

/** Compares the list in use with the one its publisher offers, and takes that when it is newer. */
export interface Comparison {
  /** Whether it is time to compare again. */
  isDue(): boolean;
  /** Once for all who wait. @throws TbError why the list of the publisher could not be had or was not taken */
  run(): Promise<void>;
  /** The last time nobody could be reached. */
  readonly isCutOff: boolean;
  /** Why the list that is offered was refused. */
  readonly refused: ErrorCode | undefined;
}

export interface ComparisonNeeds {
  readonly where: () => Promise<{readonly value: WherePublished; readonly stale: boolean}>;
  readonly fetchFile: FetchFile;
  readonly device: Device;
  readonly list: ListInUse;
  readonly now: () => Date;
  readonly saveData: () => boolean;
  /** A comparison ended; `isDifferent` when a page that showed the former list would show something else now. */
  readonly onEnd: (isDifferent: boolean) => void;
}

/** While a list is this young, typing another letter does not ask its publisher again. */
const FRESH_MS = 5 * 60_000;
/** How soon to ask again when nobody could be reached, and when what came was refused. */
const RETRY_MS = 5_000;
const REFUSED_MS = 60_000;
const MANIFEST_BYTES = 4 * 1024 * 1024;

export function createComparison({where, fetchFile, device, list, now, saveData, onEnd}: ComparisonNeeds): Comparison {
  let known: {isCutOff: boolean; refused: ErrorCode | undefined} = {isCutOff: false, refused: undefined};
  let dueAt = 0;
  let running: Promise<void> | undefined;

  async function compare(): Promise<void> {
    const before = list.version;
    try {
      const {value, stale} = await where();
      const isDone = await takeNewest(value);
      dueAt = now().getTime() + (isDone && !stale ? FRESH_MS : RETRY_MS);
      end({isCutOff: stale, refused: undefined}, before);
    } catch (error) {
      const isCutOff = isPassing(error);
      const isOffline = ['TB_NETWORK', 'TB_TIMEOUT'].includes(codeOf(error));
      dueAt = now().getTime() + (isCutOff ? RETRY_MS : REFUSED_MS);
      end({isCutOff, refused: isCutOff ? known.refused : codeOf(error)}, before);
      throw isOffline ? new TbError('TB_OFFLINE_NO_COPY', {cause: error}) : error;
    }
  }

  async function takeNewest({base, keys}: WherePublished): Promise<boolean> {
    const file = {url: `${base}manifest.json`, limit: MANIFEST_BYTES, urgent: !list.version, fresh: true};
    const manifest = await readManifest(await download(fetchFile, file), keys);
    return takePublication(base, manifest, {device, list, now: now().toISOString(), saveData: saveData()});
  }

  /** A page that waited for its first list is told nothing: it gets its answer. */
  function end(next: typeof known, before: Version | undefined): void {
    const isDifferent = list.version !== before || next.isCutOff !== known.isCutOff || next.refused !== known.refused;
    known = next;
    onEnd(before !== undefined && isDifferent);
  }

  return {
    isDue: () => now().getTime() >= dueAt,
    run() {
      running ??= compare().finally(() => {
        running = undefined;
      });
      return running;
    },
    get isCutOff() {
      return known.isCutOff;
    },
    get refused() {
      return known.refused;
    },
  };
}

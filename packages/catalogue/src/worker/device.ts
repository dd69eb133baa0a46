import type {PartRef} from '../shared/manifest.js';
import type {CatalogueDatabase, CatalogueStore} from './catalogue-store.js';
import {checkPart} from './check-part.js';
import {partsOf, textsOf, type ActiveList, type InstalledRow} from './installed-row.js';
import {changeRow, deleteParts, flipTo, partsHere, sweepParts, writeParts} from './part-rows.js';
import {isUnheld} from './tab-locks.js';

/** The name under which a tab says that it reads a publication. */
export const lockOf = (base: string, sequence: number) => `catalogue:${base}:${String(sequence)}`;

/** A checked part as it was transferred. */
export interface FetchedPart {
  readonly ref: PartRef;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Publications on this device. Where nothing can be kept, there is never anything and the page works from memory. */
export interface Device {
  row(base: string): Promise<InstalledRow | undefined>;
  change(base: string, edit: (row: InstalledRow) => InstalledRow): Promise<void>;
  /** A part as it was transferred, checked again: what lies on a disk can rot. */
  part(ref: PartRef): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Which of these are not here. */
  missing(refs: readonly PartRef[]): Promise<PartRef[]>;
  /**
   * Keeps parts, all or none. For heads, the texts and guides here make room when space is short.
   *
   * @returns whether they lie here now
   */
  keep(parts: readonly FetchedPart[], as: 'head' | 'text'): Promise<boolean>;
  flip(base: string, active: ActiveList): Promise<boolean>;
  /** The last part that came found no room here. */
  readonly isFull: boolean;
  /** Deletes what no tab uses any more. */
  sweep(): Promise<void>;
  /** Deletes texts, then heads too, until about so many bytes are free. @returns how many were freed */
  makeRoom(bytes: number): Promise<number>;
}

export function createDevice(openStore: () => Promise<CatalogueStore>): Device {
  let isFull = false;

  /** A connection may be closed at any moment, as when another tab upgrades: then once more. A database that fails is done without. */
  async function onDatabase<T>(work: (db: CatalogueDatabase) => Promise<T>, otherwise: T, attempts = 2): Promise<T> {
    try {
      const {database} = await openStore();
      return await work(database);
    } catch (error) {
      if (isQuota(error)) throw error;
      return attempts > 1 && wasClosed(error) ? onDatabase(work, otherwise, attempts - 1) : otherwise;
    }
  }

  async function sweep(): Promise<void> {
    const rows = await onDatabase((db) => db.getAll('installed'), []);
    for (const {base, former} of rows) {
      const held: number[] = [];
      for (const {sequence} of former) if (!(await isUnheld(lockOf(base, sequence)))) held.push(sequence);
      if (held.length < former.length) {
        const seen = new Set(former.map(({sequence}) => sequence));
        const stays = ({sequence}: {sequence: number}) => held.includes(sequence) || !seen.has(sequence);
        await onDatabase((db) => changeRow(db, base, (row) => ({...row, former: row.former.filter(stays)})), undefined);
      }
    }
    await onDatabase(sweepParts, undefined);
  }

  /** Texts and guides of every list: they come again when somebody asks for them. */
  async function dropTexts(enough: number): Promise<number> {
    const rows = await onDatabase((db) => db.getAll('installed'), []);
    const lists = rows.flatMap(({active}) => (active ? [active.manifest] : []));
    return drop(
      lists.flatMap((manifest) => [...manifest.guides, ...textsOf(manifest)]),
      enough,
    );
  }

  async function drop(refs: readonly PartRef[], enough: number): Promise<number> {
    const here = await onDatabase(
      (db) =>
        partsHere(
          db,
          refs.map(({sha256}) => sha256),
        ),
      new Set<string>(),
    );
    const going: string[] = [];
    let freed = 0;
    for (const {sha256, bytes} of refs) {
      if (freed >= enough) break;
      if (!here.delete(sha256)) continue;
      going.push(sha256);
      freed += bytes;
    }
    if (going.length > 0) await onDatabase((db) => deleteParts(db, going), undefined);
    return freed;
  }

  /** The list itself; the highest sequence stays known. */
  async function dropLists(): Promise<number> {
    const rows = await onDatabase((db) => db.getAll('installed'), []);
    let freed = 0;
    for (const {base, active} of rows) {
      if (!active) continue;
      freed += active.manifest.layers.reduce((sum, {head}) => sum + head.bytes, 0);
      const left = {sequence: active.manifest.sequence, parts: partsOf(active.manifest)};
      await onDatabase(
        (db) => changeRow(db, base, ({active: _, ...row}) => ({...row, former: [...row.former, left]})),
        undefined,
      );
    }
    if (freed > 0) await sweep();
    return freed;
  }

  async function keep(parts: readonly FetchedPart[], as: 'head' | 'text'): Promise<boolean> {
    const write = (db: CatalogueDatabase) =>
      writeParts(
        db,
        parts.map(({ref, bytes}) => [ref.sha256, bytes.buffer]),
      ).then(() => true);
    const makeWay = [sweep, ...(as === 'head' ? [() => dropTexts(Number.POSITIVE_INFINITY)] : [])];
    for (const step of [...makeWay, undefined]) {
      try {
        const isHere = await onDatabase(write, false);
        isFull = false;
        return isHere;
      } catch {
        isFull = true;
        await step?.();
      }
    }
    return false;
  }

  const quietly = <T>(work: Promise<T>, otherwise: T) => work.catch(() => otherwise);

  return {
    row: (base) => onDatabase((db) => db.get('installed', base), undefined),
    change: (base, edit) =>
      quietly(
        onDatabase((db) => changeRow(db, base, edit), undefined),
        undefined,
      ),
    async part(ref) {
      const buffer = await onDatabase((db) => db.get('parts', ref.sha256), undefined);
      if (!buffer) return undefined;
      const bytes = new Uint8Array(buffer);
      try {
        await checkPart(bytes, ref);
        return bytes;
      } catch {
        await onDatabase((db) => deleteParts(db, [ref.sha256]), undefined);
        return undefined;
      }
    },
    async missing(refs) {
      const here = await onDatabase(
        (db) =>
          partsHere(
            db,
            refs.map(({sha256}) => sha256),
          ),
        new Set<string>(),
      );
      return refs.filter(({sha256}) => !here.has(sha256));
    },
    keep,
    get isFull() {
      return isFull;
    },
    flip: (base, active) =>
      quietly(
        onDatabase((db) => flipTo(db, base, active), false),
        false,
      ),
    sweep,
    async makeRoom(bytes) {
      await sweep();
      const freed = await dropTexts(bytes);
      return freed >= bytes ? freed : freed + (await dropLists());
    },
  };
}

const isQuota = (error: unknown) => error instanceof Error && error.name === 'QuotaExceededError';
const wasClosed = (error: unknown) =>
  error instanceof Error && (error.name === 'InvalidStateError' || error.name === 'AbortError');

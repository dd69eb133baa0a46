import {openDB, type DBSchema, type IDBPDatabase} from 'idb';
import type {InstalledRow} from './installed-row.js';

/** A copy of something public, with its age. `value` is what the gateway sent; it is parsed again when it is read. */
export interface Copy {
  readonly value: unknown;
  /** When the gateway last said that this is current, ISO 8601. */
  readonly asOf: string;
  readonly etag?: string | undefined;
}

export type CopyKind = 'packs' | 'guides' | 'regions';

/** Key: the gateway it came from and its name there, so that portals of one origin never mix their gateways. */
export type CopyKey = [source: string, name: string];

/** What lies in `tb-catalogue`. Public and disposable: no personal data, and losing it costs one download. */
export interface CatalogueSchema extends DBSchema {
  /** Where a gateway's item list is published. */
  packs: {key: CopyKey; value: Copy};
  guides: {key: CopyKey; value: Copy};
  regions: {key: CopyKey; value: Copy};
  /** Files of publications as they were transferred, by SHA-256. */
  parts: {key: string; value: ArrayBuffer};
  /** What is installed, by the base address of the publication. */
  installed: {key: string; value: InstalledRow};
}

export type CatalogueDatabase = IDBPDatabase<CatalogueSchema>;

/** Copies of item lists and guides on this device. */
export interface CatalogueStore {
  get(kind: CopyKind, key: CopyKey): Promise<Copy | undefined>;
  put(kind: CopyKind, key: CopyKey, copy: Copy): Promise<void>;
  /** For what the installer keeps beside the copies. */
  readonly database: CatalogueDatabase;
  close(): void;
}

/** Append only: these ran on people's computers. */
const migrations: ((db: CatalogueDatabase) => void)[] = [
  (db) => {
    db.createObjectStore('packs');
    db.createObjectStore('guides');
    db.createObjectStore('regions');
  },
  (db) => {
    db.createObjectStore('parts');
    db.createObjectStore('installed', {keyPath: 'base'});
  },
];

/** A tab on old code that does not let go blocks an upgrade, and a queued opener is told of nothing: it brings its own clock. */
const OPEN_WITHIN_MS = 1_500;

/**
 * `onClosed`: the browser or a newer version took the database away; open it again to go on.
 *
 * @throws when there is no IndexedDB, newer code wrote the database, or another tab keeps it from being upgraded
 */
export async function openCatalogueStore({
  name = 'tb-catalogue',
  onClosed = () => {},
}: {name?: string; onClosed?: () => void} = {}): Promise<CatalogueStore> {
  const db = await inTime(
    openDB<CatalogueSchema>(name, migrations.length, {
      upgrade: (database, oldVersion) => {
        for (const migrate of migrations.slice(oldVersion)) migrate(database);
      },
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close(); // So that another tab can upgrade.
        onClosed();
      },
      terminated: onClosed,
    }),
  );

  return {
    get: (kind, key) => db.get(kind, key),
    put: async (kind, key, copy) => {
      const tx = db.transaction(kind, 'readwrite', {durability: 'relaxed'});
      await Promise.all([tx.store.put(copy, key), tx.done]);
    },
    database: db,
    close: () => db.close(),
  };
}

function inTime(opening: Promise<CatalogueDatabase>): Promise<CatalogueDatabase> {
  return new Promise((resolve, reject) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      reject(new Error('Another tab keeps the database from being opened.'));
    }, OPEN_WITHIN_MS);
    opening.then((db) => (isLate ? db.close() : resolve(db)), reject).finally(() => clearTimeout(timer));
  });
}

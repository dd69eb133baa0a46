import {openDB, type DBSchema, type IDBPDatabase} from 'idb';

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

interface Schema extends DBSchema {
  packs: {key: CopyKey; value: Copy};
  guides: {key: CopyKey; value: Copy};
  regions: {key: CopyKey; value: Copy};
}

/** Copies of item lists and guides on this device. Public and disposable: no personal data, and losing it costs one download. */
export interface CatalogueStore {
  get(kind: CopyKind, key: CopyKey): Promise<Copy | undefined>;
  put(kind: CopyKind, key: CopyKey, copy: Copy): Promise<void>;
  close(): void;
}

/** Append only: these ran on people's computers. */
const migrations: ((db: IDBPDatabase<Schema>) => void)[] = [
  (db) => {
    db.createObjectStore('packs');
    db.createObjectStore('guides');
    db.createObjectStore('regions');
  },
];

/** `onClosed`: the browser or a newer version took the database away; open it again to go on. */
export async function openCatalogueStore({
  name = 'tb-catalogue',
  onClosed = () => {},
}: {name?: string; onClosed?: () => void} = {}): Promise<CatalogueStore> {
  const db = await openDB<Schema>(name, migrations.length, {
    upgrade: (database, oldVersion) => {
      for (const migrate of migrations.slice(oldVersion)) migrate(database);
    },
    blocking: () => {
      db.close(); // So that another tab can upgrade.
      onClosed();
    },
    terminated: onClosed,
  });

  return {
    get: (kind, key) => db.get(kind, key),
    put: async (kind, key, copy) => {
      const tx = db.transaction(kind, 'readwrite', {durability: 'relaxed'});
      await Promise.all([tx.store.put(copy, key), tx.done]);
    },
    close: () => db.close(),
  };
}

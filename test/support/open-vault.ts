import {openDatabase, type TbDatabase} from '@tongban/vault/worker/database.js';
import {unlock} from '@tongban/vault/worker/keyring.js';
import type {Safe} from '@tongban/vault/worker/safe.js';
import {deleteDB} from 'idb';

export const GATEWAY = 'https://gateway.example';
export const MONDAY = Date.UTC(2026, 0, 5);

let opened = 0;

export interface TestVault {
  readonly db: TbDatabase;
  /** The vault of a person, as after signing in. */
  safeOf(personId: string, share?: string): Promise<Safe>;
  /** Everything that lies in the database, as text: bytes are read as UTF-8. */
  everything(): Promise<string>;
  remove(): Promise<void>;
}

/** A vault of its own in this browser's real IndexedDB. */
export async function openVault(): Promise<TestVault> {
  const db = await openDatabase({name: `test-vault-${String(Date.now())}-${String(++opened)}`});
  return {
    db,
    safeOf: async (personId, share = `share of ${personId}`) => (await unlock(db, {gateway: GATEWAY, personId, share}, MONDAY)).safe,
    async everything() {
      const stores = await Promise.all([...db.objectStoreNames].map((name) => db.getAll(name)));
      return JSON.stringify(stores, (_name, value: unknown) => (isBytes(value) ? new TextDecoder().decode(value) : value));
    },
    async remove() {
      db.close();
      await deleteDB(db.name);
    },
  };
}

const isBytes = (value: unknown): value is BufferSource => value instanceof ArrayBuffer || ArrayBuffer.isView(value);

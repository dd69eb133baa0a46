import {openDB} from 'idb';

/** What a peer keeps for its next start: by name, in one object store. */
export async function keep(database: string, name: string, value: unknown): Promise<number> {
  const db = await openDB(database, 1, {upgrade: (opened) => void opened.createObjectStore('kept')});
  try {
    const began = performance.now();
    const writing = db.transaction('kept', 'readwrite', {durability: 'relaxed'});
    await writing.store.put(value, name);
    await writing.done;
    return performance.now() - began;
  } finally {
    db.close();
  }
}

/** @throws Error when nothing was kept under the name */
export async function kept<T>(database: string, name: string): Promise<T> {
  const db = await openDB(database, 1);
  try {
    const value = (await db.get('kept', name)) as T | undefined;
    if (value === undefined) throw new Error(`Nothing is kept as ${name}.`);
    return value;
  } finally {
    db.close();
  }
}

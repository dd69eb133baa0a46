import {TbError} from '@tongban/domain/errors.js';
import type {IDBPTransaction, StoreNames} from 'idb';
import type {TbDatabase, TbSchema} from './database.js';

export type Writing<Name extends StoreNames<TbSchema>> = IDBPTransaction<TbSchema, Name[], 'readwrite'>;

/**
 * Runs `work` in one durable transaction: all it wrote is kept, or nothing is.
 *
 * `work` awaits its requests one by one and awaits nothing else, or IndexedDB commits early: seal before, not inside.
 *
 * @throws TbError what `work` threw, TB_VAULT_FULL, TB_VAULT_CLOSED or TB_VAULT_WRITE
 */
export async function atomically<Name extends StoreNames<TbSchema>, Result>(
  db: TbDatabase,
  stores: Name[],
  work: (tx: Writing<Name>) => Promise<Result>,
): Promise<Result> {
  const tx = begin(db, stores);
  try {
    const [result] = await Promise.all([work(tx), tx.done]);
    return result;
  } catch (cause) {
    undo(tx);
    if (cause instanceof TbError) throw cause;
    throw new TbError(nameOf(cause) === 'QuotaExceededError' ? 'TB_VAULT_FULL' : 'TB_VAULT_WRITE', {cause});
  }
}

function begin<Name extends StoreNames<TbSchema>>(db: TbDatabase, stores: Name[]): Writing<Name> {
  try {
    return db.transaction(stores, 'readwrite', {durability: 'strict'});
  } catch (cause) {
    throw new TbError(nameOf(cause) === 'InvalidStateError' ? 'TB_VAULT_CLOSED' : 'TB_VAULT_WRITE', {cause});
  }
}

/** Aborts a transaction that may already have aborted itself. */
function undo(tx: {abort(): void; done: Promise<void>}): void {
  tx.done.catch(() => undefined); // Its failure has been told already.
  try {
    tx.abort();
  } catch {
    // Finished already: nothing left to undo.
  }
}

const nameOf = (cause: unknown) => (cause instanceof Error || cause instanceof DOMException ? cause.name : '');

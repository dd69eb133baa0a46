import {atomically} from './atomically.js';
import type {TbDatabase} from './database.js';
import type {Safe} from './safe.js';
import type {Sealed} from './seal.js';

/** A copy of something the gateway showed this person, to be read while it cannot be reached. */
export interface CopyRow {
  /** Clear: a blind name, so that not even the number of a case can be read. */
  copyId: string;
  owner: string;
  sealed: Sealed;
}

export interface Copy {
  value: unknown;
  /** When the gateway showed it, ISO 8601. */
  asOf: string;
}

/** What a copy is of: `case/<number>`, `paper/<number>/<docNo>`, `my-cases`, `invitation/<number>/<act>` … */
export type CopyName = string;

export async function keepCopy(db: TbDatabase, safe: Safe, name: CopyName, copy: Copy): Promise<void> {
  const copyId = await safe.blind(name);
  const sealed = await safe.seal(['copies', copyId], copy);
  await atomically(db, ['copies'], (tx) => tx.objectStore('copies').put({copyId, owner: safe.owner, sealed}));
}

export async function readCopy(db: TbDatabase, safe: Safe, name: CopyName): Promise<Copy | undefined> {
  const copyId = await safe.blind(name);
  const row = await db.get('copies', copyId);
  return row && ((await safe.open(['copies', copyId], row.sealed)) as Copy);
}

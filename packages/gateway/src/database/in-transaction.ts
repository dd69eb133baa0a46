import type {Db, Tx} from './database.js';

const ATTEMPTS = 5;
/** Serialization failure, deadlock: the server asks for the same again. */
const AGAIN = new Set(['40001', '40P01']);

/** Runs `work` in one transaction: all it wrote is kept, or nothing is. Asked for it by the server, runs it again. */
export async function inTransaction<Result>(db: Db, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      const state = (error as {code?: unknown}).code;
      if (attempt === ATTEMPTS || typeof state !== 'string' || !AGAIN.has(state)) throw error;
    }
  }
}

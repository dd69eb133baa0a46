import {atomically} from './atomically.js';
import type {TbDatabase} from './database.js';

const KEPT_MS = 10 * 60 * 1000;

/** A sign-in on its way: what the page that comes back must know and the page that left can no longer tell. Nothing personal. */
export interface SignInRow {
  /** OAuth `state`. */
  state: string;
  /** PKCE verifier, nonce, where the person was: as session made it. */
  started: unknown;
  startedAt: number;
}

export async function keepSignIn(db: TbDatabase, state: string, started: unknown, now: number): Promise<void> {
  await atomically(db, ['sign-ins'], async (tx) => {
    const store = tx.objectStore('sign-ins');
    for (const row of await store.getAll()) if (isOver(row, now)) await store.delete(row.state);
    await store.put({state, started, startedAt: now});
  });
}

/** Looks at a sign-in without using it up. */
export async function findSignIn(db: TbDatabase, state: string, now: number): Promise<unknown> {
  const row = await db.get('sign-ins', state);
  return row && !isOver(row, now) ? row.started : undefined;
}

/** Takes a sign-in out: the second taker of the same state, and one ten minutes late, gets undefined. */
export async function takeSignIn(db: TbDatabase, state: string, now: number): Promise<unknown> {
  return atomically(db, ['sign-ins'], async (tx) => {
    const store = tx.objectStore('sign-ins');
    const row = await store.get(state);
    if (!row) return undefined;
    await store.delete(state);
    return isOver(row, now) ? undefined : row.started;
  });
}

const isOver = ({startedAt}: SignInRow, now: number) => Math.abs(now - startedAt) > KEPT_MS;

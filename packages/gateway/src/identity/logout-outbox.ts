import type {Db} from '../database/database.js';

export interface LogoutOutbox {
  /** Writes down who is to be told, then tells. Resolves after the first attempt; whoever was not reached is told later. */
  tell(person: string, issuers: readonly string[]): Promise<void>;
  /** Resolves when nothing of it is under way any more. */
  close(): Promise<void>;
}

/** After that long every session of the person has ended by itself. */
const KEPT_MS = 14 * 3_600_000;
/** Whoever tells has a notice for itself that long; another process looks after that. */
const LEASE_MS = 30_000;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 5 * 60_000;
const LOOK_EVERY_MS = 60_000;

interface Notice {
  readonly id: number;
  readonly issuer: string;
  readonly person: string;
  readonly attempts: number;
}

/**
 * Sign-outs that other servers have to be told of, kept until they have been: across outages of theirs and restarts of ours. Told at
 * least once; hearing it twice does no harm.
 *
 * @param deliver one attempt, with a notice made for it: whether it was taken
 */
export function logoutOutbox(db: Db, deliver: (issuer: string, person: string) => Promise<boolean>): LogoutOutbox {
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | undefined;

  async function attempt({id, issuer, person, attempts}: Notice): Promise<void> {
    if (await deliver(issuer, person).catch(() => false)) {
      await db.deleteFrom('logout_notices').where('id', '=', id).execute();
      return;
    }
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(attempts, 10));
    await db.updateTable('logout_notices').set({attempts: attempts + 1, due_at: new Date(Date.now() + pause)}).where('id', '=', id).execute();
    look(pause);
  }

  /** Takes what is due: of several processes each notice goes to one. */
  async function claim(): Promise<Notice[]> {
    const now = Date.now();
    await db.deleteFrom('logout_notices').where('created_at', '<', new Date(now - KEPT_MS)).execute();
    return db
      .updateTable('logout_notices')
      .set({due_at: new Date(now + LEASE_MS)})
      .where('id', 'in', (due) => due.selectFrom('logout_notices').select('id').where('due_at', '<=', new Date(now)).orderBy('id').limit(50).forUpdate().skipLocked())
      .returning(['id', 'issuer', 'person', 'attempts'])
      .execute();
  }

  async function giveBack({id}: Notice): Promise<void> {
    await db.updateTable('logout_notices').set({due_at: new Date(Date.now())}).where('id', '=', id).execute();
  }

  async function work(): Promise<void> {
    // A process that is closing gives back what it has not begun.
    for (const notice of await claim()) await (isClosed ? giveBack(notice) : attempt(notice));
  }

  /** Sooner than what is set already, or never after it. */
  let dueAt = Infinity;
  function look(ms: number): void {
    if (isClosed || Date.now() + ms >= dueAt) return;
    clearTimeout(timer);
    dueAt = Date.now() + ms;
    timer = setTimeout(() => {
      dueAt = Infinity;
      working = work().catch(() => undefined).finally(() => look(LOOK_EVERY_MS));
    }, ms);
    timer.unref();
  }
  look(0);

  return {
    async tell(person, issuers) {
      if (issuers.length === 0) return;
      const now = Date.now();
      const notices = await db
        .insertInto('logout_notices')
        .values(issuers.map((issuer) => ({issuer, person, attempts: 0, created_at: new Date(now), due_at: new Date(now + LEASE_MS)})))
        .returning(['id', 'issuer', 'person', 'attempts'])
        .execute();
      await Promise.all(notices.map(attempt));
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await working;
    },
  };
}

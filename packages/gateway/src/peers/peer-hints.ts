import type {Region6} from '@tongban/domain/primitives.js';
import type {Db} from '../database/database.js';
import type {Feed} from '../events/feed.js';
import type {Outbox} from '../events/outbox.js';
import type {Peers} from './peers.js';

const BATCH = 100;
/** Whoever tells a peer has it for itself that long; a process that dies meanwhile holds the others up no longer. */
const LEASE_MS = 15_000;
const SHORTEST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 60_000;

/** Tells the other gateways what changed here, so that pages that hang on them hear of it too. */
export interface PeerHints {
  close(): Promise<void>;
}

/**
 * Each peer has a cursor in the outbox that moves on once the peer has answered: at least once, in order, across restarts and
 * outages. No transaction is open while a peer is asked.
 */
export function peerHints({db, outbox, feed, peers, onFailed}: {db: Db; outbox: Outbox; feed: Feed; peers: Peers; onFailed: (error: unknown) => void}): PeerHints {
  const tellers = peers.others.map((peer) => teller(peer));
  const stop = feed.listen(() => tellers.forEach((each) => each.wake()));
  tellers.forEach((each) => each.wake());

  function teller(peer: Region6) {
    let isAsked = false;
    let isClosed = false;
    let working: Promise<void> | undefined;
    let timer: NodeJS.Timeout | undefined;
    let pause = SHORTEST_PAUSE_MS;

    async function work(): Promise<void> {
      while (isAsked && !isClosed) {
        isAsked = false;
        const told = await tell(peer);
        if (told === 'more') isAsked = true;
        if (told === 'busy') retry(SHORTEST_PAUSE_MS);
        else pause = SHORTEST_PAUSE_MS;
      }
    }

    function retry(ms: number): void {
      if (isClosed) return;
      clearTimeout(timer);
      timer = setTimeout(wake, ms);
      timer.unref();
    }

    function wake(): void {
      isAsked = true;
      if (isClosed) return;
      working ??= work()
        .catch((error: unknown) => {
          onFailed(error);
          retry(pause);
          pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
        })
        .finally(() => {
          working = undefined;
        });
    }

    return {
      wake,
      async close() {
        isClosed = true;
        clearTimeout(timer);
        await working;
      },
    };
  }

  async function tell(peer: Region6): Promise<'done' | 'more' | 'busy'> {
    const position = await lease(peer);
    if (position === undefined) return 'busy';
    let reached = position;
    try {
      const published = await outbox.after(position, BATCH);
      const hints = published.flatMap(({hint, audience: {people, regions, isForPeers}}) =>
        isForPeers && hint.about === 'case' ? [{hint, people: [...people], regions: [...regions]}] : [],
      );
      if (hints.length > 0) await peers.call(peer, 'peerHints', {body: {hints}});
      reached = published[published.length - 1]?.position ?? position;
      return published.length === BATCH ? 'more' : 'done';
    } finally {
      await db.updateTable('peer_cursors').set({position: reached, leased_until: new Date(0)}).where('peer', '=', peer).execute();
    }
  }

  /** The cursor of a peer, for this process alone; undefined when another has it. A new peer hears only of what is to come. */
  async function lease(peer: Region6): Promise<number | undefined> {
    const now = Date.now();
    const leased = {leased_until: new Date(now + LEASE_MS)};
    const row = await db
      .insertInto('peer_cursors')
      .values({peer, position: await outbox.last(), ...leased})
      .onConflict((taken) => taken.column('peer').doUpdateSet(leased).where('peer_cursors.leased_until', '<', new Date(now)))
      .returning('position')
      .executeTakeFirst();
    return row?.position;
  }

  return {
    async close() {
      stop();
      await Promise.all(tellers.map((each) => each.close()));
    },
  };
}

import type {Db} from '../database/database.js';
import {inTransaction} from '../database/in-transaction.js';
import type {Outbox} from '../events/outbox.js';
import type {Handlers} from '../http/call.js';

/** Takes a peer's hints into this gateway's own stream. They are not passed on: a peer tells everybody itself. */
export function hintHandler(db: Db, outbox: Outbox): Pick<Handlers, 'peerHints'> {
  return {
    async peerHints({body: {hints}}) {
      const at = new Date(Date.now());
      await inTransaction(db, async (tx) => {
        for (const {hint, people, regions} of hints) await outbox.add(tx, hint, {people, regions, isForPeers: false}, at);
      });
      return {taken: hints.length};
    },
  };
}

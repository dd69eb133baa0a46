import type {Db} from '../database/database.js';
import type {Handlers} from '../http/call.js';
import type {Principal} from '../identity/principal.js';
import type {Peers} from '../peers/peers.js';
import {ownerOf} from '../uploads/uploads.js';

/**
 * Tells a device which of its commands were taken. After a restored backup a gateway may have lost what it gave a receipt for;
 * whoever sent it asks, and sends again what nobody knows.
 */
export function commandStatus(db: Db, peers: Peers): Pick<Handlers, 'commandStatus'> {
  async function takenHere(caller: Principal, keys: readonly string[]) {
    const rows = await db.selectFrom('commands').select(['key', 'case_no']).where('caller', '=', ownerOf(caller)).where('key', 'in', keys).execute();
    return rows.map(({key, case_no: caseNo}) => ({key, ...(caseNo !== null && {caseNo})}));
  }

  return {
    async commandStatus({body: {keys}, caller, isRelayed}) {
      const wanted = [...new Set(keys)];
      const taken = await takenHere(caller, wanted);
      const missing = () => wanted.filter((key) => !taken.some((command) => command.key === key));
      // Not knowing is an answer only when everybody was asked: a peer that cannot be reached makes this one fail.
      for (const peer of isRelayed ? [] : peers.others) {
        if (missing().length === 0) break;
        taken.push(...(await peers.call(peer, 'commandStatus', {body: {keys: missing()}}, caller)).taken);
      }
      return {taken, unknown: missing()};
    },
  };
}

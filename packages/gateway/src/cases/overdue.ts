import {actOn} from '@tongban/domain/act-on.js';
import {allowedActions} from '@tongban/domain/allowed.js';
import type {Actor} from '@tongban/domain/actor.js';
import type {Db} from '../database/database.js';
import {sha256} from '../canonical-hash.js';
import {loadCaseForUpdate, loadCases} from './case-store.js';
import type {Rules} from './rules.js';
import type {Writer} from './writer.js';

const CLOCKWORK: Actor = {kind: 'system', id: 'clockwork'};
const AT_ONCE = 200;

/**
 * Does what law does by itself: an application nobody told anything about in time is accepted (行政许可法 32). Several processes may
 * look at once; the command's key is the case's revision, so it happens once.
 *
 * @returns how many cases were deemed accepted
 */
export async function acceptOverdue(db: Db, rules: Rules, writer: Writer): Promise<number> {
  let accepted = 0;
  const rows = await db.selectFrom('cases').select('case_no').where('state', 'in', ['received', 'forwarding', 'atHome']).orderBy('updated_at').limit(AT_ONCE).execute();
  for (const {file} of await loadCases(db, rows.map(({case_no: caseNo}) => caseNo))) {
    const context = await rules.context(file, CLOCKWORK);
    if (!allowedActions(file, context).allowed.includes('deemAccepted')) continue;
    const key = `deemed-${file.revision}`;
    const command = {key, fingerprint: sha256(key), bodySha256: sha256('{}')};
    await writer.write(command, `system ${file.caseNo}`, rules.now(), async (tx) => {
      const before = await loadCaseForUpdate(tx, file.caseNo);
      return {before, act: actOn(before.file, {action: 'deemAccepted', payload: {}}, context)};
    });
    accepted++;
  }
  return accepted;
}

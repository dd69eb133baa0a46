import type {ActContext} from '@tongban/domain/acts/act-context.js';
import {actOn} from '@tongban/domain/acts/act-on.js';
import type {Actor} from '@tongban/domain/acts/actor.js';
import {allowedActions} from '@tongban/domain/acts/allowed.js';
import type {Case} from '@tongban/domain/case/case.js';
import type {CaseState} from '@tongban/domain/case/case-state.js';
import {localDateOf} from '@tongban/domain/time/civil-date.js';
import type {Command} from '@tongban/domain/case/command.js';
import {hasCode, TbError} from '@tongban/domain/errors.js';
import {guards} from '@tongban/domain/acts/guards.js';
import {transitions} from '@tongban/domain/acts/transitions.js';
import {sha256} from '../canonical-hash.js';
import type {Db} from '../database/database.js';
import {loadCaseForUpdate, loadCases, type StoredCase} from './case-store.js';
import type {Rules} from './rules.js';
import type {Writer} from './writer.js';

const CLOCKWORK: Actor = {kind: 'system', id: 'clockwork'};
const AT_ONCE = 200;
const ACCEPTANCE: Command = {action: 'deemAccepted', payload: {}};
/** Read by the applicant. A person sends the case back, on a later day. */
const WARNING: Command = {action: 'propose', payload: {what: 'expire', reason: '要求补正或补交的内容已逾期，请尽快办理；仍不办理的，将作退件处理。'}};
const WATCHED: readonly CaseState[] = [...new Set([...transitions.deemAccepted.from, ...transitions.expire.from])];

/**
 * Does what time does by itself: an application nobody told anything about in time is accepted (行政许可法 32), and an applicant
 * whose answer or missing material is overdue is warned that the case will be sent back. Several processes may look at once; the
 * command's key is the case's revision, so it happens once.
 */
export async function actOnOverdue(db: Db, rules: Rules, writer: Writer): Promise<void> {
  for await (const {file} of watchedCases(db)) {
    const context = await rules.context(file, CLOCKWORK);
    const command = dueFor(file, context);
    if (command) await doOnce(command, file, context).catch(unlessItMovedOn);
  }

  async function doOnce(wish: Command, {caseNo, revision}: Case, context: ActContext): Promise<void> {
    const key = `${wish.action}-${revision}`;
    const command = {key, fingerprint: sha256(key), bodySha256: sha256('{}')};
    await writer.write(command, `system ${caseNo}`, rules.now(), async (tx) => {
      const before = await loadCaseForUpdate(tx, caseNo);
      if (before.file.revision !== revision) throw new TbError('TB_CASE_STALE');
      return {before, act: actOn(before.file, wish, context)};
    });
  }
}

function dueFor(file: Case, context: ActContext): Command | undefined {
  if (allowedActions(file, context).allowed.includes('deemAccepted')) return ACCEPTANCE;
  return isToBeWarned(file, context) ? WARNING : undefined;
}

/** Once per state, and not over a proposal of a person: that one has to be settled first. */
function isToBeWarned(file: Case, context: ActContext): boolean {
  if (file.proposal || !transitions.expire.from.includes(file.state)) return false;
  const attempt = {file, command: WARNING, context, standing: {side: 'system'}, day: localDateOf(context.at)} as const;
  return guards.answerOverdue.check(attempt).ok;
}

/** All of them, in parts: those that only a person can move on must not stand before the others. */
async function* watchedCases(db: Db): AsyncGenerator<StoredCase> {
  for (let last = ''; ; ) {
    const rows = await db.selectFrom('cases').select('case_no').where('state', 'in', [...WATCHED]).where('case_no', '>', last).orderBy('case_no').limit(AT_ONCE).execute();
    const numbers = rows.map(({case_no: caseNo}) => caseNo);
    yield* await loadCases(db, numbers);
    if (numbers.length < AT_ONCE) return;
    last = numbers[numbers.length - 1]!;
  }
}

/** Somebody was faster: what is due now is looked at the next time. */
function unlessItMovedOn(error: unknown): void {
  if (!hasCode(error, 'TB_CASE_STALE')) throw error;
}

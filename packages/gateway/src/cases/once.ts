import {TbError} from '@tongban/domain/errors.js';
import {inTransaction} from '../database/in-transaction.js';
import type {Db, Tx} from '../database/database.js';
import type {CommandKey} from '../http/call.js';

/** So long the same key gets the same answer. */
export const KEPT_DAYS = 90;

/**
 * Does a command once, however often and through however many processes it is sent: its key, what it did and what it was answered
 * are written in one transaction. A second sender waits for the first and gets the first one's answer. A command that was refused
 * did nothing and may be sent again.
 *
 * @param caller whose key it is: two people's keys never meet
 * @throws TbError TB_COMMAND_REUSED, and whatever `work` throws
 */
export async function once<Answer extends object>(
  db: Db,
  command: CommandKey,
  caller: string,
  at: Date,
  work: (tx: Tx) => Promise<{answer: Answer; caseNo: string | null}>,
): Promise<Answer> {
  const {key, fingerprint} = command;
  return inTransaction(db, async (tx) => {
    const taken = await tx
      .insertInto('commands')
      .values({caller, key, fingerprint, status: 0, answer: null, case_no: null, at})
      .onConflict((conflict) => conflict.columns(['caller', 'key']).doNothing())
      .returning('key')
      .executeTakeFirst();
    if (!taken) return (await recall<Answer>(tx, command, caller))!;
    const {answer, caseNo} = await work(tx);
    await tx
      .updateTable('commands')
      .set({status: 201, answer: JSON.stringify(answer), case_no: caseNo})
      .where('caller', '=', caller)
      .where('key', '=', key)
      .execute();
    return answer;
  });
}

/**
 * What this command was answered when it was taken, if it was. Asked before anything is checked: what held then may hold no more,
 * and the sender of a month ago still gets the answer.
 *
 * @throws TbError TB_COMMAND_REUSED
 */
export async function recall<Answer extends object>(db: Db | Tx, {key, fingerprint}: CommandKey, caller: string): Promise<Answer | undefined> {
  const row = await db.selectFrom('commands').select(['fingerprint', 'answer']).where('caller', '=', caller).where('key', '=', key).executeTakeFirst();
  if (row && row.fingerprint !== fingerprint) throw new TbError('TB_COMMAND_REUSED');
  return (row?.answer ?? undefined) as Answer | undefined;
}

export async function forgetOldCommands(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('commands').where('at', '<', new Date(now.getTime() - KEPT_DAYS * 86_400_000)).execute();
}

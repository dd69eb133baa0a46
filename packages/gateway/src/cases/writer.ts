import type {Act} from '@tongban/domain/acts/act-on.js';
import type {Receipt} from '@tongban/domain/case/case-file.js';
import {sha256} from '../canonical-hash.js';
import type {Db, Tx} from '../database/database.js';
import {audienceOf} from '../events/audience.js';
import type {Outbox} from '../events/outbox.js';
import type {CommandKey} from '../http/call.js';
import type {Metrics} from '../http/metrics.js';
import {appendAct, type StoredCase} from './case-store.js';
import {once, recall} from './once.js';
import type {Receipts} from './receipts.js';

export interface WriterParts {
  readonly db: Db;
  readonly outbox: Outbox;
  readonly receipts: Receipts;
  readonly metrics: Metrics;
}

export interface Writer {
  /** The receipt of a command that was taken before. @throws TB_COMMAND_REUSED */
  recall(command: CommandKey, caller: string): Promise<Receipt | undefined>;

  /**
   * The one way a log grows here. Once per command key: event, tables, hint, receipt and key are one transaction.
   *
   * `work` runs inside of it and uses nothing but `tx`.
   */
  write(command: CommandKey, caller: string, now: Date, work: (tx: Tx) => Promise<{before?: StoredCase; act: Act}>): Promise<Receipt>;
}

/** The gateway is the single writer of the cases at home here. */
export function writer({db, outbox, receipts, metrics}: WriterParts): Writer {
  return {
    recall: (command, caller) => recall<Receipt>(db, command, caller),
    async write(command, caller, now, work) {
      let action: string | undefined;
      const receipt = await once(db, command, caller, now, async (tx) => {
        const {before, act} = await work(tx);
        // Keys are chosen by their senders, each for themself; an event's id is one for the whole gateway.
        const after = await appendAct(tx, before, act, sha256(`${caller} ${command.key}`).slice(0, 32));
        await outbox.add(tx, {about: 'case', caseNo: after.file.caseNo, revision: after.file.revision}, audienceOf(after.file), now);
        action = act.event.action;
        const answer = await receipts.receipt(command, after.file, after.file.updatedAt);
        return {answer, caseNo: after.file.caseNo};
      });
      if (action !== undefined) metrics.events.inc({action});
      return receipt;
    },
  };
}

import type {Actor} from '@tongban/domain/acts/actor.js';
import type {Case} from '@tongban/domain/case/case.js';
import type {PaperKind} from '@tongban/domain/papers/paper.js';
import type {Db} from '../database/database.js';

/** Which electronic results have been opened (domain.md §8.3): no act on a case, so beside its log. */
export interface ResultOpenings {
  /** Notes it when this reader is the applicant and the paper is the result they were sent. */
  note(file: Case, paper: PaperKind, reader: Actor, at: Date): Promise<void>;
  isOpened(file: Case): Promise<boolean>;
}

export function resultOpenings(db: Db): ResultOpenings {
  return {
    async note(file, paper, reader, at) {
      if (reader.kind !== 'applicant' || !isSent(file) || (paper !== 'decision' && paper !== 'denial')) return;
      await db.insertInto('result_openings').values({case_no: file.caseNo, opened_at: at}).onConflict((known) => known.column('case_no').doNothing()).execute();
    },
    async isOpened(file) {
      if (!isSent(file)) return false;
      return (await db.selectFrom('result_openings').select('case_no').where('case_no', '=', file.caseNo).executeTakeFirst()) !== undefined;
    },
  };
}

/** What was read before it was sent, or is on its way in a parcel by now, has not been received. */
function isSent({state, delivery}: Case): boolean {
  return state === 'delivering' && delivery?.by === 'electronic';
}

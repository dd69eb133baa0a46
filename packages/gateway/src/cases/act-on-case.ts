import {actOn} from '@tongban/domain/acts/act-on.js';
import type {Case} from '@tongban/domain/case/case.js';
import type {Receipt} from '@tongban/domain/case/case-file.js';
import {localDateOf} from '@tongban/domain/time/civil-date.js';
import type {Command} from '@tongban/domain/case/command.js';
import {TbError} from '@tongban/domain/errors.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import type {Piece} from '@tongban/domain/slots/slot.js';
import type {Db} from '../database/database.js';
import type {CommandKey} from '../http/call.js';
import type {Principal} from '../identity/principal.js';
import type {Register} from '../people/register.js';
import {ownerOf, type Uploads} from '../uploads/uploads.js';
import type {Access} from './access.js';
import {fieldsOf, loadCase, loadCaseForUpdate, partyOf} from './case-store.js';
import {checkFields} from './check-fields.js';
import {checkAnswers, checkWaivers} from './check-filing.js';
import type {Rules} from './rules.js';
import {unmaskFields, type BehindMasks} from './unmask-fields.js';
import type {Writer} from './writer.js';

export interface ActingParts {
  readonly db: Db;
  readonly rules: Rules;
  readonly register: Register;
  readonly access: Access;
  readonly uploads: Uploads;
  readonly writer: Writer;
}

export interface ActOnCases {
  /**
   * One action on a case at home here.
   *
   * @throws TB_CASE_STALE when the case has moved on from `revision`, TB_NOT_FOUND, TB_FORBIDDEN, and what `actOn` throws
   */
  act(wish: {caseNo: string; revision: number; command: Command}, caller: Exclude<Principal, {kind: 'gateway'}>, key: CommandKey): Promise<Receipt>;
}

export function actOnCases({db, rules, register, access, uploads, writer}: ActingParts): ActOnCases {
  async function withCheckedFields(command: Command, guide: Guide, today: string, behind: () => Promise<BehindMasks>): Promise<Command> {
    if (command.action !== 'amend' && command.action !== 'resubmit') return command;
    if (command.action === 'amend') checkAnswers(guide, command.payload.answers);
    if (command.payload.fields === undefined) return command;
    const typed = unmaskFields(guide.fields, command.payload.fields, await behind());
    const fields = checkFields(guide.fields, typed, {regions: rules.regions, today});
    return {...command, payload: {...command.payload, fields}} as Command;
  }

  return {
    async act({caseNo, revision, command}, caller, key) {
      const answered = await writer.recall(key, ownerOf(caller));
      if (answered) return answered;
      // Party and agent stay what they were when the case was opened, so what hangs on them may be asked before the transaction.
      const {file: known} = await loadCase(db, caseNo);
      const party = await partyOf(db, known.partyId);
      const context = await access.contextFor(known, party, caller);
      const person = await register.person(known.partyId);
      const held = person?.held ?? [];
      const now = rules.now();
      const checked = await withCheckedFields(command, context.guide, localDateOf(now.toISOString()), async () => ({
        party: person ?? party,
        agent: known.agent && (await partyOf(db, known.agent.id)),
        stored: await fieldsOf(db, known.caseNo),
      }));

      return writer.write(key, ownerOf(caller), now, async (tx) => {
        const before = await loadCaseForUpdate(tx, known.caseNo);
        if (before.file.revision !== revision) throw new TbError('TB_CASE_STALE', {details: {revision: before.file.revision}});
        const act = actOn(before.file, checked, {...context, at: laterThan(before.file.updatedAt, context.at)});
        if (checked.action === 'amend' || checked.action === 'resubmit') {
          checkWaivers(context.guide, newSlots(before.file, checked.payload.slots), held, localDateOf(context.at));
        }
        await uploads.claim(tx, ownerOf(caller), known.caseNo, newPieces(before.file, checked));
        return {before, act};
      });
    },
  };
}

/** A clock that was put back must not make a log run backwards. */
const laterThan = (before: string, at: string): string => (Date.parse(at) < Date.parse(before) ? before : at);

type SentSlots = Extract<Command, {action: 'resubmit'}>['payload']['slots'];

/** A waiver the case already has was checked when it came. */
function newSlots({slots}: Case, sent: SentSlots): SentSlots {
  const waived = new Set(slots.filter(({state}) => state === 'waived').map(({materialId}) => materialId));
  return sent.filter(({materialId}) => !waived.has(materialId));
}

/** Files the case does not hold yet: those have to be the sender's own. */
function newPieces({slots}: Case, command: Command): Piece[] {
  const known = new Set(slots.flatMap(({pieces}) => pieces.map(({uploadId, sha256}) => `${uploadId} ${sha256}`)));
  return piecesIn(command).filter(({uploadId, sha256}) => !known.has(`${uploadId} ${sha256}`));
}

function piecesIn(command: Command): Piece[] {
  switch (command.action) {
    case 'amend':
    case 'resubmit':
      return command.payload.slots.flatMap(({pieces}) => pieces);
    case 'checkOriginal':
      return command.payload.pieces ?? [];
    case 'fillLack':
      return command.payload.pieces;
    default:
      return [];
  }
}

import type {CaseFile, CaseSummary} from '@tongban/domain/case/case-file.js';
import {isTerminal, terminalStates} from '@tongban/domain/case/case-state.js';
import {caseSummary, caseView} from '@tongban/domain/case/case-view.js';
import type {Case} from '@tongban/domain/case/case.js';
import {localDateOf} from '@tongban/domain/time/civil-date.js';
import {paperKindOf, seqOfPaper} from '@tongban/domain/papers/doc-numbers.js';
import {TbError} from '@tongban/domain/errors.js';
import type {Paper} from '@tongban/domain/papers/paper.js';
import {composePaper} from '@tongban/domain/papers/papers.js';
import {partyView} from '@tongban/domain/case/party-view.js';
import {isWithin} from '@tongban/domain/regions/region-within.js';
import type {Piece} from '@tongban/domain/slots/slot.js';
import {regionChain} from '@tongban/domain/guide/region-guide.js';
import {replay} from '@tongban/domain/case/replay.js';
import {allowedActions} from '@tongban/domain/acts/allowed.js';
import {sql} from 'kysely';
import type {Db} from '../database/database.js';
import type {Principal} from '../identity/principal.js';
import type {Register} from '../people/register.js';
import {staffActor, type Access} from './access.js';
import {duplicateOf, fieldsOf, loadCase, loadCases, partyOf, type StoredCase} from './case-store.js';
import type {ResultOpenings} from './result-openings.js';
import type {Rules} from './rules.js';

type Person = Extract<Principal, {kind: 'person'}>;
type Staff = Extract<Principal, {kind: 'staff'}>;

export interface ReadingParts {
  readonly db: Db;
  readonly rules: Rules;
  readonly register: Register;
  readonly access: Access;
  readonly openings: ResultOpenings;
  /** The public page that shows how a case stands. */
  readonly progressUrl: (caseNo: string) => string;
}

/** Cases at home here, as their readers may see them. */
export interface ReadCases {
  /** By number or short code. @throws TB_NOT_FOUND, TB_FORBIDDEN */
  file(number: string, reader: Person | Staff): Promise<CaseFile>;
  mine(person: Person): Promise<CaseSummary[]>;
  inbox(staff: Staff): Promise<CaseSummary[]>;
  /** What a case holds under an upload's id. @throws TB_NOT_FOUND, TB_FORBIDDEN */
  piece(number: string, uploadId: string, reader: Person | Staff): Promise<Piece>;
  /** In full for who it is about and for the staff who handle the case, masked for others who may see the case. */
  paper(number: string, docNo: string, reader: Person | Staff): Promise<Paper>;
}

const LISTED = 300;
/** What anybody may do at any time makes no work list. */
const NO_TASK = new Set(['propose', 'void', 'withdraw', 'faceMatch', 'checkOriginal', 'suspend', 'extend', 'fillLack', 'takeFee', 'waiveFee']);

export function readCases({db, rules, register, access, openings, progressUrl}: ReadingParts): ReadCases {
  const today = () => localDateOf(rules.now().toISOString());

  async function summaries(cases: readonly StoredCase[]): Promise<CaseSummary[]> {
    const parties = await partiesOf(cases.map(({file}) => file.partyId));
    return cases.map(({file}) => caseSummary(file, {party: parties.get(file.partyId)!, calendar: rules.calendar, today: today()}));
  }

  async function partiesOf(ids: readonly string[]) {
    const unique = [...new Set(ids)];
    return new Map(await Promise.all(unique.map(async (id) => [id, await partyOf(db, id)] as const)));
  }

  async function ratedActs(caseNo: string): Promise<string[]> {
    const rows = await db.selectFrom('ratings').select('act').where('case_no', '=', caseNo).execute();
    return rows.map(({act}) => act);
  }

  return {
    async file(number, reader) {
      const {file} = await loadCase(db, number);
      const party = await partyOf(db, file.partyId);
      const context = await access.contextFor(file, party, reader);
      const duplicate = await duplicateOf(db, file);
      return caseView(file, {
        context,
        party,
        ...(file.agent && {agentParty: await partyOf(db, file.agent.id)}),
        fields: await fieldsOf(db, file.caseNo),
        ratedActs: await ratedActs(file.caseNo),
        ...(duplicate !== undefined && {duplicateOf: duplicate}),
      });
    },

    async mine({id}) {
      const person = await register.person(id);
      const rows = await db
        .selectFrom('cases')
        .innerJoin('parties', 'parties.id', 'cases.party_id')
        .select('cases.case_no')
        .where((either) =>
          either.or([
            either('cases.party_id', '=', id),
            either('cases.agent_id', '=', id),
            ...(person ? [either.and([either(sql<string>`parties.data->>'idNo'`, '=', person.idNo), either(sql<string>`parties.data->>'userType'`, '=', person.userType)])] : []),
          ]),
        )
        .orderBy('cases.created_at', 'desc')
        .limit(LISTED)
        .execute();
      return summaries(await loadCases(db, rows.map(({case_no: caseNo}) => caseNo)));
    },

    async inbox(staff) {
      const places = regionChain(staff.region);
      const rows = await db
        .selectFrom('cases')
        .select('case_no')
        .where((either) => either.or([either('state', 'not in', [...terminalStates]), either('owes_refund', '=', true)]))
        .where((either) => either.or([either('home_region', 'in', places), either('window_region', 'in', places)]))
        .orderBy('updated_at', 'desc')
        .limit(LISTED)
        .execute();
      const cases = await loadCases(db, rows.map(({case_no: caseNo}) => caseNo));
      const actor = staffActor(staff);
      const waiting: StoredCase[] = [];
      for (const stored of cases) {
        const {allowed} = allowedActions(stored.file, await rules.context(stored.file, actor));
        if (allowed.some((action) => !NO_TASK.has(action))) waiting.push(stored);
      }
      return summaries(waiting);
    },

    async piece(number, uploadId, reader) {
      const {file} = await loadCase(db, number);
      await access.contextFor(file, await partyOf(db, file.partyId), reader);
      const piece = file.slots.flatMap(({pieces}) => pieces).find((candidate) => candidate.uploadId === uploadId);
      if (!piece) throw new TbError('TB_NOT_FOUND');
      return piece;
    },

    async paper(number, docNo, reader) {
      const {file, events} = await loadCase(db, number);
      const party = await partyOf(db, file.partyId);
      const context = await access.contextFor(file, party, reader);
      const seq = seqOfPaper(docNo);
      const event = events[seq - 1];
      if (!event) throw new TbError('TB_NOT_FOUND', {details: {at: 'docNo'}});
      const isFull = reader.kind === 'person' || handles(file, reader);
      const shown = isFull ? party : partyView(party);
      const agent = file.agent && (await partyOf(db, file.agent.id));
      const officer = event.actor.kind === 'staff' ? ((await register.staff(event.actor.id))?.name ?? event.actor.id) : undefined;
      const paper = composePaper(replay(events.slice(0, seq)), event, docNo, {
        names: {
          applicant: {name: shown.name, idNo: shown.idNo},
          ...(agent && {agentName: isFull ? agent.name : partyView(agent).name}),
          ...(officer !== undefined && {officer}),
          progressUrl: progressUrl(file.caseNo),
        },
        guide: context.guide,
        calendar: rules.calendar,
      });
      await openings.note(file, paperKindOf(docNo), context.actor, rules.now());
      return paper;
    },
  };
}

/** The office that decides and the window that holds the case; not one that could still receive it. */
function handles({homeRegion, windowRegion, heldBy, parts, state}: Case, {region}: Staff): boolean {
  const places = [homeRegion, heldBy, ...(heldBy === undefined && !isTerminal(state) ? [] : [windowRegion]), ...parts.map((part) => part.region)];
  return places.some((place) => place !== undefined && isWithin(region, place));
}

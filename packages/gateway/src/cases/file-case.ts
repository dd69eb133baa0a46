import type {Actor} from '@tongban/domain/acts/actor.js';
import type {Receipt} from '@tongban/domain/case/case-file.js';
import {localDateOf} from '@tongban/domain/time/civil-date.js';
import type {SubmitCase, TakeInCase} from '@tongban/domain/case/command.js';
import type {Delegation} from '@tongban/domain/people/delegation.js';
import {TbError} from '@tongban/domain/errors.js';
import {openCase, type OpeningCommand} from '@tongban/domain/acts/open-case.js';
import type {PartyRecord} from '@tongban/domain/case/party-view.js';
import type {HeldProof} from '@tongban/domain/people/person.js';
import type {Region6} from '@tongban/domain/primitives.js';
import type {Piece} from '@tongban/domain/slots/slot.js';
import type {Db} from '../database/database.js';
import type {CommandKey} from '../http/call.js';
import type {Principal} from '../identity/principal.js';
import type {PersonRecord} from '../people/person-record.js';
import type {Register} from '../people/register.js';
import {ownerOf, type Uploads} from '../uploads/uploads.js';
import {staffActor} from './access.js';
import {allocateNumber, keepParty} from './case-store.js';
import {checkFields, checkParty} from './check-fields.js';
import {checkAnswers, checkWaivers} from './check-filing.js';
import {actingFor, partyRecord, walkInId} from './parties.js';
import type {Rules} from './rules.js';
import {unmaskFields} from './unmask-fields.js';
import type {Writer} from './writer.js';

export interface FilingParts {
  readonly db: Db;
  readonly rules: Rules;
  readonly register: Register;
  readonly uploads: Uploads;
  readonly writer: Writer;
}

export interface FileCases {
  /** A filing by an applicant or an agent. @throws what `openCase` throws, and TB_FIELD_INVALID, TB_UPLOAD_UNKNOWN … of the parts */
  submit(body: SubmitCase, caller: Extract<Principal, {kind: 'person'}>, command: CommandKey): Promise<Receipt>;
  /** A walk-in, by a window. */
  takeIn(body: TakeInCase, caller: Extract<Principal, {kind: 'staff'}>, command: CommandKey): Promise<Receipt>;
}

interface Opening {
  readonly command: OpeningCommand;
  readonly actor: Actor;
  readonly party: PartyRecord;
  readonly partyId: string;
  /** What forms are filled in from, where that is more than the party's record. */
  readonly known?: PersonRecord;
  readonly held: readonly HeldProof[];
}

/** Opens cases at their home. Everything is checked before anything is written. */
export function fileCases({db, rules, register, uploads, writer}: FilingParts): FileCases {
  async function open({command: wish, actor, party, partyId, known, held}: Opening, caller: Principal, key: CommandKey): Promise<Receipt> {
    const now = rules.now();
    const today = localDateOf(now.toISOString());
    const {taskCode, taskVersion, answers, slots} = wish.payload;
    const homeRegion: Region6 = taskCode.slice(2, 8);
    const guide = rules.guideFor({taskCode, taskVersion, homeRegion});
    checkAnswers(guide, answers);
    checkWaivers(guide, slots, held, today);
    const delegations = await delegationsFor(actor, wish.payload.delegationId, partyId);
    const agent = await agentOf(actor, wish.payload.delegationId, delegations);
    const typed = unmaskFields(guide.fields, wish.payload.fields, {party: known ?? party, agent});
    const fields = checkFields(guide.fields, typed, {regions: rules.regions, today});
    const filing = {...wish, payload: {...wish.payload, fields}} as OpeningCommand;
    const context = {...(await rules.context({taskCode, taskVersion, homeRegion}, actor)), delegations, guide};

    return writer.write(key, ownerOf(caller), now, async (tx) => {
      const number = await allocateNumber(tx, taskCode, today);
      const act = openCase(filing, {...context, ...number, party: {partyId, userType: party.userType}});
      await keepParty(tx, partyId, party, now);
      if (agent) await keepParty(tx, agent.id, partyRecord(agent), now);
      await uploads.claim(tx, ownerOf(caller), number.caseNo, piecesOf(slots));
      return {act};
    });
  }

  async function delegationsFor(actor: Actor, delegationId: string | undefined, partyId: string) {
    if (actor.kind === 'agent') return register.delegationChain(actor.id);
    return delegationId === undefined ? [] : register.delegationsOf(partyId);
  }

  /** Who files for the party: known from the sign-in, at a window from the delegation shown there. @throws TB_DELEGATION_MISSING */
  async function agentOf(actor: Actor, delegationId: string | undefined, delegations: readonly Delegation[]): Promise<PersonRecord | undefined> {
    const id = actor.kind === 'agent' ? actor.id : delegations.find((delegation) => delegation.id === delegationId)?.granteeId;
    if (id === undefined) return undefined;
    const person = await register.person(id);
    if (!person) throw new TbError('TB_DELEGATION_MISSING', {details: {why: 'agent'}});
    return person;
  }

  return {
    async submit(body, caller, command) {
      const before = await writer.recall(command, ownerOf(caller));
      if (before) return before;
      const {taskCode, taskVersion, delegationId} = body;
      const {catalogCode} = rules.guideFor({taskCode, taskVersion, homeRegion: taskCode.slice(2, 8)});
      const {party} = await actingFor(register, caller, {delegationId, action: 'apply', catalogCode, at: rules.now()});
      const {id, loa} = caller;
      const actor: Actor = delegationId === undefined ? {kind: 'applicant', id, loa} : {kind: 'agent', id, loa, delegationId};
      return open({command: {action: 'submit', payload: body}, actor, party: partyRecord(party), partyId: party.id, known: party, held: party.held}, caller, command);
    },

    async takeIn({applicant, ...payload}, caller, command) {
      const before = await writer.recall(command, ownerOf(caller));
      if (before) return before;
      const today = localDateOf(rules.now().toISOString());
      const typed = checkParty(applicant, {regions: rules.regions, today});
      const partyId = await walkInId(db, register, typed);
      const person = await register.person(partyId);
      const body = {...payload, applicant} as TakeInCase;
      return open({command: {action: 'takeIn', payload: body}, actor: staffActor(caller), party: typed, partyId, held: person?.held ?? []}, caller, command);
    },
  };
}

const piecesOf = (slots: readonly {pieces: Piece[]}[]): Piece[] => slots.flatMap(({pieces}) => pieces);

import type {ActContext} from '@tongban/domain/acts/act-context.js';
import type {Actor} from '@tongban/domain/acts/actor.js';
import type {Case} from '@tongban/domain/case/case.js';
import {TbError} from '@tongban/domain/errors.js';
import {mayRead} from '@tongban/domain/case/may-read.js';
import type {PartyRecord} from '@tongban/domain/case/party-view.js';
import type {Principal} from '../identity/principal.js';
import type {Register} from '../people/register.js';
import type {ResultOpenings} from './result-openings.js';
import type {Rules} from './rules.js';

type Reader = Exclude<Principal, {kind: 'gateway'}>;

/** Decides as whom somebody stands before a case: as its party, as somebody's agent, as staff. */
export interface Access {
  actorFor(file: Case, party: PartyRecord, principal: Reader): Promise<Actor>;
  /** The context of whoever may open this case. @throws TB_FORBIDDEN for a stranger */
  contextFor(file: Case, party: PartyRecord, principal: Reader): Promise<ActContext>;
}

export function access(rules: Rules, register: Register, openings: ResultOpenings): Access {
  const self: Access = {
    async actorFor(file, party, principal) {
      if (principal.kind === 'staff') return staffActor(principal);
      const {id, loa} = principal;
      if (id === file.partyId || (await isSame(register, id, party))) return {kind: 'applicant', id: file.partyId, loa};
      if (id === file.agent?.id) return {kind: 'agent', id, loa, delegationId: file.agent.delegationId};
      const given = (await register.delegationsTo(id)).find(({grantor}) => grantor.id === file.partyId);
      return given ? {kind: 'agent', id, loa, delegationId: given.id} : {kind: 'applicant', id, loa};
    },
    async contextFor(file, party, principal) {
      const context = await rules.context(file, await self.actorFor(file, party, principal));
      if (!mayRead(file, context)) throw new TbError('TB_FORBIDDEN');
      return (await openings.isOpened(file)) ? {...context, resultTaken: true} : context;
    },
  };
  return self;
}

export function staffActor({id, region, office, roles}: Extract<Principal, {kind: 'staff'}>): Actor {
  return {kind: 'staff', id, region, office, roles: [...roles]};
}

/** Somebody a window wrote down as a walk-in, and who later signed in: the same document, the same person. */
async function isSame(register: Register, id: string, party: PartyRecord): Promise<boolean> {
  const person = await register.person(id);
  return person !== undefined && person.idNo === party.idNo && person.userType === party.userType;
}

import {localDateOf} from '@tongban/domain/time/civil-date.js';
import type {Delegation, DelegationView} from '@tongban/domain/people/delegation.js';
import {isDelegationInForce} from '@tongban/domain/people/delegations.js';
import {TbError} from '@tongban/domain/errors.js';
import {maskName} from '@tongban/domain/people/mask.js';
import {partyView} from '@tongban/domain/case/party-view.js';
import type {PersonView} from '@tongban/domain/people/person.js';
import {covers} from '@tongban/domain/slots/waiving.js';
import {createHmac} from 'node:crypto';
import {actingFor, partyRecord} from '../cases/parties.js';
import type {Catalogue} from '../catalogue/catalogue.js';
import type {Handlers} from '../http/call.js';
import type {Principal} from '../identity/principal.js';
import type {PersonRecord} from './person-record.js';
import {prefilled} from './prefilled.js';
import type {Register} from './register.js';

type MeRoutes = 'me' | 'prefill' | 'held';
type Person = Extract<Principal, {kind: 'person'}>;

export interface MeParts {
  readonly register: Register;
  readonly catalogue: Catalogue;
  /** What shares of vaults are made from; losing it locks every vault that hangs on this gateway. */
  readonly vaultSecret: Buffer;
  readonly now: () => Date;
}

/** What the gateway knows of whoever signed in, masked, and what it can fill in for them. */
export function meHandlers({register, catalogue, vaultSecret, now}: MeParts): Pick<Handlers, MeRoutes> {
  const shareOf = ({kind, id}: Principal) => createHmac('sha256', vaultSecret).update(`vault ${kind} ${id}`).digest('base64url');

  async function personView({id, loa}: Person, delegationId: string | undefined): Promise<PersonView> {
    const party = await register.party(id);
    if (!party) throw new TbError('TB_SIGN_IN_EXPIRED');
    const {person} = party;
    const today = localDateOf(now().toISOString());
    const delegations = party.delegations.filter(({delegation}) => isDelegationInForce(delegation, today)).map(({delegation, grantor}) => delegationView(delegation, grantor));
    const actingUnder = delegationId === undefined ? undefined : delegations.find((delegation) => delegation.id === delegationId);
    if (delegationId !== undefined && !actingUnder) throw new TbError('TB_DELEGATION_MISSING');
    return {id, loa, homeRegion: person.homeRegion, ...partyView(partyRecord(person)), delegations, ...(actingUnder && {actingFor: actingUnder})};
  }

  return {
    async me({caller, query}) {
      if (caller.kind === 'person') return {person: await personView(caller, query.delegation), vaultShare: shareOf(caller)};
      const member = await register.staff(caller.id);
      const {id, region, office, roles} = caller;
      const staff = {id, region, office, roles: [...roles], name: member?.name ?? id, ...(member?.windowNo !== undefined && {windowNo: member.windowNo})};
      return {staff, vaultShare: shareOf(caller)};
    },

    async prefill({caller, params, query}) {
      const guide = catalogue.guide(params.taskCode);
      const {party} = await actingFor(register, caller, {delegationId: query.delegation, action: 'apply', catalogCode: guide.catalogCode, at: now()});
      const agent = query.delegation === undefined ? party : await register.person(caller.id);
      const fields: Record<string, string> = {};
      for (const spec of guide.fields) {
        const value = prefilled(spec, party, agent);
        if (value !== undefined) fields[spec.id] = value;
      }
      return {fields};
    },

    async held({caller, params, query}) {
      const guide = catalogue.guide(params.taskCode);
      const {party} = await actingFor(register, caller, {delegationId: query.delegation, action: 'apply', catalogCode: guide.catalogCode, at: now()});
      const waivers = [...guide.materials.flatMap(({waive}) => waive), ...guide.deltas.flatMap(({ops}) => ops).flatMap((op) => (op.op === 'addWaiver' ? [op.waiver] : op.op === 'addMaterial' ? op.material.waive : []))];
      return {held: party.held.filter((proof) => waivers.some((waiver) => covers(proof, waiver)))};
    },
  };
}

function delegationView({id, kind, grantor, items, actions, validTo}: Delegation, {name}: PersonRecord): DelegationView {
  const isPerson = grantor.userType === 'person';
  return {id, kind, grantorName: isPerson ? maskName(name) : name, grantorType: grantor.userType, items, actions, validTo};
}

import type {Delegation} from '@tongban/domain/people/delegation.js';
import type {Region6} from '@tongban/domain/primitives.js';
import {sql} from 'kysely';
import type {Seeds} from '../config.js';
import type {Db} from '../database/database.js';
import {provinceOf} from '../identity/provinces.js';
import type {Party, PartyRegister} from '../identity/party.js';
import type {PersonRecord, StaffRecord} from './person-record.js';

export interface Register extends PartyRegister {
  person(id: string): Promise<PersonRecord | undefined>;
  delegationsTo(granteeId: string): Promise<readonly Delegation[]>;
  /** Delegations given to somebody, with those they were passed on from. */
  delegationChain(granteeId: string): Promise<readonly Delegation[]>;
  /** Delegations somebody has given. */
  delegationsOf(grantorId: string): Promise<readonly Delegation[]>;
  personByIdNo(idNo: string): Promise<PersonRecord | undefined>;
}

/** The people and staff a gateway knows: its own, and those other provinces vouched for. */
export function register(db: Db, own: Region6, now: () => Date): Register {
  const self: Register = {
    async person(id) {
      const row = await db.selectFrom('people').select('record').where('id', '=', id).executeTakeFirst();
      return row?.record as PersonRecord | undefined;
    },
    async personByIdNo(idNo) {
      const row = await db.selectFrom('people').select('record').where(sql`record->>'idNo'`, '=', idNo).executeTakeFirst();
      return row?.record as PersonRecord | undefined;
    },
    async ownPeople() {
      const rows = await db.selectFrom('people').select('record').orderBy('id').execute();
      return rows.map(({record}) => record as PersonRecord).filter(({homeRegion}) => provinceOf(homeRegion) === own);
    },
    async ownStaff() {
      const rows = await db.selectFrom('staff').select('record').orderBy('id').execute();
      return rows.map(({record}) => record as StaffRecord);
    },
    async staff(id) {
      const row = await db.selectFrom('staff').select('record').where('id', '=', id).executeTakeFirst();
      return row?.record as StaffRecord | undefined;
    },
    async delegationsTo(granteeId) {
      const rows = await db.selectFrom('delegations').select('record').where('grantee_id', '=', granteeId).execute();
      return rows.map(({record}) => record as Delegation);
    },
    async delegationsOf(grantorId) {
      const rows = await db.selectFrom('delegations').select('record').where('grantor_id', '=', grantorId).execute();
      return rows.map(({record}) => record as Delegation);
    },
    async delegationChain(granteeId) {
      const chain = [...(await self.delegationsTo(granteeId))];
      for (const {parentId} of chain) {
        if (parentId === undefined || chain.some(({id}) => id === parentId)) continue;
        const parent = await db.selectFrom('delegations').select('record').where('id', '=', parentId).executeTakeFirst();
        if (parent) chain.push(parent.record as Delegation);
      }
      return chain;
    },
    async party(id) {
      const person = await self.person(id);
      if (!person) return undefined;
      const delegations: Party['delegations'] = [];
      for (const delegation of await self.delegationsTo(id)) {
        const grantor = await self.person(delegation.grantor.id);
        if (grantor) delegations.push({delegation, grantor});
      }
      return {person, delegations};
    },
    async receive({person, delegations}, province) {
      for (const record of [person, ...delegations.map(({grantor}) => grantor)]) {
        if (provinceOf(record.homeRegion) !== province) await keepPerson(db, record, now());
      }
      for (const {delegation, grantor} of delegations) {
        if (provinceOf(grantor.homeRegion) !== province) await keepDelegation(db, delegation);
      }
    },
  };
  return self;
}

/** Brings in the province's own register; run again, it brings in what changed. */
export async function seedRegister(db: Db, {people, staff, delegations}: Seeds, own: Region6, now: Date): Promise<void> {
  const isOwn = ({homeRegion}: PersonRecord) => provinceOf(homeRegion) === own;
  const byId = new Map(people.map((person) => [person.id, person]));
  const involved = delegations.filter(({grantor, granteeId}) => [grantor.id, granteeId].some((id) => byId.has(id) && isOwn(byId.get(id)!)));
  const grantors = involved.map(({grantor}) => byId.get(grantor.id)).filter((person) => person !== undefined);
  for (const person of new Set([...people.filter(isOwn), ...grantors])) await keepPerson(db, person, now);
  for (const delegation of involved) await keepDelegation(db, delegation);
  for (const member of staff.filter(({region}) => provinceOf(region) === own)) {
    const record = JSON.stringify(member);
    await db.insertInto('staff').values({id: member.id, record}).onConflict((taken) => taken.column('id').doUpdateSet({record})).execute();
  }
}

async function keepPerson(db: Db, person: PersonRecord, at: Date): Promise<void> {
  const values = {subject: person.id, record: JSON.stringify(person), seen_at: at};
  await db.insertInto('people').values({id: person.id, ...values}).onConflict((taken) => taken.column('id').doUpdateSet(values)).execute();
}

async function keepDelegation(db: Db, delegation: Delegation): Promise<void> {
  const values = {grantor_id: delegation.grantor.id, grantee_id: delegation.granteeId, record: JSON.stringify(delegation)};
  await db.insertInto('delegations').values({id: delegation.id, ...values}).onConflict((taken) => taken.column('id').doUpdateSet(values)).execute();
}

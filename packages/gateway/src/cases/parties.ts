import {localDateOf} from '@tongban/domain/time/civil-date.js';
import type {Delegation} from '@tongban/domain/people/delegation.js';
import {delegationFor, MAX_DEPTH, type DelegatedAction} from '@tongban/domain/people/delegations.js';
import {TbError} from '@tongban/domain/errors.js';
import type {PartyRecord} from '@tongban/domain/case/party-view.js';
import {randomBytes} from 'node:crypto';
import {sql} from 'kysely';
import type {Db} from '../database/database.js';
import type {Principal} from '../identity/principal.js';
import type {PersonRecord} from '../people/person-record.js';
import type {Register} from '../people/register.js';

type Person = Extract<Principal, {kind: 'person'}>;

/** For whom somebody acts: themself, or whoever gave them the delegation. */
export interface ActingFor {
  readonly party: PersonRecord;
  readonly delegationId?: string;
}

/**
 * @param wish what they want to do for the other, and with which item
 * @throws TbError TB_DELEGATION_MISSING, TB_SIGN_IN_REQUIRED when the register does not know who signed in
 */
export async function actingFor(register: Register, {id}: Person, wish: {delegationId: string | undefined; action: DelegatedAction; catalogCode: string; at: Date}): Promise<ActingFor> {
  const {delegationId, action, catalogCode, at} = wish;
  if (delegationId === undefined) return {party: await known(register, id)};
  const chain = await register.delegationChain(id);
  const grantorId = rootOf(chain, delegationId);
  const answer = delegationFor(chain, {id: delegationId, grantorId, granteeId: id, action, catalogCode, on: localDateOf(at.toISOString())});
  if (!answer.ok) throw new TbError('TB_DELEGATION_MISSING', {details: {why: answer.why}});
  return {party: await known(register, grantorId), delegationId};
}

/** Whose business it is in the end: a delegation passed on leads back to the one it came from. */
function rootOf(chain: readonly Delegation[], delegationId: string): string {
  let link = chain.find(({id}) => id === delegationId);
  for (let depth = 1; depth < MAX_DEPTH && link?.parentId !== undefined; depth++) {
    const {parentId} = link;
    link = chain.find(({id}) => id === parentId) ?? link;
  }
  return link?.grantor.id ?? '';
}

async function known(register: Register, id: string): Promise<PersonRecord> {
  const person = await register.person(id);
  if (!person) throw new TbError('TB_SIGN_IN_REQUIRED');
  return person;
}

export function partyRecord({userType, name, idNo, mobile}: PersonRecord): PartyRecord {
  return {userType, name, idNo, ...(mobile === undefined ? {} : {mobile})};
}

/** The id under which a walk-in is kept: the one they sign in with where it is known, the one from their last visit, or a new one. */
export async function walkInId(db: Db, register: Register, {idNo, userType}: PartyRecord): Promise<string> {
  const person = await register.personByIdNo(idNo);
  if (person?.userType === userType) return person.id;
  const before = await db
    .selectFrom('parties')
    .select('id')
    .where(sql`data->>'idNo'`, '=', idNo)
    .where(sql`data->>'userType'`, '=', userType)
    .executeTakeFirst();
  return before?.id ?? `walk-in-${randomBytes(9).toString('base64url')}`;
}

import {Delegation} from '@tongban/domain/people/delegation.js';
import type {Region6} from '@tongban/domain/primitives.js';
import * as v from 'valibot';
import {PersonRecord, type StaffRecord} from '../people/person-record.js';
import {isSubjectOf, provinceOf} from './provinces.js';

/**
 * What one gateway tells another about a person who signs in there or acts there: the record, and whom they may act for.
 * Goes from server to server in bodies only, never into a URL, a token a page holds, or a log.
 */
export const Party = v.strictObject({
  person: PersonRecord,
  delegations: v.array(v.strictObject({delegation: Delegation, grantor: PersonRecord})),
});
export type Party = v.InferOutput<typeof Party>;

/** The part of a party that a province can vouch for: a delegation is its grantor's word, so it comes from the grantor's province. */
export function vouchedBy(province: Region6, {person, delegations}: Party): Party {
  const isIts = ({id, homeRegion}: PersonRecord) => provinceOf(homeRegion) === province && isSubjectOf(province, id);
  return {person, delegations: delegations.filter(({delegation, grantor}) => isIts(grantor) && delegation.grantor.id === grantor.id && delegation.granteeId === person.id)};
}

/** What signing in asks of the people a gateway knows. The store of people implements it. */
export interface PartyRegister {
  /** Everyone who is at home in this province. */
  ownPeople(): Promise<readonly PersonRecord[]>;
  /** All staff of this province. */
  ownStaff(): Promise<readonly StaffRecord[]>;
  party(id: string): Promise<Party | undefined>;
  staff(id: string): Promise<StaffRecord | undefined>;
  /** Keeps what another province vouches for. A record of this province's own people is never overwritten. */
  receive(party: Party, own: Region6): Promise<void>;
}

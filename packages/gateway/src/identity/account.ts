import type {Loa} from '@tongban/domain/acts/actor.js';
import type {PersonRecord, StaffRecord} from '../people/person-record.js';
import type {Principal} from './principal.js';

/** Marks staff among the accounts of a province, so that signing a person out never touches a member of staff. */
const STAFF = 'staff:';

export const staffAccount = (id: string): string => `${STAFF}${id}`;

/** The staff code in an account id, or undefined for a person's. */
export const staffIdOf = (accountId: string): string | undefined => (accountId.startsWith(STAFF) ? accountId.slice(STAFF.length) : undefined);

/** The account a principal acts as; gateways have none. */
export function accountOf(principal: Principal): string | undefined {
  if (principal.kind === 'gateway') return undefined;
  return principal.kind === 'staff' ? staffAccount(principal.id) : principal.id;
}

export function personPrincipal(person: PersonRecord, loa: Loa): Principal {
  return {kind: 'person', id: person.id, userType: person.userType, loa, homeRegion: person.homeRegion};
}

export function staffPrincipal({id, region, office, roles}: StaffRecord): Principal {
  return {kind: 'staff', id, region, office, roles};
}

/** `acr` is the level in one digit. What is not one of ours counts as basic. */
export function loaOf(acr: unknown): Loa {
  return acr === '2' || acr === '3' || acr === '4' ? (Number(acr) as Loa) : 1;
}

/** The level a request wants: the lowest of its `acr_values`. */
export function wantedLoa(acrValues: unknown): Loa {
  const wanted = typeof acrValues === 'string' ? acrValues.split(' ').filter((value) => /^[1-4]$/.test(value)) : [];
  return wanted.length === 0 ? 1 : (Math.min(...wanted.map(Number)) as Loa);
}

import {Loa, Role} from '@tongban/domain/acts/actor.js';
import {Delegation} from '@tongban/domain/people/delegation.js';
import {HeldProof} from '@tongban/domain/people/person.js';
import {LocalDate, Region6, text} from '@tongban/domain/primitives.js';
import * as v from 'valibot';

/**
 * One party as its home province knows them: what a real province asks its own register. Full numbers, so this never leaves the
 * gateway; pages get the masked `PersonView`. No password anywhere: the demo's sign-in page lets one choose a person.
 *
 * What a party may do for others is in the delegations, not here.
 */
export const PersonRecord = v.strictObject({
  id: text(80),
  userType: v.picklist(['person', 'corp']),
  /** Division of the household or seat; its province is the one that signs them in. */
  homeRegion: Region6,
  name: text(100),
  /** 公民身份号码 of a person, 统一社会信用代码 of a firm. */
  idNo: text(18),
  mobile: v.optional(text(20)),
  /** Level an ordinary sign-in gives. 0: does not sign in, like a minor. */
  loa: Loa,
  /** Level a step-up can reach; `loa` when there is no higher one. */
  highestLoa: Loa,
  /** Absent for firms. */
  birth: v.optional(LocalDate),
  /** Certificates and data shares the government holds for them. */
  held: v.array(HeldProof),
  corp: v.optional(v.strictObject({legalName: text(100), legalId: v.optional(text(80))})),
  /** One line for the demo's sign-in page: who this is and what they are good for. */
  hint: v.strictObject({zh: text(200), en: text(200)}),
});
export type PersonRecord = v.InferOutput<typeof PersonRecord>;

/** A member of staff as their own province knows them; `id` is the staff code. */
export const StaffRecord = v.strictObject({
  id: text(80),
  name: text(100),
  region: Region6,
  office: text(100),
  windowNo: v.optional(text(20)),
  roles: v.pipe(v.array(Role), v.minLength(1)),
  hint: v.strictObject({zh: text(200), en: text(200)}),
});
export type StaffRecord = v.InferOutput<typeof StaffRecord>;

/** demo/data/people.json */
export const PeopleFile = v.strictObject({
  meta: v.strictObject({note: text(500)}),
  people: v.array(PersonRecord),
  staff: v.array(StaffRecord),
});
export type PeopleFile = v.InferOutput<typeof PeopleFile>;

/** demo/data/delegations.json */
export const DelegationsFile = v.array(Delegation);

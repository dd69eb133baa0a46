import * as v from 'valibot';
import {Loa, Role} from '../acts/actor.js';
import {DelegationView} from './delegation.js';
import {Instant, LocalDate, Region6, text} from '../primitives.js';

/** The signed-in person as a page may know them. Masked by the server; the full number never reaches a page. */
export const PersonView = v.strictObject({
  /** Subject at this gateway. */
  id: text(80),
  userType: v.picklist(['person', 'corp']),
  /** Masked name of a person, or the plain name of a firm. */
  name: text(100),
  idNo: text(30),
  mobile: v.optional(text(30)),
  loa: Loa,
  /** Where they are at home (一地认证). */
  homeRegion: Region6,
  /** The firm an agent acts for right now, or the child of a guardian. */
  actingFor: v.optional(DelegationView),
  delegations: v.array(DelegationView),
});
export type PersonView = v.InferOutput<typeof PersonView>;

/** A signed-in member of staff. */
export const StaffView = v.strictObject({
  id: text(80),
  name: text(100),
  region: Region6,
  office: text(100),
  windowNo: v.optional(text(20)),
  roles: v.array(Role),
});
export type StaffView = v.InferOutput<typeof StaffView>;

/** A certificate or data share the government already holds for this person: why a material starts as 免交. */
export const HeldProof = v.strictObject({
  by: v.picklist(['certificate', 'share']),
  /** Name as in the guide's waiver: certName or dataName. */
  name: text(100),
  certTypeCode: v.optional(text(21)),
  issuer: v.optional(text(100)),
  validTo: v.optional(v.nullable(LocalDate)),
});
export type HeldProof = v.InferOutput<typeof HeldProof>;

export const SignedIn = v.strictObject({
  status: v.literal('signedIn'),
  person: v.optional(PersonView),
  staff: v.optional(StaffView),
  expiresAt: Instant,
});

/** Where the sign-in stands. `expired` keeps the page open with what was typed. */
export const SessionState = v.variant('status', [
  v.strictObject({status: v.literal('anonymous')}),
  v.strictObject({status: v.literal('signingIn')}),
  SignedIn,
  v.strictObject({status: v.literal('expired')}),
]);
export type SessionState = v.InferOutput<typeof SessionState>;

import * as v from 'valibot';
import {Region6, text} from '../primitives.js';

/** Jobs of staff (domain.md §11). */
export const Role = v.picklist(['receiver', 'reviewer', 'chief', 'deliverer', 'supervisor', 'catalogueAdmin']);
export type Role = v.InferOutput<typeof Role>;

/** What an agreement can let a window do for another region (domain.md §9): 收件受理, 一次性告知, 原件核验, 人证比对, 结果送达. */
export const Power = v.picklist(['receive', 'onceNotice', 'originalCheck', 'faceMatch', 'deliver']);
export type Power = v.InferOutput<typeof Power>;

/** Level of assurance (domain.md §11): 0 anonymous, 1 basic, 2 two factors, 3 person + name + document agree, 4 certificate or in person. */
export const Loa = v.picklist([0, 1, 2, 3, 4]);
export type Loa = v.InferOutput<typeof Loa>;

/** Who acts. `id` is a subject or staff code, never a name or document number. */
export const Actor = v.variant('kind', [
  v.strictObject({kind: v.literal('applicant'), id: text(80), loa: Loa}),
  v.strictObject({kind: v.literal('agent'), id: text(80), loa: Loa, delegationId: text(80)}),
  v.strictObject({kind: v.literal('staff'), id: text(80), region: Region6, office: text(100), roles: v.array(Role)}),
  v.strictObject({kind: v.literal('system'), id: text(80)}),
]);
export type Actor = v.InferOutput<typeof Actor>;
export type StaffActor = Extract<Actor, {kind: 'staff'}>;

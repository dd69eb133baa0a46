import * as v from 'valibot';
import {Limit} from './limit.js';
import {MaterialSpec, Waiver} from './material.js';
import {Mode} from './mode.js';
import {LocalDate, Region6, Slug, text} from '../primitives.js';
import {When} from './when.js';

/** A question that narrows an item to a checklist (情形). */
export const Situation = v.strictObject({
  id: Slug,
  question: text(200),
  options: v.pipe(v.array(v.strictObject({id: Slug, label: text(200)})), v.minLength(1)),
  showIf: v.optional(When),
});
export type Situation = v.InferOutput<typeof Situation>;

export const FieldType = v.picklist(['text', 'longText', 'number', 'date', 'choice', 'citizenId', 'uscc', 'mobile', 'region', 'bankCard', 'boolean', 'money']);
export type FieldType = v.InferOutput<typeof FieldType>;

/** What may be filled in from the signed-in person, so that nobody types what the state knows. */
export const Prefill = v.picklist(['person.name', 'person.idNo', 'person.mobile', 'corp.name', 'corp.uscc', 'corp.legalName']);
export type Prefill = v.InferOutput<typeof Prefill>;

export const FieldSpec = v.strictObject({
  id: Slug,
  label: text(100),
  type: FieldType,
  required: v.boolean(),
  prefill: v.optional(Prefill),
  options: v.optional(v.array(v.strictObject({id: Slug, label: text(200)}))),
  when: When,
  hint: v.optional(text(300)),
});
export type FieldSpec = v.InferOutput<typeof FieldSpec>;

/** One fee line, yuan. */
export const FeeSpec = v.strictObject({name: text(100), amount: v.nullable(v.number()), standard: v.optional(text(300)), byLaw: v.optional(text(300)), when: When});
export type FeeSpec = v.InferOutput<typeof FeeSpec>;

export const StepActor = v.picklist(['applicant', 'window', 'home', 'local', 'partner', 'system', 'windowOrHome']);
export const StepSpec = v.strictObject({
  name: text(50),
  actor: StepActor,
  limit: v.optional(Limit),
  /** Names of steps that must be done first; absent: the one before. */
  after: v.optional(v.array(text(50))),
  /** 特别程序: does not count in the limit. */
  special: v.optional(v.boolean()),
});
export type StepSpec = v.InferOutput<typeof StepSpec>;

export const ResultSpec = v.strictObject({name: text(100), kind: text(30), delivery: v.array(v.picklist(['electronic', 'paper', 'window', 'courier'])), sample: v.optional(v.boolean()), certTypeCode: v.optional(text(21))});
export type ResultSpec = v.InferOutput<typeof ResultSpec>;

/** How far a statement can be trusted: shown as a badge wherever the data is shown. */
export const Provenance = v.strictObject({
  confidence: v.picklist(['official', 'found', 'memory', 'illustrative']),
  sources: v.array(text(500)),
  /** Parts of the guide that rest on memory only. */
  memory: v.array(text(50)),
});
export type Provenance = v.InferOutput<typeof Provenance>;

/** One change a region makes to the common guide. */
export const DeltaOp = v.variant('op', [
  v.strictObject({op: v.literal('addMaterial'), material: MaterialSpec}),
  v.strictObject({op: v.literal('removeMaterial'), id: Slug}),
  v.strictObject({op: v.literal('patchMaterial'), id: Slug, set: v.partial(v.omit(MaterialSpec, ['id']))}),
  v.strictObject({op: v.literal('addField'), field: FieldSpec}),
  v.strictObject({op: v.literal('removeField'), id: Slug}),
  v.strictObject({op: v.literal('addStep'), step: StepSpec, at: v.number()}),
  v.strictObject({op: v.literal('addWaiver'), id: Slug, waiver: Waiver}),
]);
export type DeltaOp = v.InferOutput<typeof DeltaOp>;

/** 求同存异: what one region does differently; the nearest region wins (county > city > province > common). */
export const RegionDelta = v.strictObject({
  region: Region6,
  /** The region's own edition of the item; absent when it has not claimed it (认领). */
  taskCode: v.optional(text(64)),
  /** Code of the same item in a local list that does not follow the national layout; never parsed. */
  localTaskCode: v.optional(text(80)),
  dept: v.optional(v.strictObject({name: text(100), code: text(18)})),
  consultPhone: v.optional(text(30)),
  complainPhone: v.optional(text(30)),
  name: v.optional(text(200)),
  itemType: v.optional(text(4)),
  promised: v.optional(Limit),
  legal: v.optional(Limit),
  ops: v.array(DeltaOp),
  note: v.optional(text(500)),
  confidence: text(100),
});
export type RegionDelta = v.InferOutput<typeof RegionDelta>;

/** The public face of one item edition, common to all regions; what differs is in `deltas`. Immutable per (taskCode, version). */
export const Guide = v.strictObject({
  /** Edition code, 31 characters, of the authority that published this guide. */
  taskCode: text(64),
  /** 12-digit 基本编码: the same item in every region. */
  catalogCode: text(14),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  effective: v.tuple([LocalDate, v.nullable(LocalDate)]),
  region: Region6,
  name: text(200),
  plainName: v.optional(text(100)),
  keywords: v.array(text(50)),
  itemType: text(4),
  /** 即办件 1, 承诺件 2, 其他 9 */
  projectType: v.picklist([1, 2, 9]),
  themes: v.array(text(50)),
  /** 1 自然人, 2 企业法人 … (codes.json serviceObject) */
  serviceObjects: v.array(text(2)),
  dept: v.strictObject({name: text(100), code: text(18)}),
  legal: Limit,
  promised: Limit,
  onsite: v.strictObject({times: v.number(), reason: v.optional(text(300))}),
  handleForms: v.array(text(2)),
  onlineDepth: text(4),
  /** Whether the fee can be paid online; absent when that is not known. */
  payOnline: v.optional(v.boolean()),
  /** 预约, 快递, 自助终端 */
  offers: v.optional(v.strictObject({appointment: v.boolean(), courier: v.boolean(), terminal: v.boolean()})),
  minLoa: v.picklist([1, 2, 3, 4]),
  modes: v.pipe(v.array(Mode), v.minLength(1)),
  primaryMode: Mode,
  applyAt: v.optional(text(200)),
  decideAt: v.optional(text(200)),
  acceptConditions: v.array(text(500)),
  legalBasis: v.array(v.strictObject({name: text(200), article: v.optional(text(200)), docNo: v.optional(text(100)), gist: v.optional(text(500)), confidence: v.optional(text(20))})),
  situations: v.array(Situation),
  materials: v.array(MaterialSpec),
  fields: v.array(FieldSpec),
  fees: v.array(FeeSpec),
  steps: v.array(StepSpec),
  results: v.array(ResultSpec),
  faq: v.array(v.strictObject({question: text(300), answer: text(1000)})),
  consultPhone: v.optional(text(30)),
  complainPhone: v.optional(text(30)),
  deltas: v.array(RegionDelta),
  provenance: Provenance,
});
export type Guide = v.InferOutput<typeof Guide>;

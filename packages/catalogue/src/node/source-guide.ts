import {limitUnits} from '@tongban/domain/time/clocks.js';
import type {Limit} from '@tongban/domain/guide/limit.js';
import {Mode} from '@tongban/domain/guide/mode.js';
import {When} from '@tongban/domain/guide/when.js';
import * as v from 'valibot';

const nullable = <Schema extends v.GenericSchema>(schema: Schema) => v.optional(v.nullable(schema));
const units = Object.keys(limitUnits) as (keyof typeof limitUnits)[];

/** A limit as Chinese lists write it: {value: 3, unit: '工作日'}; no unit where nothing is fixed. */
export const SourceLimit = v.pipe(
  v.object({value: v.nullable(v.number()), unit: v.nullable(v.picklist(units)), note: nullable(v.string())}),
  v.transform(({value, unit, note}): Limit => ({
    value,
    unit: unit ? limitUnits[unit] : 'workday',
    ...(note ? {note} : {}),
  })),
);

const SourceWaiver = v.union([
  v.object({by: v.literal('certificate'), certName: v.string(), certTypeCode: nullable(v.string())}),
  v.object({by: v.literal('share'), dataName: v.string()}),
  v.object({by: v.literal('promise'), note: nullable(v.string())}),
  v.picklist(['share', 'promise']),
]);
export type SourceWaiver = v.InferOutput<typeof SourceWaiver>;

const digit = v.pipe(v.string(), v.regex(/^\d{1,2}$/), v.transform(Number));

export const SourceMaterial = v.object({
  id: v.string(),
  name: v.string(),
  kind: digit,
  form: digit,
  source: digit,
  copies: v.object({original: v.number(), copy: v.number()}),
  necessity: digit,
  when: When,
  waive: v.array(SourceWaiver),
  issuer: nullable(v.string()),
  blankForm: v.optional(v.boolean()),
  sample: v.optional(v.boolean()),
  note: nullable(v.string()),
});
export type SourceMaterial = v.InferOutput<typeof SourceMaterial>;

export const SourceField = v.object({
  id: v.string(),
  label: v.string(),
  type: v.string(),
  required: v.boolean(),
  check: nullable(v.string()),
  prefill: nullable(v.string()),
  options: nullable(v.array(v.string())),
  when: When,
});
export type SourceField = v.InferOutput<typeof SourceField>;

export const SourceStep = v.object({
  name: v.string(),
  actor: v.string(),
  limit: v.optional(SourceLimit),
  after: v.optional(v.array(v.string())),
  special: v.optional(v.boolean()),
});
export type SourceStep = v.InferOutput<typeof SourceStep>;

export const SourceDelta = v.object({
  region: v.string(),
  confidence: v.string(),
  promised: v.optional(SourceLimit),
  note: nullable(v.string()),
  itemType: v.optional(v.string()),
  replaceName: v.optional(v.string()),
  itemCode: v.optional(v.string()),
  itemCodeSource: v.optional(v.string()),
  materials: v.optional(
    v.array(
      v.variant('op', [
        v.object({op: v.literal('add'), material: SourceMaterial}),
        v.object({op: v.literal('patch'), id: v.string(), set: v.partial(v.omit(SourceMaterial, ['id']))}),
        v.object({op: v.literal('remove'), id: v.string()}),
      ]),
    ),
  ),
});
export type SourceDelta = v.InferOutput<typeof SourceDelta>;

/** One guide as demo/data/source/guides.json writes it. */
export const SourceGuide = v.object({
  id: v.string(),
  name: v.string(),
  plainName: nullable(v.string()),
  itemType: v.string(),
  theme: v.array(v.string()),
  serviceObjects: v.array(v.string()),
  cross: v.object({
    primaryMode: Mode,
    modes: v.array(Mode),
    applyAt: nullable(v.string()),
    decideAt: nullable(v.string()),
  }),
  legalBasis: v.array(
    v.object({
      name: v.string(),
      article: nullable(v.string()),
      docNo: nullable(v.string()),
      gist: nullable(v.string()),
      confidence: nullable(v.string()),
    }),
  ),
  acceptConditions: v.array(v.string()),
  limits: v.object({legal: SourceLimit, promised: SourceLimit}),
  fee: v.object({
    charged: v.boolean(),
    items: v.array(
      v.object({
        name: v.string(),
        amount: v.nullable(v.number()),
        unit: nullable(v.string()),
        when: v.optional(When, null),
      }),
    ),
  }),
  handleForms: v.array(v.string()),
  onlineDepth: v.string(),
  onsiteTimes: v.number(),
  onsiteReason: nullable(v.string()),
  appointment: v.boolean(),
  express: v.boolean(),
  terminal: v.boolean(),
  situations: v.array(
    v.object({
      id: v.string(),
      question: v.string(),
      options: v.array(v.object({id: v.string(), label: v.string()})),
      showIf: v.optional(When),
    }),
  ),
  materials: v.array(SourceMaterial),
  fields: v.array(SourceField),
  steps: v.array(SourceStep),
  results: v.array(
    v.object({name: v.string(), kind: v.string(), certTypeCode: nullable(v.string()), delivery: v.array(v.string())}),
  ),
  faq: v.array(v.object({q: v.string(), a: v.string()})),
  deltas: v.record(v.string(), SourceDelta),
  sources: v.array(v.string()),
  memory: v.array(v.string()),
});
export type SourceGuide = v.InferOutput<typeof SourceGuide>;

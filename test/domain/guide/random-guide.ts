import type {DeltaOp, Guide, RegionDelta, Situation} from '@tongban/domain/guide/guide.js';
import type {MaterialSpec, Waiver} from '@tongban/domain/guide/material.js';
import type {HeldProof} from '@tongban/domain/people/person.js';
import type {Answers, When} from '@tongban/domain/guide/when.js';
import fc from 'fast-check';
import {aDelta, aGuide, aMaterial} from '../../fixtures/guides.js';

const QUESTIONS = ['q1', 'q2', 'q3', 'q4'];
const OPTIONS = ['a', 'b', 'c'];
const MATERIALS = ['m1', 'm2', 'm3', 'm4', 'm5'];
const CERTIFICATES = ['居民身份证', '营业执照', '结婚证'];

/** 南通市崇川区 and what it lies in, nearest first. */
export const CHAIN = ['320602', '320600', '320000'];

const atom: fc.Arbitrary<When> = fc.record({q: fc.constantFrom(...QUESTIONS), is: fc.constantFrom(...OPTIONS)});

export const anyWhen: fc.Arbitrary<When> = fc.letrec<{when: When}>((tie) => ({
  when: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    fc.constant(null),
    atom,
    fc.record({not: tie('when')}),
    fc.record({any: fc.array(tie('when'), {maxLength: 3})}),
    fc.record({all: fc.array(tie('when'), {maxLength: 3})}),
  ),
})).when;

const anyWaiver: fc.Arbitrary<Waiver> = fc.oneof(
  fc.record({by: fc.constant('certificate' as const), certName: fc.constantFrom(...CERTIFICATES)}),
  fc.record({by: fc.constant('share' as const), dataName: fc.constantFrom('人社退休信息', '税票信息')}),
  fc.constant<Waiver>({by: 'promise'}),
);

export const anyHeld: fc.Arbitrary<HeldProof[]> = fc.array(
  fc.oneof(
    fc.record({by: fc.constant('certificate' as const), name: fc.constantFrom(...CERTIFICATES)}),
    fc.record({by: fc.constant('share' as const), name: fc.constantFrom('人社退休信息', '税票信息')}),
  ),
  {maxLength: 4},
);

const materialNamed = (id: string): fc.Arbitrary<MaterialSpec> =>
  fc
    .record({
      when: anyWhen,
      waive: fc.array(anyWaiver, {maxLength: 2}),
      necessity: fc.constantFrom(1 as const, 2 as const, 3 as const),
    })
    .map((parts) => aMaterial({id, name: `材料${id}`, ...parts}));

const anyOp: fc.Arbitrary<DeltaOp> = fc.oneof(
  fc
    .constantFrom('m1', 'm6', 'm7')
    .chain(materialNamed)
    .map((material): DeltaOp => ({op: 'addMaterial', material})),
  fc.constantFrom(...MATERIALS).map((id): DeltaOp => ({op: 'removeMaterial', id})),
  fc.record({
    op: fc.constant('patchMaterial' as const),
    id: fc.constantFrom(...MATERIALS),
    set: fc.record({necessity: fc.constantFrom(1 as const, 3 as const)}),
  }),
  fc.record({op: fc.constant('addWaiver' as const), id: fc.constantFrom(...MATERIALS), waiver: anyWaiver}),
);

const deltaOf = (region: string): fc.Arbitrary<RegionDelta> =>
  fc
    .record({
      name: fc.option(fc.constant(`事项（${region}）`), {nil: undefined}),
      promised: fc.option(fc.record({value: fc.nat({max: 9}), unit: fc.constant('workday' as const)}), {
        nil: undefined,
      }),
      ops: fc.array(anyOp, {maxLength: 3}),
    })
    .map((parts) => aDelta({region, ...parts}));

const situationNamed = (id: string): fc.Arbitrary<Situation> =>
  anyWhen.map((showIf) => ({
    id,
    question: `问题${id}？`,
    options: OPTIONS.map((option) => ({id: option, label: option})),
    showIf,
  }));

/** Guides whose conditions hang on four questions, some of which show only after others; with deltas for a part of the chain. */
export const anyGuide: fc.Arbitrary<Guide> = fc
  .record({
    situations: fc.tuple(...QUESTIONS.map(situationNamed)),
    materials: fc.tuple(...MATERIALS.map(materialNamed)),
    deltas: fc.subarray(CHAIN).chain((regions) => fc.tuple(...regions.map(deltaOf))),
  })
  .map((parts) => aGuide(parts as Partial<Guide>));

export const anyAnswers: fc.Arbitrary<Answers> = fc.dictionary(
  fc.constantFrom(...QUESTIONS),
  fc.constantFrom(...OPTIONS),
  {maxKeys: 4},
);

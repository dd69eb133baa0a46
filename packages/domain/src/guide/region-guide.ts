import type {DeltaOp, FieldSpec, Guide, RegionDelta} from './guide.js';
import type {MaterialSpec} from './material.js';
import type {Region6} from '../primitives.js';

/** A region and what it lies in by its digits (GB/T 2260), nearest first: 320602 → 320602, 320600, 320000. */
export function regionChain(region: Region6): Region6[] {
  return [...new Set([region, `${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`])];
}

/**
 * The guide as it holds in a region: the common part with the deltas of `chain`, nearest first, applied so that the nearest wins
 * (county > city > province > common).
 */
export function regionGuide(guide: Guide, chain: readonly Region6[]): Guide {
  return deltasAlong(guide, chain).reverse().reduce(applyDelta, guide);
}

/** The deltas that hold along a chain, in the order of the chain. */
export function deltasAlong(guide: Guide, chain: readonly Region6[]): RegionDelta[] {
  return chain.flatMap((region) => guide.deltas.filter((delta) => delta.region === region));
}

/** The guide as the edition `taskCode`, with all its deltas still to be applied; undefined when no region publishes that edition. */
export function editionOf(guide: Guide, taskCode: string): Guide | undefined {
  const delta = guide.deltas.find((candidate) => candidate.taskCode === taskCode);
  if (delta) return {...guide, ...identityOf(delta, guide)};
  return guide.taskCode === taskCode ? guide : undefined;
}

/** A region without an edition of its own stays under the edition above it. */
function identityOf(delta: RegionDelta, guide: Guide) {
  return {
    ...(delta.taskCode === undefined ? {} : {taskCode: delta.taskCode, region: delta.region}),
    dept: delta.dept ?? guide.dept,
    consultPhone: delta.consultPhone ?? guide.consultPhone,
    complainPhone: delta.complainPhone ?? guide.complainPhone,
  };
}

function applyDelta(guide: Guide, delta: RegionDelta): Guide {
  const own: Guide = {
    ...guide,
    ...identityOf(delta, guide),
    name: delta.name ?? guide.name,
    itemType: delta.itemType ?? guide.itemType,
    legal: delta.legal ?? guide.legal,
    promised: delta.promised ?? guide.promised,
    projectType: delta.promised ? projectTypeFor(delta.promised.unit, guide.projectType) : guide.projectType,
  };
  return delta.ops.reduce(applyOp, own);
}

/** 即办件 goes with an instant limit and only with one (lint rules 1 and 2). */
function projectTypeFor(unit: string, common: Guide['projectType']): Guide['projectType'] {
  if (unit === 'instant' || unit === 'onSpot') return 1;
  return common === 1 ? 2 : common;
}

/** What an op aims at may be gone already: then it does nothing. */
function applyOp(guide: Guide, op: DeltaOp): Guide {
  switch (op.op) {
    case 'addMaterial':
      return {...guide, materials: put(guide.materials, op.material)};
    case 'removeMaterial':
      return {...guide, materials: guide.materials.filter(({id}) => id !== op.id)};
    case 'patchMaterial':
      return {...guide, materials: change(guide.materials, op.id, (material) => ({...material, ...op.set}))};
    case 'addWaiver':
      return {...guide, materials: change(guide.materials, op.id, (material) => withWaiver(material, op.waiver))};
    case 'addField':
      return {...guide, fields: put(guide.fields, op.field)};
    case 'removeField':
      return {...guide, fields: guide.fields.filter(({id}) => id !== op.id)};
    case 'addStep':
      return {...guide, steps: insertStep(guide.steps, op.step, op.at)};
  }
}

function put<Spec extends MaterialSpec | FieldSpec>(specs: readonly Spec[], spec: Spec): Spec[] {
  return specs.some(({id}) => id === spec.id) ? change(specs, spec.id, () => spec) : [...specs, spec];
}

function change<Spec extends {id: string}>(specs: readonly Spec[], id: string, by: (spec: Spec) => Spec): Spec[] {
  return specs.map((spec) => (spec.id === id ? by(spec) : spec));
}

function withWaiver(material: MaterialSpec, waiver: MaterialSpec['waive'][number]): MaterialSpec {
  const key = JSON.stringify(waiver);
  return material.waive.some((known) => JSON.stringify(known) === key)
    ? material
    : {...material, waive: [...material.waive, waiver]};
}

function insertStep(steps: Guide['steps'], step: Guide['steps'][number], at: number): Guide['steps'] {
  const others = steps.filter(({name}) => name !== step.name);
  return [...others.slice(0, at), step, ...others.slice(at)];
}

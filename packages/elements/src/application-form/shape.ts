import type {Draft} from '@tongban/domain/case/draft.js';
import type {FieldSpec} from '@tongban/domain/guide/guide.js';
import {slotsOf, type DraftSlot} from '@tongban/domain/slots/initial-slots.js';
import type {HeldProof} from '@tongban/domain/people/person.js';
import {resolve, type Resolved, type ResolvedMaterial} from '@tongban/domain/guide/resolve.js';
import {isAnswer, personOf, type Ground} from './ground.js';

/** A form as it is for this draft: which fields, which materials. */
export interface Shape {
  readonly resolved: Resolved;
  readonly fields: readonly FieldSpec[];
  /** One for each material that is asked for here; see `slotsOf`. */
  readonly slots: readonly DraftSlot[];
}

/** For an answer to a notice only what the notice names; else what the guide asks of this person. */
export function shapeOf(ground: Ground, draft: Draft): Shape {
  const {guide, region, held = heldBefore(draft), file} = ground;
  const resolved = resolve(guide, {answers: draft.answers, region, held, userType: personOf(ground)?.userType});
  if (!file || !isAnswer(ground)) return {resolved, fields: resolved.fields, slots: slotsOf(resolved, draft.slots)};

  const fieldIds = file.faults.map(({fieldId}) => fieldId);
  const materials = named(file.faults.map(({materialId}) => materialId)).flatMap((id) => asked(resolved, id));
  return {
    resolved: {...resolved, materials, ruledOut: [], zeroMaterial: false},
    fields: guide.fields.filter(({id}) => fieldIds.includes(id)),
    slots: materials.map(({spec: {id, name, necessity}}) => answerSlot(draft, {materialId: id, name, necessity, state: 'empty', pieces: []})),
  };
}

/** The slots of a draft with these in their places. An answer keeps what the notice does not name; a whole form has no others. */
export function withSlots({slots}: Draft, anew: readonly DraftSlot[], ground: Ground): DraftSlot[] {
  if (!isAnswer(ground)) return [...anew];
  const placed = slots.map((slot) => anew.find(({materialId}) => materialId === slot.materialId) ?? slot);
  return [...placed, ...anew.filter(({materialId}) => !slots.some((slot) => slot.materialId === materialId))];
}

/** A material a notice names has to be handed in, whatever stood for it before. */
function asked(resolved: Resolved, id: string): ResolvedMaterial[] {
  const spec = resolved.guide.materials.find((material) => material.id === id);
  const promise = resolved.materials.find((material) => material.spec.id === id)?.promise;
  return spec ? [{spec, state: spec.necessity === 3 ? 'lackable' : 'need', promise, because: [{why: 'always'}]}] : [];
}

/** What was refused is not sent again; a promise or a lack chosen for this answer stays. */
function answerSlot({slots}: Draft, empty: DraftSlot): DraftSlot {
  const slot = slots.find(({materialId}) => materialId === empty.materialId);
  return slot && (slot.state === 'promised' || slot.state === 'lacking') ? slot : empty;
}

/** The proofs behind what the draft has waived already. */
function heldBefore({slots}: Draft): HeldProof[] {
  return slots.flatMap(({waivedBy}): HeldProof[] => {
    if (!waivedBy || waivedBy.by === 'promise') return [];
    if (waivedBy.by === 'share') return [{by: 'share', name: waivedBy.dataName}];
    return [{by: 'certificate', name: waivedBy.certName, ...(waivedBy.certTypeCode && {certTypeCode: waivedBy.certTypeCode})}];
  });
}

const named = (ids: readonly (string | undefined)[]): string[] => [...new Set(ids.filter((id): id is string => id !== undefined))];

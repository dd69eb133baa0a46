import type {Resolved, ResolvedMaterial} from '../guide/resolve.js';
import type {MaterialSlot} from './slot.js';

/** A slot as a draft holds it. */
export type DraftSlot = Omit<MaterialSlot, 'check' | 'refusedReason'>;

/**
 * Slots of a draft for its checklist: waived ones start as 免交, the others empty. What may still fall away has no slot yet.
 *
 * `before` are the slots the draft had under other answers: what was handed in, promised or put off stays. An empty slot with
 * `waivedBy` is one whose waiver the applicant declined in order to upload; it stays empty while that waiver is on offer.
 */
export function slotsOf(resolved: Resolved, before: readonly DraftSlot[] = []): DraftSlot[] {
  return resolved.materials
    .filter(({state}) => state !== 'maybe')
    .map((material) => keep(material, before) ?? fresh(material));
}

function fresh({spec, waiver}: ResolvedMaterial): DraftSlot {
  const slot = {materialId: spec.id, name: spec.name, necessity: spec.necessity, pieces: []};
  return waiver ? {...slot, state: 'waived', waivedBy: waiver, trust: 'A'} : {...slot, state: 'empty'};
}

function keep(material: ResolvedMaterial, before: readonly DraftSlot[]): DraftSlot | undefined {
  const slot = before.find(({materialId}) => materialId === material.spec.id);
  if (!slot) return undefined;
  const isWaiverStill =
    slot.waivedBy !== undefined && JSON.stringify(slot.waivedBy) === JSON.stringify(material.waiver);
  if (slot.state === 'waived' || slot.state === 'empty') return isWaiverStill ? slot : undefined;
  if (slot.state === 'promised' && !material.promise) return undefined;
  if (slot.state === 'lacking' && material.spec.necessity !== 3) return undefined;
  return {...slot, name: material.spec.name, necessity: material.spec.necessity};
}

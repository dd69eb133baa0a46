import type {DeltaOp, RegionDelta} from '@tongban/domain/guide/guide.js';
import type {MaterialSpec} from '@tongban/domain/guide/material.js';
import {editionIn, type Editions} from './editions.js';
import {materialOf, waiverOf} from './guide-parts.js';
import {readable} from './readable.js';
import type {SourceDelta, SourceGuide} from './source-guide.js';

const SAME_AS_BEFORE = '同左';

/** What each province does differently, with its own edition. A note 「同左」 is written out. */
export function deltasOf(guide: SourceGuide, editions: Editions): RegionDelta[] {
  let lastNote: string | undefined;
  return Object.keys(guide.deltas)
    .filter((region) => editions.provinces[region])
    .sort()
    .map((region) => {
      const source = guide.deltas[region] as SourceDelta;
      const note = source.note === SAME_AS_BEFORE ? lastNote : (source.note ?? undefined);
      lastNote = note;
      return {
        region,
        ...editionIn(editions, guide.id, region),
        localTaskCode: source.itemCode,
        name: source.replaceName,
        itemType: source.itemType,
        promised: editions.guides[guide.id]?.promised?.[region] ?? source.promised,
        ops: (source.materials ?? []).flatMap((op) => opsOf(op, guide)),
        note: note && readable(note),
        confidence: readable([source.confidence, source.itemCodeSource].filter(Boolean).join('; ')),
      };
    });
}

type SourceOp = NonNullable<SourceDelta['materials']>[number];

function opsOf(op: SourceOp, guide: SourceGuide): DeltaOp[] {
  if (op.op === 'remove') return [{op: 'removeMaterial', id: op.id}];
  if (op.op === 'add') return [{op: 'addMaterial', material: materialOf(op.material)}];

  const {waive = [], issuer, note, ...set} = op.set;
  const material = guide.materials.find(({id}) => id === op.id);
  const known = new Set(material?.waive.map((waiver) => (typeof waiver === 'string' ? waiver : waiver.by)));
  const waivers: DeltaOp[] = waive
    .filter((waiver) => !known.has(typeof waiver === 'string' ? waiver : waiver.by))
    .map((waiver) => ({op: 'addWaiver', id: op.id, waiver: waiverOf(waiver, material?.name ?? op.id)}));
  const patch = {...set, ...(issuer ? {issuer} : {}), ...(note ? {note} : {})} as Partial<MaterialSpec>;
  return Object.keys(patch).length > 0 ? [{op: 'patchMaterial', id: op.id, set: patch}, ...waivers] : waivers;
}

import type {Filing} from './command.js';
import {TbError} from './errors.js';
import type {Guide} from './guide.js';
import type {MaterialSpec} from './material.js';
import type {MaterialSlot, Piece} from './slot.js';
import {evaluate} from './when.js';

type FiledSlot = Filing['slots'][number];

/** Whether a slot needs nothing more: waived, promised, or provided with something to look at, and not refused by the last notice. */
export function isCovered({state, pieces, check, refusedReason}: MaterialSlot): boolean {
  if (refusedReason !== undefined) return false;
  if (state === 'provided') return pieces.length > 0 || check !== undefined;
  return state === 'waived' || state === 'promised';
}

/**
 * The slots of a case from what an applicant sent: one per material of the guide that these answers ask for, or that was sent
 * where an answer is still missing. Names, necessity and trust come from the guide and the rules, never from the sender.
 *
 * @throws TbError TB_CONTRACT_INVALID for a material the guide does not have, a waiver it does not offer, or a lack where the
 *   material may not follow later; `details.material` says which
 */
export function slotsAsFiled(guide: Pick<Guide, 'materials'>, {answers, slots}: Pick<Filing, 'answers' | 'slots'>): MaterialSlot[] {
  const sent = new Map(slots.map((slot) => [slot.materialId, slot]));
  const known = new Set(guide.materials.map(({id}) => id));
  for (const {materialId} of slots) if (!known.has(materialId)) throw badSlot(materialId, 'unknown');
  return guide.materials
    .filter(({id, when}) => evaluate(when, answers) ?? sent.has(id))
    .map((spec) => filledSlot(spec, sent.get(spec.id)));
}

/** What an answer to a notice really changes: slots that differ from those held, or that were refused; filled in by the rules. */
export function slotsAnswered(guide: Pick<Guide, 'materials'>, held: readonly MaterialSlot[], sent: readonly FiledSlot[]): MaterialSlot[] {
  return sent.flatMap((slot) => {
    const spec = guide.materials.find(({id}) => id === slot.materialId);
    if (!spec) throw badSlot(slot.materialId, 'unknown');
    const before = held.find(({materialId}) => materialId === slot.materialId);
    return before && isSame(before, slot) && before.refusedReason === undefined ? [] : [filledSlot(spec, slot)];
  });
}

/** Slots with some of them replaced, and new ones at the end. */
export function mergeSlots(held: readonly MaterialSlot[], anew: readonly MaterialSlot[]): MaterialSlot[] {
  const replaced = held.map((slot) => anew.find(({materialId}) => materialId === slot.materialId) ?? slot);
  return [...replaced, ...anew.filter(({materialId}) => !held.some((slot) => slot.materialId === materialId))];
}

/**
 * Pieces under neutral names: people name files after themselves, and the log holds no personal data. The applicant's own name of
 * a file stays with the upload.
 */
export function neutralPieces(materialId: string, pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, index) => ({...piece, fileName: `${materialId}-${index + 1}${extensionOf(piece.mediaType)}`}));
}

function filledSlot(spec: MaterialSpec, sent?: FiledSlot): MaterialSlot {
  const empty: MaterialSlot = {materialId: spec.id, name: spec.name, necessity: spec.necessity, state: 'empty', pieces: []};
  if (!sent) return empty;
  if (sent.state === 'provided') {
    return {...empty, state: 'provided', pieces: neutralPieces(spec.id, sent.pieces), trust: 'C'};
  }
  if (sent.state === 'waived' || sent.state === 'promised') {
    const waiver = spec.waive.find(({by}) => (sent.state === 'promised') === (by === 'promise') && (!sent.waivedBy || by === sent.waivedBy.by));
    if (!waiver) throw badSlot(spec.id, 'waiver');
    return {...empty, state: sent.state, waivedBy: waiver, trust: sent.state === 'promised' ? 'D' : 'A'};
  }
  if (sent.state === 'lacking' && spec.necessity !== 3) throw badSlot(spec.id, 'lack');
  return {...empty, state: sent.state};
}

function isSame(a: FiledSlot, b: FiledSlot): boolean {
  const sums = (slot: FiledSlot) => slot.pieces.map(({sha256}) => sha256).join();
  return a.state === b.state && sums(a) === sums(b);
}

function extensionOf(mediaType: string): string {
  const extensions: Readonly<Record<string, string>> = {
    'application/pdf': '.pdf',
    'application/ofd': '.ofd',
    'image/jpeg': '.jpg',
    'image/png': '.png',
  };
  return extensions[mediaType] ?? '';
}

const badSlot = (material: string, why: string) => new TbError('TB_CONTRACT_INVALID', {details: {at: 'slots', material, why}});

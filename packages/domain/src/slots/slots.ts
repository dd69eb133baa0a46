import {truthOver} from '../case/case-guide.js';
import type {Filing} from '../case/command.js';
import {TbError} from '../errors.js';
import type {Guide} from '../guide/guide.js';
import type {MaterialSpec, Waiver} from '../guide/material.js';
import type {HeldProof} from '../people/person.js';
import type {LocalDate} from '../primitives.js';
import type {MaterialSlot, Piece} from './slot.js';
import {covers, hasExpired} from './waiving.js';

type FiledSlot = Filing['slots'][number];

/** Whether a slot needs nothing more: waived, promised, or provided with something to look at, and not refused by the last notice. */
export function isCovered({state, pieces, check, refusedReason}: MaterialSlot): boolean {
  if (refusedReason !== undefined) return false;
  if (state === 'provided') return pieces.length > 0 || check !== undefined;
  return state === 'waived' || state === 'promised';
}

/** What slots are judged by. */
export interface SlotGround {
  readonly guide: Pick<Guide, 'materials' | 'situations'>;
  /** What the government holds for the applicant on this day; absent where nobody has asked, and then waivers are taken as sent. */
  readonly held?: readonly HeldProof[] | undefined;
  readonly day: LocalDate;
}

/**
 * The slots of a case from what an applicant sent: one per material of the guide that these answers ask for, or that was sent
 * where an answer is still missing. Names, necessity and trust come from the guide and the rules, never from the sender.
 *
 * @throws TbError TB_CONTRACT_INVALID for a material the guide does not have, a waiver it does not offer, or a lack where the
 *   material may not follow later; TB_MATERIAL_MISSING for a waiver by a proof nobody holds; `details.material` says which
 */
export function slotsAsFiled(ground: SlotGround, {answers, slots}: Pick<Filing, 'answers' | 'slots'>): MaterialSlot[] {
  const {guide} = ground;
  const truth = truthOver(guide, answers);
  const sent = new Map(slots.map((slot) => [slot.materialId, slot]));
  const known = new Set(guide.materials.map(({id}) => id));
  for (const {materialId} of slots) if (!known.has(materialId)) throw badSlot(materialId, 'unknown');
  return guide.materials
    .filter(({id, when}) => truth(when) ?? sent.has(id))
    .map((spec) => filledSlot(ground, spec, sent.get(spec.id)));
}

/** What an answer to a notice really changes: slots that differ from those held, or that were refused; filled in by the rules. */
export function slotsAnswered(ground: SlotGround, held: readonly MaterialSlot[], sent: readonly FiledSlot[]): MaterialSlot[] {
  return sent.flatMap((slot) => {
    const spec = ground.guide.materials.find(({id}) => id === slot.materialId);
    if (!spec) throw badSlot(slot.materialId, 'unknown');
    const before = held.find(({materialId}) => materialId === slot.materialId);
    return before && isSame(before, slot) && before.refusedReason === undefined ? [] : [filledSlot(ground, spec, slot)];
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

function filledSlot(ground: SlotGround, spec: MaterialSpec, sent?: FiledSlot): MaterialSlot {
  const empty: MaterialSlot = {materialId: spec.id, name: spec.name, necessity: spec.necessity, state: 'empty', pieces: []};
  if (!sent) return empty;
  if (sent.state === 'provided') {
    return {...empty, state: 'provided', pieces: neutralPieces(spec.id, sent.pieces), trust: 'C'};
  }
  if (sent.state === 'waived' || sent.state === 'promised') {
    const waiver = waiverFor(ground, spec, sent);
    return {...empty, state: sent.state, waivedBy: waiver, trust: sent.state === 'promised' ? 'D' : 'A'};
  }
  if (sent.state === 'lacking' && spec.necessity !== 3) throw badSlot(spec.id, 'lack');
  return {...empty, state: sent.state};
}

/** The waiver of the guide that the sender means and that takes effect. */
function waiverFor({held, day}: SlotGround, {id, waive}: MaterialSpec, {state, waivedBy}: FiledSlot): Waiver {
  const meant = waive.filter((waiver) => (state === 'promised') === (waiver.by === 'promise') && (!waivedBy || isSameWaiver(waiver, waivedBy)));
  if (meant.length === 0) throw badSlot(id, 'waiver');
  const taken = meant.find((waiver) => waiver.by === 'promise' || !held || held.some((proof) => covers(proof, waiver) && !hasExpired(proof, day)));
  if (!taken) throw new TbError('TB_MATERIAL_MISSING', {details: {at: 'slots', material: id, why: 'notHeld'}});
  return taken;
}

function isSameWaiver(a: Waiver, b: Waiver): boolean {
  if (a.by === 'certificate') return b.by === 'certificate' && a.certName === b.certName;
  if (a.by === 'share') return b.by === 'share' && a.dataName === b.dataName;
  return b.by === 'promise';
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

import type {MaterialSpec, Waiver} from '../guide/material.js';
import type {HeldProof} from '../people/person.js';
import type {LocalDate} from '../primitives.js';

/** A waiver that takes effect because the government holds the proof. */
export interface HeldWaiver {
  readonly waiver: Waiver;
  readonly proof: HeldProof;
}

/** The first waiver of a material that a proof in force covers: then nobody is asked for it (两个免于提交, domain.md §5). */
export function heldWaiver(
  {waive}: MaterialSpec,
  held: readonly HeldProof[],
  today?: LocalDate,
): HeldWaiver | undefined {
  for (const waiver of waive) {
    const proof = held.find((candidate) => covers(candidate, waiver) && !hasExpired(candidate, today));
    if (proof) return {waiver, proof};
  }
  return undefined;
}

/** The signed promise that may stand for a material (告知承诺), when the guide allows one. */
export function promiseOf({waive}: MaterialSpec): Waiver | undefined {
  return waive.find(({by}) => by === 'promise');
}

/** Whether a proof is past its last day. Without today's date nothing is. */
export function hasExpired({validTo}: HeldProof, today?: LocalDate): boolean {
  return Boolean(today && validTo && validTo < today);
}

export function covers(proof: HeldProof, waiver: Waiver): boolean {
  if (waiver.by === 'share') return proof.by === 'share' && proof.name === waiver.dataName;
  if (waiver.by !== 'certificate' || proof.by !== 'certificate') return false;
  const bothCoded = waiver.certTypeCode !== undefined && proof.certTypeCode !== undefined;
  return bothCoded ? waiver.certTypeCode === proof.certTypeCode : waiver.certName === proof.name;
}

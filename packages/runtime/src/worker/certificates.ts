import {HeldProof} from '@tongban/domain/people/person.js';
import * as v from 'valibot';
import type {Shared} from './services.js';

/** What the government already holds for the person and this item. Nobody signed in, or nobody to ask: nothing is known. */
export async function heldProofs({people, signed, show}: Pick<Shared, 'people' | 'signed' | 'show'>, taskCode: string): Promise<HeldProof[]> {
  if ((await people.state()).status === 'anonymous') return [];
  const delegation = people.delegationId();
  const ask = async () => (await signed.call('held', {params: {taskCode}, query: delegation === undefined ? {} : {delegation}})).held;
  try {
    return (await show(`held/${taskCode}/${delegation ?? ''}`, v.array(HeldProof), ask)).value;
  } catch {
    return []; // The checklist then asks for the paper itself, which is never wrong.
  }
}

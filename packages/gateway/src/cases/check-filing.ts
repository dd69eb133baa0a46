import {TbError} from '@tongban/domain/errors.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import type {Filing} from '@tongban/domain/case/command.js';
import type {HeldProof} from '@tongban/domain/people/person.js';
import type {LocalDate} from '@tongban/domain/primitives.js';
import {heldWaiver} from '@tongban/domain/slots/waiving.js';
import type {Answers} from '@tongban/domain/guide/when.js';

/** @throws TbError TB_WHEN_UNKNOWN for a question or option the guide does not have */
export function checkAnswers({situations}: Pick<Guide, 'situations'>, answers: Answers): void {
  for (const [question, option] of Object.entries(answers)) {
    const situation = situations.find(({id}) => id === question);
    if (!situation?.options.some(({id}) => id === option)) throw new TbError('TB_WHEN_UNKNOWN', {details: {question, option}});
  }
}

/**
 * Holds 免交 to what the government really has: a page can claim any waiver the guide offers, for anybody.
 *
 * @throws TbError TB_MATERIAL_MISSING with `details.material`
 */
export function checkWaivers({materials}: Pick<Guide, 'materials'>, slots: Filing['slots'], held: readonly HeldProof[], today: LocalDate): void {
  for (const {materialId, state, waivedBy} of slots) {
    if (state !== 'waived') continue;
    const spec = materials.find(({id}) => id === materialId);
    const waive = spec?.waive.filter(({by}) => by === (waivedBy?.by ?? by)) ?? [];
    if (!spec || !heldWaiver({...spec, waive}, held, today)) throw new TbError('TB_MATERIAL_MISSING', {details: {material: materialId, why: 'waiver'}});
  }
}

import type {Localized} from '@tongban/base/localized.js';
import type {HeldProof} from '@tongban/domain/people/person.js';
import type {MaterialSlot} from '@tongban/domain/slots/slot.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {MaterialChecklistWord} from './messages.js';

const tones: Record<MaterialSlot['state'], string> = {empty: 'warn', provided: 'good', waived: 'good', promised: 'good', lacking: 'warn'};

/** How one material of a case stands. */
export function slotState(text: Localized<MaterialChecklistWord>, {state, dueOn, refusedReason, check}: MaterialSlot): TemplateResult {
  return html`<p class="slot" part="slot">
    <span class="badge ${refusedReason ? 'bad' : tones[state]}">${refusedReason ? text.say('slotRefused', {reason: refusedReason}) : text.of(`slot-${state}`)}</span>
    ${check && !refusedReason ? html`<span class="badge good">${text.of('slotChecked')}</span>` : nothing}
    ${state === 'lacking' && dueOn ? html`<span class="badge warn">${text.of('slotDue', {date: dueOn})}</span>` : nothing}
  </p>`;
}

/** What a case has waived, as the proofs that `resolve` knows: so a case's list shows as 免交 what was waived when it was filed. */
export function proofsOf(slots: readonly MaterialSlot[]): HeldProof[] {
  return slots.flatMap(({state, waivedBy}): HeldProof[] => {
    if (state !== 'waived' || !waivedBy || waivedBy.by === 'promise') return [];
    if (waivedBy.by === 'share') return [{by: 'share', name: waivedBy.dataName}];
    return [{by: 'certificate', name: waivedBy.certName, ...(waivedBy.certTypeCode && {certTypeCode: waivedBy.certTypeCode})}];
  });
}

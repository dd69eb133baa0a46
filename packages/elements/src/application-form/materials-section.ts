import type {DraftSlot} from '@tongban/domain/slots/initial-slots.js';
import type {ResolvedMaterial} from '@tongban/domain/guide/resolve.js';
import {html, nothing, type TemplateResult} from 'lit';
import {checklistView} from '../checklist-view/checklist-view.js';
import {problemOf, regionName, type FormView} from './form-view.js';
import {isAnswer} from './ground.js';
import {withSlots} from './shape.js';
import {uploadView, type UploadActions} from './upload-view.js';

/** The checklist, with what to do under each material: upload it, promise it, hand it in later, or leave it to the government. */
export function materialsSection(view: FormView, actions: UploadActions): TemplateResult {
  const {text, shape, ground, draft, edit} = view;
  const slotOf = (materialId: string) => shape.slots.find((slot) => slot.materialId === materialId);
  const put = (slot: DraftSlot) => edit({slots: withSlots(draft, shape.slots.map((other) => (other.materialId === slot.materialId ? slot : other)), ground)});
  const handIn = new Set(shape.slots.filter(({state, waivedBy}) => state === 'empty' && waivedBy).map(({materialId}) => materialId));
  const setHandIn = (materialId: string, own: boolean) => {
    const slot = slotOf(materialId);
    if (!slot) return;
    if (!own) draft.attachments.filter((attachment) => attachment.materialId === materialId).forEach(({attachmentId}) => actions.remove(attachmentId));
    put(own ? emptied(slot) : {...slot, state: 'waived', trust: 'A'});
  };
  return html`${draft.mode === 'online' || ground.file ? nothing : html`<p class="notice small">${text.of('windowBring')}</p>`}
    <div>
      ${checklistView({
        text,
        resolved: shape.resolved,
        regionName: (code) => regionName(view, code),
        handIn,
        ...(isAnswer(ground) ? {} : {setHandIn}),
        below: (material) => {
          const slot = slotOf(material.spec.id);
          return slot && slot.state !== 'waived' ? below(view, actions, material, slot, put) : nothing;
        },
      })}
    </div>`;
}

function below(view: FormView, actions: UploadActions, {spec, promise}: ResolvedMaterial, slot: DraftSlot, put: (slot: DraftSlot) => void): TemplateResult {
  const {text, draft, ground} = view;
  const attachments = draft.attachments.filter(({materialId}) => materialId === spec.id);
  const refused = ground.file?.slots.find(({materialId}) => materialId === spec.id)?.refusedReason;
  const isInstead = slot.state === 'promised' || slot.state === 'lacking';
  return html`<div class="hand-in stack-tight">
    ${refused ? html`<p class="notice bad small">${text.say('refusedBefore', {reason: refused})}</p>` : nothing}
    ${slot.pieces.length > 0 ? html`<p class="small soft">${text.of('keptFiles', {count: slot.pieces.length})}</p>` : nothing}
    ${isInstead ? nothing : uploadView({text, name: spec.name, materialId: spec.id, attachments, offline: view.offline, problem: problemOf(view, 'materials', spec.id), ...actions})}
    ${promise && attachments.length === 0
      ? instead(text.of('promiseChoose'), promise.by === 'promise' && promise.note ? promise.note : text.of('promiseWords'), slot.state === 'promised', (on) =>
          put(on ? {...slot, state: 'promised', waivedBy: promise, trust: 'D'} : emptied(slot, false)),
        )
      : nothing}
    ${spec.necessity === 3 && attachments.length === 0
      ? instead(text.of('lackChoose'), text.of('lackWords'), slot.state === 'lacking', (on) => put({...emptied(slot, false), state: on ? 'lacking' : 'empty'}))
      : nothing}
  </div>`;
}

/** A choice that stands for the paper, with what it means. */
function instead(label: string, meaning: string, chosen: boolean, choose: (on: boolean) => void): TemplateResult {
  return html`<label class="choice ${chosen ? 'chosen' : ''}">
    <input type="checkbox" .checked=${chosen} @change=${(event: Event) => choose((event.target as HTMLInputElement).checked)} />
    <span>${label}<br /><span class="small soft">${meaning}</span></span>
  </label>`;
}

/** To be handed in; `waivedBy` stays as a mark where a waiver was declined. */
function emptied({materialId, name, necessity, pieces, waivedBy}: DraftSlot, declined = true): DraftSlot {
  return {materialId, name, necessity, pieces, state: 'empty', ...(declined && waivedBy && {waivedBy})};
}

import type {Fault} from '@tongban/domain/case/command.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {FormView} from './form-view.js';

/** Everything a notice names, each leading to where it is put right. */
export function faultsSection({text, ground, shape}: FormView, goTo: (selector: string) => void): TemplateResult {
  const {file} = ground;
  const about = ({materialId, fieldId}: Fault) => {
    if (materialId) return text.of('faultMaterial', {name: file?.slots.find((slot) => slot.materialId === materialId)?.name ?? materialId});
    return fieldId ? text.of('faultField', {name: shape.fields.find(({id}) => id === fieldId)?.label ?? fieldId}) : '';
  };
  const target = ({materialId, fieldId}: Fault) => (materialId ? `[data-upload="${materialId}"]` : fieldId ? `[data-field="${fieldId}"]` : '');
  return html`<section class="card stack-tight" part="faults">
    <h3>${text.of('section-faults')}</h3>
    <ol class="plain faults">
      ${file?.faults.map(
        (fault) => html`<li>
          <div class="grow">
            <p class="soft small">${text.data(about(fault))}</p>
            <p><strong lang="zh-CN">${fault.what}</strong></p>
            ${fault.remedy ? html`<p>${text.say('remedy', {remedy: fault.remedy})}</p>` : nothing}
          </div>
          ${target(fault) ? html`<button class="button" type="button" aria-label=${`${text.of('toFix')}: ${about(fault)}`} @click=${() => goTo(target(fault))}>${text.of('toFix')}</button>` : nothing}
        </li>`,
      )}
    </ol>
  </section>`;
}

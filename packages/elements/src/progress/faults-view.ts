import type {CaseFile} from '@tongban/domain/case/case-file.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {ProgressText} from './progress-text.js';

/** Everything that is wrong, by material and field, and the button that leads to answering it. */
export function faultsView(text: ProgressText, {faults, slots, allowed}: CaseFile, answer: () => void): TemplateResult | typeof nothing {
  if (faults.length === 0) return nothing;
  const nameOf = (materialId: string) => slots.find((slot) => slot.materialId === materialId)?.name ?? materialId;
  const canAnswer = allowed.includes('resubmit') || allowed.includes('amend');
  return html`<section class="card stack-tight" part="faults">
    <h3>${text.of('faults')}</h3>
    <ol class="plain faults">
      ${faults.map(
        ({materialId, fieldId, what, remedy}) => html`<li>
          ${materialId ? html`<p class="soft small">${text.say('forMaterial', {name: nameOf(materialId)})}</p>` : fieldId ? html`<p class="soft small">${text.of('forField')}</p>` : nothing}
          <p><strong lang="zh-CN">${what}</strong></p>
          ${remedy ? html`<p>${text.say('remedy', {remedy})}</p>` : nothing}
        </li>`,
      )}
    </ol>
    ${canAnswer ? html`<button class="button main" type="button" part="supplement" @click=${answer}>${text.of('supplement')}</button>` : nothing}
  </section>`;
}

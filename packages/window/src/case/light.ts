import type {CaseSummary} from '@tongban/domain/case/case-file.js';
import {html, type TemplateResult} from 'lit';
import type {WindowText} from '../messages/messages.js';

/** How a clock stands: a sign of its own shape for each colour, and the word beside it. */
export function light(text: WindowText, value: CaseSummary['light']): TemplateResult {
  return html`<span class="light ${value}"><span class="lamp" aria-hidden="true"></span>${text.of(`light-${value}`)}</span>`;
}

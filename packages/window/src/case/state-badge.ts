import type {CaseState} from '@tongban/domain/case/case-state.js';
import {html, type TemplateResult} from 'lit';
import type {WindowText} from '../messages/messages.js';

const tones: Partial<Record<CaseState, string>> = {
  returned: 'warn',
  supplement: 'warn',
  suspended: 'warn',
  closed: 'good',
  decided: 'good',
  making: 'good',
  delivering: 'good',
  refused: 'bad',
  sentBack: 'bad',
  voided: 'bad',
};

export function stateBadge(text: WindowText, state: CaseState): TemplateResult {
  return html`<span class="badge state ${tones[state] ?? 'calm'}">${text.of(`state-${state}`)}</span>`;
}

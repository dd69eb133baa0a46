import type {OutboxEntry} from '@tongban/domain/outbox/outbox.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {OutboxText} from './messages.js';

/** The one question before something is given up. */
export interface Question {
  step: 'giveUp' | 'takeTheirs';
  busy: boolean;
  problem: string | undefined;
  /** Whether the person is sure. */
  answer: (isSure: boolean) => void;
}

/** What is given up does not come back, so it is asked first. */
export function questionView(text: OutboxText, {mendIn}: OutboxEntry, {step, busy, problem, answer}: Question): TemplateResult {
  const escaped = (event: KeyboardEvent) => event.key === 'Escape' && answer(false);
  return html`<div class="card stack-tight" part="question" role="group" aria-labelledby="question" @keydown=${escaped}>
    <h4 id="question" tabindex="-1">${text.of(`${step}Ask`)}</h4>
    <p>${text.of('giveUpSure')} ${mendIn ? text.of('draftStays') : nothing}</p>
    ${problem ? html`<p class="notice bad" role="alert">${problem}</p>` : nothing}
    <div class="row">
      <button class="button" type="button" part="give-up-not" ?disabled=${busy} @click=${() => answer(false)}>${text.of('giveUpNot')}</button>
      <button class="button danger" type="button" part="give-up-do" ?disabled=${busy} @click=${() => answer(true)}>${text.of('giveUpDo')}</button>
    </div>
  </div>`;
}

import {html, nothing, type TemplateResult} from 'lit';
import type {ProgressText} from './progress-text.js';

export interface WithdrawView {
  text: ProgressText;
  /** Whether the question is on screen. */
  asking: boolean;
  busy: boolean;
  problem: string | undefined;
  ask: (asking: boolean) => void;
  withdraw: (reason: string) => void;
}

/** The quiet way out, with one question before it: what is withdrawn does not come back. */
export function withdrawView({text, asking, busy, problem, ask, withdraw}: WithdrawView): TemplateResult {
  if (!asking) {
    return html`${problem ? html`<p class="notice bad" role="alert" part="problem">${problem}</p>` : nothing}
      <button class="button link" type="button" part="withdraw" @click=${() => ask(true)}>${text.of('withdraw')}</button>`;
  }
  const submitted = (event: Event) => {
    event.preventDefault();
    withdraw(new FormData(event.currentTarget as HTMLFormElement).get('reason') as string);
  };
  const escaped = (event: KeyboardEvent) => event.key === 'Escape' && ask(false);
  return html`<form class="card stack-tight" part="withdraw-question" aria-labelledby="withdraw-title" @submit=${submitted} @keydown=${escaped}>
    <h3 id="withdraw-title" tabindex="-1">${text.of('withdrawAsk')}</h3>
    <p>${text.of('withdrawSure')}</p>
    <div>
      <label class="label" for="withdraw-reason">${text.of('withdrawReason')}</label>
      <textarea class="input" id="withdraw-reason" name="reason" maxlength="500" rows="2" ?readonly=${busy}></textarea>
    </div>
    ${problem ? html`<p class="notice bad" role="alert" part="problem">${problem}</p>` : nothing}
    <div class="row">
      <button class="button" type="button" part="withdraw-not" ?disabled=${busy} @click=${() => ask(false)}>${text.of('withdrawNot')}</button>
      <button class="button danger" type="submit" part="withdraw-do" ?disabled=${busy}>${text.of(busy ? 'withdrawing' : 'withdrawDo')}</button>
    </div>
  </form>`;
}

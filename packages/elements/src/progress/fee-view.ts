import {yuanOf} from '@tongban/domain/fees/fen.js';
import type {FeeView} from '@tongban/domain/fees/payment.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {ProgressText} from './progress-text.js';

export interface FeeCard {
  text: ProgressText;
  fee: FeeView | undefined;
  busy: boolean;
  problem: string | undefined;
  pay: () => void;
}

/** What has to be paid, what was, and what comes back. */
export function feeView({text, fee, busy, problem, pay}: FeeCard): TemplateResult | typeof nothing {
  if (!fee) return nothing;
  const {state, lines, dueFen, paidFen, refundFen, payments, mayPayOnline} = fee;
  const amount = state === 'refundDue' ? refundFen : (dueFen ?? paidFen);
  const waits = state === 'due' || state === 'open';
  return html`<section class="card stack-tight" part="fee">
    <h3>${text.of('fee')}</h3>
    <p><span class="badge ${waits ? 'warn' : 'good'}">${text.of(`fee-${state}`, {amount: yuanOf(amount)})}</span></p>
    <ul class="plain small">${lines.map(({name, fen}) => html`<li>${fen === undefined ? text.say('feeLineOpen', {name}) : text.say('feeLine', {name, amount: yuanOf(fen)})}</li>`)}</ul>
    ${payments.map(({billNo, on}) => html`<p class="soft small">${text.of('feeReceipt', {billNo, on})}</p>`)}
    ${mayPayOnline ? html`<p><button class="button main" type="button" part="pay" ?disabled=${busy} @click=${pay}>${text.of(busy ? 'feeLeaving' : 'feePay')}</button></p>` : nothing}
    ${waits ? html`<p class="soft small">${text.of(mayPayOnline ? 'feeHint' : 'feeAtWindow')}</p>` : nothing}
    ${problem ? html`<p class="notice bad" role="alert">${problem}</p>` : nothing}
  </section>`;
}

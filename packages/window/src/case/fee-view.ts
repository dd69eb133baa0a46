import type {CaseFile} from '@tongban/domain/case/case-file.js';
import {yuanOf} from '@tongban/domain/fees/fen.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {WindowText} from '../messages/messages.js';

/** What is to be paid, what came in, what went back. */
export function feeView(text: WindowText, {fee}: CaseFile): TemplateResult | typeof nothing {
  if (!fee) return nothing;
  const {state, lines, dueFen = 0, refundFen, payments} = fee;
  return html`<section class="card stack-tight" aria-labelledby="fee-title" part="fee">
    <h3 id="fee-title" class="section-title">${text.of('feeTitle')}</h3>
    <p><strong>${text.of(`fee-${state}`, {amount: yuanOf(state === 'refundDue' ? refundFen : dueFen)})}</strong></p>
    <ul class="plain small">
      ${lines.map(({name, fen}) => html`<li lang="zh-CN">${fen === undefined ? text.of('feeLineOpen', {name}) : text.of('feeLine', {name, amount: yuanOf(fen)})}</li>`)}
      ${payments.map(
        ({means, fen, billNo, on, refunds}) => html`<li>${text.of('payment', {means: text.of(`means-${means}`), amount: yuanOf(fen), billNo, on})}</li>
          ${refunds.map(({refundNo, ...refund}) => html`<li>${text.of('refund', {amount: yuanOf(refund.fen), refundNo, on: refund.on})}</li>`)}`,
      )}
    </ul>
  </section>`;
}

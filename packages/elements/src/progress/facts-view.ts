import type {CaseFile} from '@tongban/domain/case/case-file.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {ProgressText, RegionName} from './progress-text.js';

/** Numbers and names of the case: what one needs on the phone. */
export function factsView(text: ProgressText, file: CaseFile, nameOf: RegionName): TemplateResult {
  const {caseNo, shortCode, applicant, agent, mode, homeRegion, windowRegion, duplicateOf} = file;
  const home = nameOf(homeRegion) ?? text.of('theHome');
  const window = windowRegion && nameOf(windowRegion);
  const who = agent ? text.of('onBehalf', {agent: agent.name, applicant: applicant.name}) : applicant.name;
  return html`
    ${duplicateOf ? html`<p class="notice warn small">${text.of('duplicate', {caseNo: duplicateOf})}</p>` : nothing}
    <dl class="facts">
      <dt>${text.of('caseNo')}</dt>
      <dd class="number" part="case-no">${caseNo}</dd>
      <dt>${text.of('shortCode')}</dt>
      <dd class="number">${shortCode}</dd>
      <dt>${text.of('applicant')}</dt>
      <dd>${text.data(who)}</dd>
      <dt>${text.of('mode')}</dt>
      <dd>${text.of(`mode-${mode}`)}${window && mode !== 'online' ? html` · ${text.say('where', {window, home})}` : nothing}</dd>
    </dl>
  `;
}

/** The result, how it comes to the applicant, and the parts of a joint case. */
export function resultView(text: ProgressText, {result, delivery, decision, parts, state}: CaseFile): TemplateResult | typeof nothing {
  const reason = decision?.outcome === 'deny' ? decision.reason : undefined;
  if (!result && !delivery && !reason && parts.length === 0) return nothing;
  return html`<section class="card stack-tight" part="result">
    ${result || delivery || reason ? html`<h3>${text.of('result')}</h3>` : nothing}
    ${reason ? html`<p>${text.say('reason', {reason})}</p>` : nothing}
    ${result ? html`<p><strong lang="zh-CN">${result.name}</strong>${result.no ? html` <span class="number">${result.no}</span>` : nothing}</p>` : nothing}
    ${delivery
      ? html`<p>${text.of(`delivery-${delivery.by}`)}${delivery.waybill ? html` · ${text.of('waybill', {waybill: delivery.waybill})}` : nothing}</p>`
      : nothing}
    ${parts.length > 0 && state !== 'withdrawn'
      ? html`<h3>${text.of('parts')}</h3>
          <ul class="plain lines">${parts.map((part) => html`<li><span lang="zh-CN">${part.name}</span><span class="badge">${text.of(`part-${part.state}`)}</span></li>`)}</ul>`
      : nothing}
  </section>`;
}

import type {CaseFile} from '@tongban/domain/case/case-file.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import {html, nothing, type TemplateResult} from 'lit';
import {shortTime} from '../messages/dates.js';
import type {WindowText} from '../messages/messages.js';

/** What the applicant answered and filled in, by the names the guide gives; masked by the server. */
export function answersView(text: WindowText, {answers, fields}: CaseFile, guide: Guide | undefined, regionName: (code: string) => string): TemplateResult | typeof nothing {
  const questions = Object.keys(answers).map((id): [string, string] => {
    const situation = guide?.situations.find((each) => each.id === id);
    return [situation?.question ?? id, situation?.options.find((option) => option.id === answers[id])?.label ?? answers[id] ?? ''];
  });
  const filled = Object.keys(fields).map((id): [string, string] => {
    const spec = guide?.fields.find((each) => each.id === id);
    const value = fields[id] ?? '';
    return [spec?.label ?? id, spec?.type === 'region' && value ? regionName(value) : (spec?.options?.find((option) => option.id === value)?.label ?? value)];
  });
  const rows = [...questions, ...filled];
  if (rows.length === 0) return nothing;
  return html`<section class="card stack-tight" aria-labelledby="answers-title">
    <h3 id="answers-title" class="section-title">${text.of('answersTitle')}</h3>
    <dl class="pairs" lang="zh-CN">${rows.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value || '—'}</dd></div>`)}</dl>
  </section>`;
}

export function faultsView(text: WindowText, {faults, slots}: CaseFile, guide: Guide | undefined): TemplateResult | typeof nothing {
  if (faults.length === 0) return nothing;
  return html`<section class="card stack-tight warnish" aria-labelledby="faults-title">
    <h3 id="faults-title" class="section-title">${text.of('faultsTitle')}</h3>
    <ol class="told" lang="zh-CN">
      ${faults.map(({materialId, fieldId, what, remedy}) => {
        const about = slots.find((slot) => slot.materialId === materialId)?.name ?? guide?.fields.find(({id}) => id === fieldId)?.label;
        return html`<li>${about ? html`<strong>${about}</strong>：` : nothing}${what}${remedy ? html`<p class="soft small">${remedy}</p>` : nothing}</li>`;
      })}
    </ol>
  </section>`;
}

/** What was decided, made, sent and proposed, and the parts of a joint case. */
export function decisionView(text: WindowText, {decision, result, delivery, doneResult, proposal, parts}: CaseFile): TemplateResult | typeof nothing {
  const lines = [
    decision && `${text.of('decided', {outcome: text.of(`outcome-${decision.outcome}`)})}${decision.reason ? ` — ${decision.reason}` : ''}`,
    result && `${text.of('result', {name: result.name})}${result.no ? ` · ${text.of('resultNo', {no: result.no})}` : ''}`,
    delivery && `${text.of('delivery', {by: text.of(`delivery-${delivery.by}`)})}${delivery.waybill ? ` · ${delivery.waybill}` : ''}`,
    doneResult !== undefined && text.of('doneResult', {result: text.of(`result-${doneResult}`)}),
  ].filter((line): line is string => Boolean(line));
  if (lines.length === 0 && parts.length === 0 && !proposal) return nothing;
  return html`<section class="card stack-tight" aria-labelledby="decision-title">
    <h3 id="decision-title" class="section-title">${text.of(parts.length > 0 && lines.length === 0 ? 'partsTitle' : 'decisionTitle')}</h3>
    ${proposal ? html`<p class="notice warn small">${text.of('proposed', {by: proposal.by, what: text.of(`propose-${proposal.what}`), reason: proposal.reason})}</p>` : nothing}
    ${lines.map((line) => html`<p>${line}</p>`)}
    ${parts.length > 0 ? html`<ul class="plain">${parts.map(({name, state}) => html`<li class="clock-line"><span lang="zh-CN">${name}</span><span class="badge">${text.of(`part-${state}`)}</span></li>`)}</ul>` : nothing}
  </section>`;
}

/** What has happened, the latest first. */
export function timelineView(text: WindowText, {milestones}: CaseFile): TemplateResult {
  return html`<section class="card stack-tight" aria-labelledby="timeline-title" part="timeline">
    <h3 id="timeline-title" class="section-title">${text.of('timelineTitle')}</h3>
    <ol class="plain timeline" reversed>
      ${[...milestones].reverse().map(
        ({at, action, to, office, note}) => html`<li>
          <time class="soft small" datetime=${at}>${shortTime(at)}</time>
          <span>${text.of(`act-${action}`)}</span> <span class="soft small">${text.of(`state-${to}`)}${office ? html` · <span lang="zh-CN">${office}</span>` : nothing}</span>
          ${note ? html`<p class="small" lang="zh-CN">${note}</p>` : nothing}
        </li>`,
      )}
    </ol>
  </section>`;
}

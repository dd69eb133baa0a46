import {icon} from '@tongban/base/controls/icons.js';
import {whenCopied} from '@tongban/base/when-copied.js';
import type {CaseSummary} from '@tongban/domain/case/case-file.js';
import {html, nothing, type TemplateResult} from 'lit';
import {headline, limitWords, type ProgressText, type RegionName} from './progress-text.js';
import {inOrder, whoActs} from './standing.js';

const tones = {green: 'good', yellow: 'warn', red: 'bad'} as const;

/** My cases: what waits for me first, then the latest. */
export function caseListView(text: ProgressText, rows: readonly CaseSummary[], nameOf: RegionName, select: (caseNo: string) => void): TemplateResult {
  return html`<div class="stack">
    <div class="row"><h2 class="grow">${text.of('mine')}</h2><span class="soft">${text.of('count', {count: rows.length})}</span></div>
    <ul class="plain cases" part="cases">
      ${inOrder(rows).map((row) => html`<li>${caseRow(text, row, nameOf, select)}</li>`)}
    </ul>
  </div>`;
}

function caseRow(text: ProgressText, row: CaseSummary, nameOf: RegionName, select: (caseNo: string) => void): TemplateResult {
  const {caseNo, shortCode, itemName, dueNow, light, createdAt} = row;
  const who = whoActs(row);
  return html`<article class="case ${who === 'You' ? 'you' : ''}" part="case">
    <div class="about stack-tight">
      <h3 lang="zh-CN">${itemName}</h3>
      <p class="row">
        <strong>${text.data(headline(text, row, nameOf))}</strong>
        ${who === 'You' ? html`<span class="badge warn">${icon('alert')} ${text.of('whoYou')}</span>` : nothing}
      </p>
      ${dueNow && who !== 'Done'
        ? html`<p class="small row">${limitWords(text, dueNow)}${light === 'none' ? nothing : html`<span class="badge ${tones[light]}">${text.of(`${light}Light`)}</span>`}</p>`
        : nothing}
      <p class="soft small">${text.of('shortCode')} <span class="number">${shortCode}</span> · ${text.of('filed', {time: whenCopied(createdAt, text.language)})}</p>
    </div>
    <button class="button" type="button" data-case=${caseNo} aria-label=${`${text.of('open')}: ${itemName} ${shortCode}`} @click=${() => select(caseNo)}>${text.of('open')}</button>
  </article>`;
}

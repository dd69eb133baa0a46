import type {CaseSummary} from '@tongban/domain/case/case-file.js';
import type {Region6} from '@tongban/domain/primitives.js';
import {html, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {light} from '../case/light.js';
import {stateBadge} from '../case/state-badge.js';
import {dueWords} from '../messages/dates.js';
import type {WindowText} from '../messages/messages.js';
import {stepOwnerOf} from './trays.js';

export interface InboxTable {
  text: WindowText;
  rows: readonly CaseSummary[];
  chosen: string | undefined;
  regionName: (code: Region6) => string;
  choose: (caseNo: string) => void;
  open: (caseNo: string) => void;
  move: (step: 1 | -1) => void;
}

/** The cases as a grid: one row in the tab order, arrow keys move, Enter opens. On a narrow screen each row is a card. */
export function inboxTable(table: InboxTable): TemplateResult {
  const {text, rows} = table;
  const columns = ['colDue', 'colState', 'colItem', 'colApplicant', 'colDirection', 'colOwner', 'colCode'] as const;
  return html`<table class="grid" role="grid" aria-labelledby="inbox-title" part="inbox">
    <thead>
      <tr role="row">
        ${columns.map((column) => html`<th role="columnheader" scope="col">${text.of(column)}</th>`)}
      </tr>
    </thead>
    <tbody @keydown=${(event: KeyboardEvent) => key(event, table)}>
      ${repeat(rows, ({caseNo}) => caseNo, (row) => line(row, table))}
    </tbody>
  </table>`;
}

function line(row: CaseSummary, {text, chosen, regionName, choose, open}: InboxTable): TemplateResult {
  const {caseNo, itemName, applicantName, mode, windowRegion, homeRegion, shortCode} = row;
  const isChosen = caseNo === chosen;
  const isElsewhere = windowRegion !== undefined && windowRegion.slice(0, 2) !== homeRegion.slice(0, 2);
  return html`<tr
    role="row"
    tabindex=${isChosen ? '0' : '-1'}
    aria-selected=${isChosen ? 'true' : 'false'}
    data-case=${caseNo}
    @focus=${() => choose(caseNo)}
    @click=${() => open(caseNo)}
  >
    <td role="gridcell" class="due">${light(text, row.light)} <span class="small">${dueWords(text, row.dueNow)}</span></td>
    <td role="gridcell">${stateBadge(text, row.state)}</td>
    <td role="gridcell" class="item" lang="zh-CN">${itemName}</td>
    <td role="gridcell" lang="zh-CN">${applicantName}</td>
    <td role="gridcell" class="direction">
      ${isElsewhere ? html`<span lang="zh-CN">${regionName(windowRegion)}</span><span aria-hidden="true"> → </span><span lang="zh-CN">${regionName(homeRegion)}</span>` : html`<span lang="zh-CN">${regionName(homeRegion)}</span>`}
      <span class="small soft">${text.of(`mode-${mode}`)}</span>
    </td>
    <td role="gridcell">${text.of(`owner-${stepOwnerOf(row)}`)}</td>
    <td role="gridcell" class="code">${shortCode}</td>
  </tr>`;
}

function key(event: KeyboardEvent, {chosen, open, move}: InboxTable): void {
  if (event.key === 'ArrowDown') move(1);
  else if (event.key === 'ArrowUp') move(-1);
  else if (event.key === 'Enter' && chosen !== undefined) open(chosen);
  else return;
  event.preventDefault();
}

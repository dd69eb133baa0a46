import {icon} from '@tongban/base/controls/icons.js';
import type {CaseFile} from '@tongban/domain/case/case-file.js';
import type {Region6} from '@tongban/domain/primitives.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {WindowText} from '../messages/messages.js';
import {stateBadge} from './state-badge.js';

export interface CaseHeader {
  text: WindowText;
  file: CaseFile;
  regionName: (code: Region6) => string;
  back: () => void;
}

/** What the case is, whose, and where it stands. */
export function caseHeader({text, file, regionName, back}: CaseHeader): TemplateResult {
  const {itemName, caseNo, shortCode, state, mode, applicant, agent, agreementId, duplicateOf} = file;
  return html`<div class="case-head" part="case-header">
    <button class="button small back" type="button" part="back" @click=${back}>${icon('arrow')}${text.of('back')}</button>
    <div class="grow">
      <h2 id="case-title" tabindex="-1"><span lang="zh-CN">${itemName}</span> ${stateBadge(text, state)}</h2>
      <dl class="facts-row">
        <div><dt>${text.of('shortCode')}</dt><dd class="code big">${shortCode}</dd></div>
        <div><dt>${text.of('caseNo')}</dt><dd class="code">${caseNo}</dd></div>
        <div><dt>${text.of('applicant')}</dt><dd lang="zh-CN">${agent ? text.of('byAgent', {agent: agent.name, applicant: applicant.name}) : applicant.name}</dd></div>
        <div><dt>${text.of('idNo')}</dt><dd>${applicant.idNo}</dd></div>
        ${applicant.mobile ? html`<div><dt>${text.of('mobile')}</dt><dd>${applicant.mobile}</dd></div>` : nothing}
      </dl>
      <p class="soft small">
        ${text.of(`mode-${mode}`)} · ${directionWords(text, file, regionName)}${agreementId ? html` · <span title=${agreementId}>${text.of('underAgreement')}</span>` : nothing}
      </p>
      ${duplicateOf ? html`<p class="notice warn small" role="status">${text.of('duplicate', {caseNo: duplicateOf})}</p>` : nothing}
    </div>
  </div>`;
}

function directionWords(text: WindowText, {windowRegion, homeRegion}: CaseFile, regionName: (code: Region6) => string): string {
  const home = regionName(homeRegion);
  const isElsewhere = windowRegion !== undefined && windowRegion.slice(0, 2) !== homeRegion.slice(0, 2);
  return isElsewhere ? text.of('direction', {window: regionName(windowRegion), home}) : text.of('homeOnly', {home});
}

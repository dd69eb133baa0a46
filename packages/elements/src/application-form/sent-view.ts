import {icon, type IconName} from '@tongban/base/controls/icons.js';
import {whenCopied} from '@tongban/base/when-copied.js';
import type {Draft} from '@tongban/domain/case/draft.js';
import {html, nothing, type TemplateResult} from 'lit';
import {bytesWords} from './bytes-words.js';
import type {FormText} from './form-text.js';

export interface SentActions {
  readonly offline: boolean;
  readonly printing: boolean;
  readonly problem: string | undefined;
  readonly print: () => void;
  readonly follow: (caseNo: string) => void;
}

/** After sending: kept here, on its way, or in the office's hands; the screen says which. */
export function sentView(text: FormText, draft: Draft, actions: SentActions): TemplateResult {
  const {status, receipt} = draft;
  if (status === 'filed' && receipt) return filed(text, draft, receipt, actions);
  const state = status === 'sending' && !actions.offline ? 'sending' : 'queued';
  return html`<div class="card stack sent" part=${state}>
    ${heading(text, state, state === 'queued' ? 'clock' : 'arrow', 'pending')}
    <p lang="zh-CN"><strong>${draft.itemName}</strong></p>
    ${draft.attachments.length > 0 ? uploads(text, draft) : nothing}
  </div>`;
}

function filed(text: FormText, draft: Draft, {caseNo, shortCode, at}: NonNullable<Draft['receipt']>, {printing, problem, print, follow}: SentActions): TemplateResult {
  return html`<div class="card stack sent" part="filed">
    ${heading(text, 'filed', 'check', 'good', draft.caseNo ? text.of('filedAnswer') : undefined)}
    <dl class="receipt">
      <dt>${text.of('receiptNo')}</dt>
      <dd class="number" part="case-no">${caseNo}</dd>
      <dt>${text.of('receiptShort')}</dt>
      <dd class="short-code" part="short-code">${shortCode}</dd>
      <dt>${text.of('receiptItem')}</dt>
      <dd lang="zh-CN">${draft.itemName}</dd>
      <dt>${text.of('receiptAt')}</dt>
      <dd>${whenCopied(at, text.language)}</dd>
    </dl>
    <p class="soft small">${text.of('receiptKeep')}</p>
    ${problem ? html`<p class="notice bad" role="alert">${problem}</p>` : nothing}
    <div class="row">
      <button class="button main" type="button" part="follow" @click=${() => follow(caseNo)}>${text.of('seeProgress')}</button>
      <button class="button" type="button" part="print" ?disabled=${printing} @click=${print}>${icon('printer')}${text.of(printing ? 'printing' : 'printReceipt')}</button>
    </div>
  </div>`;
}

function heading(text: FormText, state: 'queued' | 'sending' | 'filed', name: IconName, look: string, words = text.of(state)): TemplateResult {
  return html`<div class="sent-head">
    <span class="disc mark ${look}">${icon(name)}</span>
    <div class="grow" role="status">
      <h2 tabindex="-1" part="title">${text.of(`${state}Title`)}</h2>
      <p>${words}</p>
    </div>
  </div>`;
}

function uploads(text: FormText, {attachments}: Draft): TemplateResult {
  return html`<div class="stack-tight">
    <h3>${text.of('uploads')}</h3>
    <ul class="plain files">
      ${attachments.map(
        ({fileName, size, sent, state}) => html`<li class="file-row">
          <div class="grow">
            <p class="file-name">${text.data(fileName)}</p>
            ${state === 'done' ? nothing : html`<progress max=${size} .value=${sent} aria-label=${fileName}></progress>`}
            <p class="small soft">${text.of('bytes', {sent: bytesWords(sent), size: bytesWords(size)})}</p>
          </div>
        </li>`,
      )}
    </ul>
  </div>`;
}

import {icon} from '@tongban/base/controls/icons.js';
import type {Attachment} from '@tongban/domain/case/draft.js';
import {sentenceOf, TbError, isErrorCode} from '@tongban/domain/errors.js';
import {html, nothing, type TemplateResult} from 'lit';
import {bytesWords} from './bytes-words.js';
import type {FormText} from './form-text.js';

/** Kinds of files an office can open; the gateway looks at the bytes themselves. */
const ACCEPT = '.pdf,.ofd,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png';
/** What the reference gateway takes; another one refuses with its own words. */
const MAX_MB = 20;

/** A file that could not be kept, or is just being kept. */
export interface FileNews {
  readonly fileName: string;
  /** What went wrong; undefined while it is being kept. */
  readonly reason?: string;
}

export interface UploadActions {
  readonly add: (materialId: string, files: readonly File[]) => void;
  readonly remove: (attachmentId: string) => void;
  readonly newsOf: (materialId: string) => readonly FileNews[];
}

export interface UploadView extends UploadActions {
  text: FormText;
  materialId: string;
  name: string;
  attachments: readonly Attachment[];
  offline: boolean;
  problem: string | undefined;
}

/** Files for one material: choose or drop, watch them go, take them off. */
export function uploadView({text, materialId, name, attachments, offline, problem, add, remove, newsOf}: UploadView): TemplateResult {
  const action = text.of(attachments.length > 0 ? 'uploadMore' : 'upload');
  const chosen = (event: Event) => {
    const input = event.target as HTMLInputElement;
    add(materialId, [...(input.files ?? [])]);
    input.value = ''; // The same file may be chosen again after it was taken off.
  };
  const news = newsOf(materialId);
  return html`
    ${attachments.length > 0 ? html`<ul class="plain files">${attachments.map((attachment) => file(text, attachment, offline, remove))}</ul>` : nothing}
    <div role="status">
      ${news.map(({fileName, reason}) =>
        reason === undefined
          ? html`<p class="small soft">${text.say('adding', {file: fileName})}</p>`
          : html`<p class="error">${text.say('notAdded', {file: fileName, reason})}</p>`,
      )}
    </div>
    <div class="drop" part="drop" @dragover=${over} @dragleave=${out} @drop=${(event: DragEvent) => dropped(event, (files) => add(materialId, files))}>
      <label class="button file">
        ${icon('document')}<span aria-hidden="true">${action}</span>
        <input
          class="hidden-visually"
          type="file"
          multiple
          accept=${ACCEPT}
          data-upload=${materialId}
          aria-label=${text.of('uploadFor', {action, name})}
          aria-invalid=${problem ? 'true' : nothing}
          aria-describedby=${`upload-hint-${materialId}${problem ? ` upload-error-${materialId}` : ''}`}
          @change=${chosen}
        />
      </label>
      <span class="small soft drop-words">${text.of('drop')}</span>
      <p class="small soft" id=${`upload-hint-${materialId}`}>${text.of('uploadHint', {size: MAX_MB})}</p>
    </div>
    ${problem ? html`<p class="error" id=${`upload-error-${materialId}`}>${problem}</p>` : nothing}
  `;
}

function file(text: FormText, {attachmentId, fileName, size, sent, state, problem}: Attachment, offline: boolean, remove: (attachmentId: string) => void): TemplateResult {
  const reason = state === 'refused' ? sentenceOf(isErrorCode(problem) ? new TbError(problem) : undefined, text.language) : '';
  const words = state === 'refused' ? text.of('upload-refused', {reason}) : offline && state !== 'done' ? text.of('upload-offline') : text.of(`upload-${state}`);
  const isGoing = state === 'sending' || state === 'paused' || state === 'waiting';
  return html`<li class="file-row ${state}" part="file">
    <div class="grow">
      <p class="file-name">${text.data(fileName)}</p>
      ${isGoing ? html`<progress max=${size} .value=${sent} aria-label=${fileName}></progress>` : nothing}
      <p class="small ${state === 'refused' ? 'error' : 'soft'}">
        ${state === 'done' ? html`<span class="ok">${icon('check')}</span>` : nothing}
        ${words} · ${isGoing ? text.of('bytes', {sent: bytesWords(sent), size: bytesWords(size)}) : bytesWords(size)}
      </p>
    </div>
    <button class="button link" type="button" aria-label=${text.of('removeFor', {file: fileName})} @click=${() => remove(attachmentId)}>${text.of('remove')}</button>
  </li>`;
}

function over(event: DragEvent): void {
  event.preventDefault();
  (event.currentTarget as HTMLElement).classList.add('over');
}

function out(event: DragEvent): void {
  (event.currentTarget as HTMLElement).classList.remove('over');
}

function dropped(event: DragEvent, add: (files: readonly File[]) => void): void {
  event.preventDefault();
  out(event);
  add([...(event.dataTransfer?.files ?? [])]);
}

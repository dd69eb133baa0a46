import {errors} from '@tongban/domain/errors.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {WindowText} from '../messages/messages.js';
import type {Scan, Scans} from './scans.js';

export interface ScanInput {
  text: WindowText;
  scans: Scans;
  key: string;
  /** The material it is for. */
  name: string;
  /** Id of the control, for an error summary that leads here. */
  id?: string;
}

/** Takes scans for one material: from a scanner's folder or a camera, each with its way to the gateway. */
export function scanInput({text, scans, key, name, id}: ScanInput): TemplateResult {
  const take = (event: Event) => {
    const input = event.target as HTMLInputElement;
    void scans.add(key, [...(input.files ?? [])]);
    input.value = ''; // The same file may be chosen again after it was removed.
  };
  return html`<div class="scan">
    <label class="button small file">
      ${text.of('scan')}
      <input class="hidden-visually" type="file" id=${id ?? nothing} multiple accept="application/pdf,.ofd,image/jpeg,image/png" aria-label=${text.of('scanFor', {name})} @change=${take} />
    </label>
    <ul class="plain scans" aria-live="polite">
      ${scans.of(key).map((scan) => html`<li class="small">${line(text, scan)} <button class="button link small" type="button" aria-label=${text.of('removeScan', {name: scan.fileName})} @click=${() => scans.remove(key, scan)}>${text.of('remove')}</button></li>`)}
    </ul>
  </div>`;
}

function line(text: WindowText, {fileName, sent, size, piece, problem}: Scan): TemplateResult {
  if (problem) return html`<span class="wrong">${fileName}: ${text.isChinese ? errors[problem].zh : errors[problem].en}</span>`;
  if (piece) return html`<span>${fileName}</span> <span class="badge good">${text.of('scanDone')}</span>`;
  const percent = size > 0 ? Math.floor((sent / size) * 100) : 0;
  return html`<span>${fileName}</span> <progress max="100" value=${percent} aria-label=${fileName}></progress> ${text.of('scanning', {percent})}`;
}

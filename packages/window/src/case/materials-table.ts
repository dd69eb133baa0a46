import type {CaseFile} from '@tongban/domain/case/case-file.js';
import {transitions} from '@tongban/domain/acts/transitions.js';
import type {MaterialSlot, Piece, SlotCheck} from '@tongban/domain/slots/slot.js';
import {html, nothing, type TemplateResult} from 'lit';
import {shortTime} from '../messages/dates.js';
import type {WindowText} from '../messages/messages.js';
import {scanInput} from '../scan/scan-input.js';
import type {Scans} from '../scan/scans.js';
import type {PieceViewer} from './piece-viewer.js';

export interface MaterialsTable {
  text: WindowText;
  file: CaseFile;
  scans: Scans;
  viewer: PieceViewer;
  busy: boolean;
  /** Why originals cannot be checked here and now, in words; undefined when they can. */
  barred: string | undefined;
  check: (materialId: string, how: SlotCheck['how'], pieces?: Piece[]) => void;
}

/** Every material with what was handed in, how far it can be trusted, and the buttons that say the original was seen. */
export function materialsTable(table: MaterialsTable): TemplateResult {
  const {text, file, barred} = table;
  const needsCheck = file.slots.some(({check, state}) => check === undefined && state !== 'waived');
  return html`<section class="card stack-tight" aria-labelledby="materials-title" part="materials">
    <h3 id="materials-title" class="section-title">${text.of('materialsTitle')}</h3>
    ${file.slots.length === 0
      ? html`<p class="soft">${text.of('noMaterials')}</p>`
      : html`<table class="materials">
          <thead>
            <tr><th scope="col">${text.of('colMaterial')}</th><th scope="col">${text.of('colState')}</th><th scope="col">${text.of('colPieces')}</th><th scope="col">${text.of('colCheck')}</th></tr>
          </thead>
          <tbody>
            ${file.slots.map((slot) => row(table, slot))}
          </tbody>
        </table>`}
    ${barred && needsCheck ? html`<p class="soft small" id="check-barred">${barred}</p>` : nothing}
  </section>`;
}

function row(table: MaterialsTable, slot: MaterialSlot): TemplateResult {
  const {text} = table;
  const {name, necessity, refusedReason, trust} = slot;
  return html`<tr>
    <td>
      <span lang="zh-CN">${name}</span>
      <span class="soft small">${text.of(`necessity-${necessity}`)}</span>
      ${refusedReason ? html`<p class="wrong small" lang="zh-CN">${text.of('refused', {reason: refusedReason})}</p>` : nothing}
    </td>
    <td>
      <span class="badge ${tones[slot.state]}">${text.of(`slot-${slot.state}`)}</span>
      ${aboutSlot(text, slot)}
      ${trust ? html`<p class="soft small">${text.of(`trust-${trust}`)}</p>` : nothing}
    </td>
    <td>${pieces(table, slot.pieces)}</td>
    <td>${checkCell(table, slot)}</td>
  </tr>
  ${slot.pieces.some((piece) => table.viewer.isOpen(piece)) ? html`<tr><td class="wide" colspan="4">${table.viewer.view(table.file.caseNo)}</td></tr>` : nothing}`;
}

const tones: Record<MaterialSlot['state'], string> = {empty: 'bad', provided: 'good', waived: 'good', promised: 'good', lacking: 'warn'};

function aboutSlot(text: WindowText, {waivedBy, dueOn, state}: MaterialSlot): TemplateResult | typeof nothing {
  if (state === 'lacking' && dueOn) return html`<p class="small">${text.of('dueFollow', {date: dueOn})}</p>`;
  if (!waivedBy) return nothing;
  const name = waivedBy.by === 'certificate' ? waivedBy.certName : waivedBy.by === 'share' ? waivedBy.dataName : text.of('promised');
  return html`<p class="small" lang="zh-CN">${name}</p>`;
}

function pieces({text, file, viewer}: MaterialsTable, all: readonly Piece[]): TemplateResult {
  if (all.length === 0) return html`<span class="soft small">${text.of('noPieces')}</span>`;
  const press = (piece: Piece) => () => (viewer.isOpen(piece) ? viewer.close() : void viewer.open(file.caseNo, piece));
  return html`<ul class="plain small">
    ${all.map((piece) => html`<li>
      <button class="button link" type="button" data-piece=${piece.uploadId} aria-expanded=${viewer.isOpen(piece) ? 'true' : 'false'} aria-label=${text.of('pieceOpen', {name: piece.fileName})} @click=${press(piece)}><span lang="zh-CN">${piece.fileName}</span></button>
      <span class="soft">${sizeWords(piece.size)}</span>
    </li>`)}
  </ul>`;
}

function sizeWords(bytes: number): string {
  return bytes >= 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}

function checkCell(table: MaterialsTable, slot: MaterialSlot): TemplateResult {
  const {text, file, scans, busy, barred, check} = table;
  if (slot.check) {
    const {how, by, at} = slot.check;
    return html`<span class="badge good">${text.of(`check-${how}`)}</span><p class="soft small">${by} ${shortTime(at)}</p>`;
  }
  if (slot.state === 'waived' || !transitions.checkOriginal.from.includes(file.state)) return html`<span class="soft">—</span>`;
  const key = `check/${file.caseNo}/${slot.materialId}`;
  const scanned = scans.pieces(key);
  const button = (how: 'originalSeen' | 'copyKept', label: string, name: string) => html`<button
    class="button small"
    type="button"
    aria-label=${name}
    aria-disabled=${barred || busy ? 'true' : 'false'}
    aria-describedby=${barred ? 'check-barred' : ''}
    @click=${() => barred || busy || check(slot.materialId, how)}
  >${label}</button>`;
  return html`<div class="checks">
    ${button('originalSeen', text.of('seen'), text.of('seenFor', {name: slot.name}))}
    ${button('copyKept', text.of('kept'), text.of('keptFor', {name: slot.name}))}
    ${barred ? nothing : scanInput({text, scans, key, name: slot.name})}
    ${scanned.length > 0 && !scans.isUploading(key) ? html`<button class="button small main" type="button" @click=${() => check(slot.materialId, 'copyKept', scanned)}>${text.of('scanSend')}</button>` : nothing}
  </div>`;
}

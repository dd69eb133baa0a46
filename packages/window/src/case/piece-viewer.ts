import {codeOf, errors, type ErrorCode} from '@tongban/domain/errors.js';
import type {Piece} from '@tongban/domain/slots/slot.js';
import {html, nothing, type TemplateResult} from 'lit';
import {staffPort, type WindowHost} from '../window/window-host.js';

interface Opened {
  readonly caseNo: string;
  readonly piece: Piece;
  /** Address of the bytes in this page's memory: nothing is left on the shared computer's disk. */
  readonly url?: string;
  readonly mediaType?: string;
  readonly problem?: ErrorCode;
}

/** Shows one file of a case at a time, beside the buttons that say its original was seen. */
export class PieceViewer {
  readonly #host: WindowHost;
  #opened: Opened | undefined;
  #quarterTurns = 0;
  #isFullSize = false;

  constructor(host: WindowHost) {
    this.#host = host;
  }

  isOpen({uploadId}: Piece): boolean {
    return this.#opened?.piece.uploadId === uploadId;
  }

  get hasOpen(): boolean {
    return this.#opened !== undefined;
  }

  async open(caseNo: string, piece: Piece): Promise<void> {
    this.#forget();
    const mine: Opened = {caseNo, piece};
    this.#show(mine);
    this.#host.focusOn('#piece-open');
    const next = await bytesOf(this.#host, mine);
    if (this.#opened === mine) this.#show(next);
    else if (next.url) URL.revokeObjectURL(next.url); // Another one was opened, or this one closed, meanwhile.
  }

  readonly close = (): void => {
    const closed = this.#opened?.piece;
    this.#forget();
    this.#show(undefined);
    if (closed) this.#host.focusOn(`[data-piece="${closed.uploadId}"]`);
  };

  /** Leaves nothing in memory; the clerk goes elsewhere. */
  clear(): void {
    this.#forget();
    this.#opened = undefined;
  }

  view(caseNo: string): TemplateResult | typeof nothing {
    const opened = this.#opened;
    if (!opened || opened.caseNo !== caseNo) return nothing;
    const {text} = this.#host;
    const isPicture = opened.mediaType?.startsWith('image/') ?? false;
    return html`<section id="piece-open" class="piece stack-tight" tabindex="-1" aria-label=${text.of('pieceOpen', {name: opened.piece.fileName})} part="piece">
      <div class="row">
        <strong class="grow" lang="zh-CN">${opened.piece.fileName}</strong>
        ${isPicture && opened.url
          ? html`<button class="button small" type="button" @click=${this.#turn}>${text.of('pieceTurn')}</button>
              <button class="button small" type="button" aria-pressed=${this.#isFullSize ? 'true' : 'false'} @click=${this.#resize}>${text.of('pieceFullSize')}</button>`
          : nothing}
        <button class="button small" type="button" @click=${this.close}>${text.of('pieceClose')}</button>
      </div>
      ${this.#body(opened)}
    </section>`;
  }

  #body({piece, url, mediaType, problem}: Opened): TemplateResult {
    const {text} = this.#host;
    if (problem) return html`<p class="notice bad" role="alert">${text.isChinese ? errors[problem].zh : errors[problem].en}</p>`;
    if (!url || !mediaType) return html`<p class="soft" role="status">${text.of('pieceLoading')}</p>`;
    const name = text.of('pieceOpen', {name: piece.fileName});
    if (mediaType.startsWith('image/')) {
      return html`<div class="picture ${this.#isFullSize ? 'full' : ''}" tabindex="0" role="group" aria-label=${name}><img class="turned-${this.#quarterTurns}" src=${url} alt=${name} /></div>`;
    }
    if (mediaType === 'application/pdf' && showsPdf()) return html`<iframe class="sheet" src=${url} title=${name}></iframe>`;
    return html`<p class="notice">${text.of('pieceNotShown')} <a class="link" href=${url} download=${piece.fileName}>${text.of('pieceSave')}</a></p>`;
  }

  readonly #turn = (): void => {
    this.#quarterTurns = (this.#quarterTurns + 1) % 4;
    this.#host.requestUpdate();
  };

  readonly #resize = (): void => {
    this.#isFullSize = !this.#isFullSize;
    this.#host.requestUpdate();
  };

  #show(opened: Opened | undefined): void {
    this.#opened = opened;
    this.#host.requestUpdate();
  }

  #forget(): void {
    if (this.#opened?.url) URL.revokeObjectURL(this.#opened.url);
    this.#quarterTurns = 0;
    this.#isFullSize = false;
  }
}

async function bytesOf(host: WindowHost, opened: Opened): Promise<Opened> {
  try {
    const blob = await staffPort(host.portal).openPiece(opened.caseNo, opened.piece);
    return {...opened, url: URL.createObjectURL(blob), mediaType: blob.type};
  } catch (error) {
    return {...opened, problem: codeOf(error)};
  }
}

/** Chromium before 94 and other old engines cannot say; they have had a viewer of their own for longer than that. */
function showsPdf(): boolean {
  return (navigator as {pdfViewerEnabled?: boolean}).pdfViewerEnabled ?? true;
}

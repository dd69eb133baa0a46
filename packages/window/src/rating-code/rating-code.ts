import type {CaseFile} from '@tongban/domain/case/case-file.js';
import type {RatingTicket} from '@tongban/domain/rating/rating.js';
import {qrCode} from '@tongban/elements/paper-view/qr-code.js';
import {html, nothing, type TemplateResult} from 'lit';
import {staffPort, type WindowHost} from '../window/window-host.js';
import {shortTime} from '../messages/dates.js';

type Act = CaseFile['acts'][number];

/**
 * The dynamic QR code by which an applicant rates one act on their own phone (domain.md §13): ten minutes, one rating, nothing
 * preset. The clerk shows it and does nothing else with it.
 */
export class RatingCode {
  readonly #host: WindowHost;
  #act: {caseNo: string; act: string} | undefined;
  #ticket: RatingTicket | undefined;
  #problem: string | undefined;
  #tick: ReturnType<typeof setInterval> | undefined;

  constructor(host: WindowHost) {
    this.#host = host;
    host.addController({hostDisconnected: () => this.hide()});
  }

  hide(): void {
    clearInterval(this.#tick);
    this.#tick = undefined;
    this.#act = undefined;
    this.#ticket = undefined;
    this.#problem = undefined;
  }

  view({caseNo, acts}: CaseFile): TemplateResult {
    const {text} = this.#host;
    return html`<section class="card stack-tight" aria-labelledby="rating-title" part="rating">
      <h3 id="rating-title" class="section-title">${text.of('ratingTitle')}</h3>
      ${acts.length === 0 ? html`<p class="soft">${text.of('ratingNone')}</p>` : nothing}
      <ul class="plain papers">${acts.map((act) => this.#line(caseNo, act))}</ul>
    </section>`;
  }

  #line(caseNo: string, act: Act): TemplateResult {
    const {text} = this.#host;
    const isShown = this.#act?.caseNo === caseNo && this.#act.act === act.act;
    return html`<li>
        <span class="grow">${text.of(`actName-${act.name}`)} <span class="soft small">${shortTime(act.at)}</span></span>
        ${act.rated
          ? html`<span class="badge good">${text.of('ratingDone')}</span>`
          : html`<button class="button small" type="button" data-rate=${act.act} aria-expanded=${isShown ? 'true' : 'false'} @click=${() => (isShown ? this.#close() : void this.#show(caseNo, act.act))}>${text.of(isShown ? 'hideCode' : 'showCode')}</button>`}
      </li>
      ${isShown ? html`<li>${this.#code(caseNo, act)}</li>` : nothing}`;
  }

  #code(caseNo: string, act: Act): TemplateResult {
    const {text, now} = this.#host;
    if (act.rated) {
      clearInterval(this.#tick);
      return html`<p class="notice good" role="status">${text.of('codeThanks')}</p>`;
    }
    const renew = html`<button class="button" type="button" part="renew" @click=${() => void this.#show(caseNo, act.act)}>${text.of('renew')}</button>`;
    if (this.#problem) return html`<div class="notice bad stack-tight" role="alert"><p>${this.#problem}</p>${renew}</div>`;
    if (!this.#ticket) return html`<p role="status">${text.of('codeWait')}</p>`;
    const left = Date.parse(this.#ticket.expiresAt) - now().getTime();
    if (left <= 0) {
      clearInterval(this.#tick);
      return html`<div class="rating-code stack-tight"><p role="status"><strong>${text.of('codeOver')}</strong></p>${renew}</div>`;
    }
    return html`<div class="rating-code stack-tight" part="code">
      ${qrCode(this.#ticket.url, text.of('codeLabel', {act: text.of(`actName-${act.name}`)}))}
      <p><strong>${text.of('codeHint')}</strong></p>
      <p class="soft" role="timer">${text.of('codeLeft', {time: minutes(left)})}</p>
      ${renew}
    </div>`;
  }

  #close(): void {
    this.hide();
    this.#host.requestUpdate();
  }

  async #show(caseNo: string, act: string): Promise<void> {
    this.hide();
    const shown = {caseNo, act};
    this.#act = shown;
    this.#host.requestUpdate();
    try {
      const ticket = await staffPort(this.#host.portal).ratingTicket(caseNo, act);
      if (this.#act !== shown) return; // Another code was asked for, or the clerk has gone on.
      this.#ticket = ticket;
      this.#tick = setInterval(() => this.#host.requestUpdate(), 1000);
    } catch (error) {
      if (this.#act === shown) this.#problem = this.#host.text.error(error);
    }
    this.#host.requestUpdate();
  }
}

function minutes(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

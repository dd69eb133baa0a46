import {html, type TemplateResult} from 'lit';

/** Holds the place of what is coming: as many lines as the content will roughly have, so that nothing jumps. */
export function waiting(label: string, lines = 4): TemplateResult {
  return html`<div class="waiting" role="status" aria-busy="true">
    ${Array.from({length: lines}, (_, i) => html`<span class=${i % 3 === 2 ? 'short' : ''}></span>`)}
    <p class="hidden-visually">${label}</p>
  </div>`;
}

/** Nothing to show, in words. */
export function empty(text: string, action?: unknown): TemplateResult {
  return html`<div class="card stack-tight" part="empty"><p class="soft">${text}</p>${action}</div>`;
}

/** It failed: what happened, and the way to try again. */
export function failed(sentence: string, retryLabel: string, retry: () => void): TemplateResult {
  return html`<div class="notice bad stack-tight" role="alert" part="failed">
    <p>${sentence}</p>
    <button class="button" type="button" part="retry" @click=${retry}>${retryLabel}</button>
  </div>`;
}

/** Above a copy from this device: how old it is. */
export function stale(text: string): TemplateResult {
  return html`<p class="notice warn small" role="status" part="stale">${text}</p>`;
}

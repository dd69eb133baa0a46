import type {Stars} from '@tongban/domain/rating/rating.js';
import {html, svg, type TemplateResult} from 'lit';

/** Mouths from glad to sad, drawn on the grid of the icons. */
const mouths = {
  5: svg`<path d="M7 13.2c.7 3 2.6 4.6 5 4.6s4.3-1.6 5-4.6Z"/>`,
  4: svg`<path d="M7.5 14c1 2.2 2.6 3.2 4.5 3.2s3.5-1 4.5-3.2"/>`,
  3: svg`<path d="M8 15.5h8"/>`,
  2: svg`<path d="M8 16.6c1-1.3 2.4-2 4-2s3 .7 4 2"/>`,
  1: svg`<path d="M7.5 17.5c.9-2.2 2.5-3.4 4.5-3.4s3.6 1.2 4.5 3.4M7 8.3l2.5 1M17 8.3l-2.5 1"/>`,
} as const;

/** A face beside the words of a level; the words carry the meaning. */
export function face(star: Stars): TemplateResult {
  return html`<svg class="icon face" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <circle cx="12" cy="12" r="9.5" />
    <path d="M9 10v.1M15 10v.1" />
    ${mouths[star]}
  </svg>`;
}

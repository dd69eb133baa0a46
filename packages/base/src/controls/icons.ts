import {html, svg, type SVGTemplateResult, type TemplateResult} from 'lit';

/** Drawn on a 24 × 24 grid with a 2 px pen, in the colour of the text beside them; words always say the same. */
const drawings = {
  alert: svg`<path d="M12 3 2 20.5h20L12 3Z"/><path d="M12 10v4.5M12 17.4v.1"/>`,
  arrow: svg`<path d="M5 12h14M13 6l6 6-6 6"/>`,
  building: svg`<path d="M4 21V5l8-2v18M12 9h8v12M2.5 21h19M8 8v.1M8 12v.1M8 16v.1M16 13v.1M16 17v.1"/>`,
  check: svg`<path d="m4.5 12.5 5 5 10-11"/>`,
  clock: svg`<circle cx="12" cy="12" r="9"/><path d="M12 7v5.2l3.4 2"/>`,
  cross: svg`<path d="m6 6 12 12M18 6 6 18"/>`,
  document: svg`<path d="M6 3h8l5 5v13H6V3Z"/><path d="M14 3v5h5M9.5 13h6M9.5 17h6"/>`,
  filter: svg`<path d="M4 6h16M7 12h10M10.5 18h3"/>`,
  info: svg`<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.6v.1"/>`,
  minus: svg`<path d="M5 12h14"/>`,
  person: svg`<circle cx="12" cy="8" r="4"/><path d="M4.5 21c.6-4.2 3.6-6.5 7.5-6.5s6.9 2.3 7.5 6.5"/>`,
  phone: svg`<path d="M5 3.5h4l1.7 4.6-2.3 1.7c1 2.3 2.8 4.1 5.1 5.1l1.7-2.3 4.8 1.7v4c0 .9-.7 1.7-1.6 1.7C10.6 20 4 13.4 3.4 5.1 3.4 4.2 4.1 3.5 5 3.5Z"/>`,
  pin: svg`<path d="M12 21.5s7-6.5 7-12a7 7 0 0 0-14 0c0 5.5 7 12 7 12Z"/><circle cx="12" cy="9.5" r="2.5"/>`,
  printer: svg`<path d="M7 8V3h10v5M7 17H4V8h16v9h-3"/><path d="M7 14h10v7H7v-7Z"/>`,
  question: svg`<circle cx="12" cy="12" r="9"/><path d="M9.3 9.5c0-1.6 1.2-2.6 2.7-2.6s2.7 1 2.7 2.5c0 2-2.7 2.3-2.7 4.3M12 16.9v.1"/>`,
  search: svg`<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>`,
  shield: svg`<path d="M12 3 4.5 6v5.5c0 4.6 3.1 7.9 7.5 9.5 4.4-1.6 7.5-4.9 7.5-9.5V6L12 3Z"/><path d="m8.5 12 2.5 2.5 4.5-5"/>`,
} satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof drawings;

/** One icon, as high as the text beside it; hidden from screen readers, because the words beside it say what it means. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${drawings[name]}</svg>`;
}

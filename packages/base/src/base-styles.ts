import {css} from 'lit';
import {controls} from './controls/controls.styles.js';
import {tokens} from './tokens.js';

/**
 * The reset inside the shadow root, where a host's `*` selectors cannot reach, and where inherited font, colour and spacing stop.
 * Sizes are px on the root and em below it: hosts that set `html{font-size:62.5%}` change nothing. `:host` stays plain so that a
 * portal can still size, place and hide a tag.
 */
export const baseStyles = [
  css`
    :host {
      display: block;
    }
    :host([hidden]) {
      display: none !important;
    }
    .r {
      all: initial;
      display: block;
      direction: inherit;
      visibility: inherit;
      cursor: inherit;
      -webkit-locale: inherit;
    }
    .r,
    .r * {
      box-sizing: border-box;
    }
  `,
  tokens,
  css`
    .r {
      font-family: var(--_font);
      font-size: var(--_font-size);
      line-height: 1.5;
      color: var(--_text);
      text-align: start;
      overflow-wrap: anywhere;
      -webkit-text-size-adjust: 100%;
    }
    /* A Chinese font draws ’ and “ as wide as a Chinese sign, which tears English words apart. */
    .r[lang|='en'] {
      font-family: var(--tb-font, 'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans', 'Liberation Sans', var(--_font-cjk), sans-serif);
    }
    .r[data-size='large'] {
      font-size: calc(var(--_font-size) * 1.25);
    }
    .r[data-size='elder'] {
      font-size: calc(var(--_font-size) * 1.5);
      --_text-soft: var(--tb-color-text, #1d2129);
      --_line: var(--_line-strong);
    }
  `,
  controls,
];

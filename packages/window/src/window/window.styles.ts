import {checklistStyles} from '@tongban/elements/checklist-view/checklist-view.styles.js';
import {paperStyles} from '@tongban/elements/paper-view/paper.styles.js';
import {situationsStyles} from '@tongban/elements/situations-view/situations-view.styles.js';
import {css} from 'lit';
import {caseStyles} from '../case/case.styles.js';
import {deskStyles} from '../desk/desk.styles.js';
import {formStyles} from '../forms/form.styles.js';

/** The frame of the window; each screen has styles of its own. */
const frame = css`
  .window {
    min-height: var(--tb-window-min-height, 34em);
  }
  .r {
    font-size: calc(var(--_font-size) * 0.9375);
  }
  .r[data-size='large'] {
    font-size: calc(var(--_font-size) * 1.2);
  }
  .window > * + *,
  .screen {
    margin-top: 0.8em;
  }
  .screen.stack > * + *,
  .main-column > * + *,
  .side-column > * + * {
    margin-top: 0.8em;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25em 1.5em;
    padding: 0.35em 0.6em;
    border-radius: var(--_radius);
    background: var(--_primary-strong);
    color: var(--_on-primary);
  }
  .bar-nav,
  .bar-who {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.35em;
  }
  .bar-who p {
    margin-inline-end: 0.5em;
  }
  .nav {
    display: inline-flex;
    align-items: center;
    gap: 0.45em;
    min-height: 2.5em;
    padding: 0.25em 0.8em;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .nav:hover {
    border-color: currentColor;
  }
  .nav.here {
    background: var(--_on-primary);
    color: var(--_primary-strong);
    font-weight: 600;
  }
  .nav[disabled] {
    cursor: default;
  }
  .bar :focus {
    outline-color: var(--_on-primary);
  }
  .key {
    display: inline-block;
    padding: 0 0.4em;
    border: 1px solid currentColor;
    border-radius: 3px;
    font: inherit;
    font-size: 0.75em;
    line-height: 1.5;
    white-space: nowrap;
  }
  .r h2:focus,
  .r h3:focus {
    outline: none; /* They take the focus so that reading goes on there; nothing can be pressed. */
  }
  .section-title {
    font-size: 1em;
    font-weight: 600;
  }
  .card {
    padding: 0.8em 1em;
  }
  .button {
    min-height: 2.5em;
    padding: 0.3em 1em;
  }
  .button.small {
    min-height: 2em;
    padding: 0.15em 0.75em;
    font-size: 0.9333em;
  }
  .button.link {
    min-height: 0;
    padding: 0.2em 0;
    border: 0;
    text-align: start;
  }
  .wrong {
    color: var(--_danger);
  }
  .code {
    font-family: Consolas, 'DejaVu Sans Mono', monospace;
    letter-spacing: 0.03em;
  }
  .gate {
    max-width: 28em;
    margin: 4em auto 0;
    padding: 2em;
    text-align: center;
  }
  .gate-sign {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    width: 3.5em;
    height: 3.5em;
    border-radius: 50%;
    background: var(--_primary-soft);
    color: var(--_primary);
  }
  .gate .notice {
    text-align: start;
  }
  .gate .button {
    min-width: 10em;
  }
  .window > dialog {
    width: 34em;
    margin: auto;
    max-width: calc(100vw - 2em);
    color: inherit;
    box-shadow: 0 12px 48px rgba(0, 0, 0, 0.3);
  }
  dialog::backdrop {
    background: rgba(10, 20, 40, 0.5);
  }
  .keys {
    width: 100%;
    border-collapse: collapse;
    font: inherit;
  }
  .keys th,
  .keys td {
    padding: 0.35em 0.5em;
    border-bottom: 1px solid var(--_line);
    font-weight: normal;
    text-align: start;
  }
  .columns {
    display: flex;
    align-items: flex-start;
    gap: 0.8em;
    margin-top: 0.8em;
  }
  .main-column {
    flex: 1 1 0;
    min-width: 0;
  }
  .side-column {
    flex: 0 0 23em;
    min-width: 0;
  }
  [data-size='elder'] .button,
  [data-size='elder'] .button.small,
  [data-size='elder'] .button.link,
  [data-size='elder'] .nav {
    min-height: 44px;
  }
  [data-size='elder'] .button .key,
  [data-size='elder'] .nav .key,
  [data-size='elder'] .find .key {
    display: none;
  }
  [data-size='elder'] .columns {
    display: block;
  }
  [data-size='elder'] .side-column {
    margin-top: 0.8em;
  }
  @media (max-width: 900px) {
    .columns {
      display: block;
    }
    .side-column {
      margin-top: 0.8em;
    }
  }
  @media (max-width: 560px) {
    .button .key,
    .nav .key,
    .find .key,
    .wide-only {
      display: none;
    }
    .gate {
      margin-top: 1em;
      padding: 1.25em;
    }
  }
  @media (forced-colors: active) {
    .bar,
    .nav.here,
    .tray.chosen,
    dialog {
      border: 2px solid;
    }
  }
`;

export const styles = [checklistStyles, situationsStyles, paperStyles, frame, deskStyles, formStyles, caseStyles];

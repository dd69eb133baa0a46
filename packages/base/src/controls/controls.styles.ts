import {css} from 'lit';

/**
 * The private controls: plain native elements with classes, so that keyboard, forms and screen readers work as everywhere.
 * Bare elements are reset by bare selectors, which lose against every class.
 */
export const controls = css`
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset,
  legend,
  figure {
    margin: 0;
    padding: 0;
    border: 0;
  }
  ul,
  ol {
    padding-inline-start: 1.4em;
  }
  h2 {
    font-size: 1.375em;
    line-height: 1.3;
  }
  h3 {
    font-size: 1.125em;
    line-height: 1.4;
  }
  ul.plain,
  ol.plain {
    padding: 0;
    list-style: none;
  }
  .r a {
    color: var(--_primary);
  }
  .soft {
    color: var(--_text-soft);
  }
  .small {
    font-size: 0.875em;
  }
  .stack > * + * {
    margin-top: 1em;
  }
  .stack-tight > * + * {
    margin-top: 0.5em;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 0.75em;
  }
  .grow {
    flex: 1 1 0;
    min-width: 0;
  }
  .card {
    padding: 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.4em;
    min-height: 2.75em;
    padding: 0.4em 1.1em;
    border: 1px solid var(--_primary);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_primary);
    font: inherit;
    text-decoration: none;
    cursor: pointer;
  }
  .button:hover {
    background: var(--_primary-soft);
  }
  .button.main {
    background: var(--_primary);
    color: var(--_on-primary);
  }
  .button.main:hover {
    background: var(--_primary-strong);
  }
  .button.danger {
    border-color: var(--_danger);
    color: var(--_danger);
  }
  .button.link {
    min-height: 0;
    padding: 0.2em 0;
    border: 0;
    background: none;
    color: var(--_primary);
    text-decoration: underline;
    text-align: start;
  }
  .button[disabled],
  .button[aria-disabled='true'] {
    border-color: var(--_line);
    background: var(--_surface-soft);
    color: var(--_text-soft);
    cursor: not-allowed;
  }
  .input {
    display: block;
    width: 100%;
    min-height: 2.75em;
    padding: 0.45em 0.7em;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }
  textarea.input {
    min-height: 5.5em;
    resize: vertical;
  }
  .input[aria-invalid='true'] {
    border-color: var(--_danger);
    box-shadow: inset 0 0 0 1px var(--_danger);
  }
  .label {
    display: block;
    margin-bottom: 0.3em;
    font-weight: 600;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 0.6em;
    min-height: 2.75em;
    padding: 0.4em 0.8em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .choice input {
    flex: none;
    width: 1.2em;
    height: 1.2em;
    margin: 0;
    accent-color: var(--_primary);
    font-size: inherit;
  }
  .choice.chosen {
    border-color: var(--_primary);
    background: var(--_primary-soft);
  }
  .disc {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: center;
    width: 2.75em;
    height: 2.75em;
    border-radius: 50%;
  }
  .badge {
    display: inline-block;
    padding: 0.1em 0.6em;
    border-radius: 1em;
    background: var(--_surface-soft);
    color: var(--_text-soft);
    font-size: 0.8125em;
    white-space: nowrap;
  }
  .badge.good {
    background: var(--_success-soft);
    color: var(--_success);
  }
  .badge.warn {
    background: var(--_warning-soft);
    color: var(--_warning);
  }
  .badge.bad {
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  .notice {
    padding: 0.7em 1em;
    border-inline-start: 4px solid var(--_line-strong);
    border-radius: 0 var(--_radius) var(--_radius) 0;
    background: var(--_surface-soft);
  }
  .notice.bad {
    border-color: var(--_danger);
    background: var(--_danger-soft);
  }
  .notice.warn {
    border-color: var(--_warning);
    background: var(--_warning-soft);
  }
  .notice.good {
    border-color: var(--_success);
    background: var(--_success-soft);
  }
  .r :focus {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .r :focus:not(:focus-visible) {
    outline: none;
  }
  .hidden-visually {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .icon {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    vertical-align: -0.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .waiting > span {
    display: block;
    height: 1em;
    margin-bottom: 0.75em;
    border-radius: var(--_radius);
    background: var(--_surface-soft);
  }
  @media (prefers-reduced-motion: no-preference) {
    .waiting > span {
      animation: tb-wait 1.4s ease-in-out infinite alternate;
    }
  }
  @keyframes tb-wait {
    to {
      opacity: 0.45;
    }
  }
  @media (forced-colors: active) {
    .choice.chosen,
    .button.main,
    .badge {
      border: 2px solid;
    }
  }
`;

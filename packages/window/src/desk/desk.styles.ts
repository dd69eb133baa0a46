import {css} from 'lit';

/** The number field, the trays and the table of cases. */
export const deskStyles = css`
  .find {
    padding: 0.8em 1em;
    border: 1px solid var(--_primary);
    border-radius: var(--_radius);
    background: var(--_primary-soft);
  }
  .find-row {
    display: flex;
    gap: 0.6em;
  }
  .find-field {
    position: relative;
    flex: 1 1 auto;
    min-width: 0;
  }
  .find-field > .icon {
    position: absolute;
    top: calc(50% - 0.625em);
    left: 0.7em;
    color: var(--_text-soft);
    pointer-events: none;
  }
  .find-field > .input {
    padding-inline-start: 2.4em;
  }
  .find-field > .key {
    position: absolute;
    top: calc(50% - 0.75em);
    right: 0.8em;
    color: var(--_text-soft);
    pointer-events: none;
  }
  .find-input {
    min-height: 2.1em;
    font-family: Consolas, 'DejaVu Sans Mono', monospace;
    font-size: 1.375em;
    letter-spacing: 0.04em;
    text-transform: uppercase;
  }
  .find .soft,
  .find .wrong {
    margin-top: 0.35em;
  }
  .trays {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
  }
  .tray {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    min-height: 2.25em;
    padding: 0.2em 0.8em;
    border: 1px solid var(--_line);
    border-radius: 1.2em;
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    cursor: pointer;
  }
  .tray:hover {
    border-color: var(--_primary);
  }
  .tray.chosen {
    border-color: var(--_primary);
    background: var(--_primary);
    color: var(--_on-primary);
  }
  .count {
    min-width: 1.6em;
    padding: 0 0.4em;
    border-radius: 1em;
    background: var(--_surface-soft);
    color: var(--_text-soft);
    font-size: 0.875em;
    text-align: center;
  }
  .count.bad {
    background: var(--_danger-soft);
    color: var(--_danger);
    font-weight: 600;
  }
  .grid {
    width: 100%;
    border-collapse: collapse;
    font: inherit;
  }
  .grid th {
    padding: 0.4em 0.6em;
    border-bottom: 2px solid var(--_line);
    color: var(--_text-soft);
    font-size: 0.875em;
    font-weight: 600;
    text-align: start;
    white-space: nowrap;
  }
  .grid td {
    padding: 0.5em 0.6em;
    border-bottom: 1px solid var(--_line);
    vertical-align: top;
  }
  .grid tbody tr[data-case] {
    cursor: pointer;
  }
  .grid tbody tr[data-case]:hover {
    background: var(--_surface-soft);
  }
  .grid tbody tr[aria-selected='true'] {
    background: var(--_primary-soft);
  }
  .grid tbody tr:focus {
    outline-offset: -3px;
  }
  .grid .due,
  .grid .direction {
    white-space: nowrap;
  }
  .grid .due > .small {
    display: block;
    color: var(--_text-soft);
  }
  .grid .direction > .small {
    display: block;
  }
  .light {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    white-space: nowrap;
  }
  .lamp {
    width: 0.75em;
    height: 0.75em;
    border: 2px solid var(--_line-strong);
    border-radius: 50%;
  }
  .light.green .lamp {
    border-color: var(--_success);
    background: var(--_success);
  }
  .light.yellow {
    color: var(--_warning);
  }
  .light.yellow .lamp {
    border-color: var(--_warning);
    border-radius: 0;
    background: var(--_warning);
    transform: rotate(45deg) scale(0.85);
  }
  .light.red {
    color: var(--_danger);
    font-weight: 600;
  }
  .light.red .lamp {
    border-color: var(--_danger);
    border-radius: 0;
    background: var(--_danger);
  }
  .badge.calm {
    background: var(--_primary-soft);
    color: var(--_primary-strong);
  }
  .nothing {
    padding: 1.5em 0;
  }
  [data-size='elder'] .tray {
    min-height: 44px;
  }
  [data-size='elder'] .grid .direction .small,
  [data-size='elder'] .find > .small {
    display: none;
  }
  @media (max-width: 760px) {
    .grid,
    .grid tbody,
    .grid tr,
    .grid td {
      display: block;
    }
    .grid thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .grid tbody tr {
      padding: 0.6em;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
    }
    .grid tbody tr + tr {
      margin-top: 0.5em;
    }
    .grid td {
      padding: 0.1em 0;
      border: 0;
    }
    .grid .item {
      font-weight: 600;
    }
    .grid .due > .small,
    .grid .direction > .small {
      display: inline;
    }
    .find-row {
      flex-wrap: wrap;
    }
    .find-field {
      flex-basis: 100%;
    }
    .find-input {
      font-size: 1.125em;
    }
  }
`;

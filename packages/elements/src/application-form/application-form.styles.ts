import {css} from 'lit';

export const styles = css`
  .form {
    min-height: var(--tb-application-form-min-height, 24em);
  }
  .step {
    padding: 1.25em 1.5em 1.5em;
  }
  .step-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em 0.75em;
  }
  .step-head > .grow {
    flex-basis: 6em;
  }
  .step-no {
    display: flex;
    flex: none;
    align-items: center;
    justify-content: center;
    width: 1.9em;
    height: 1.9em;
    border-radius: 50%;
    background: var(--_primary-soft);
    color: var(--_primary);
    font-weight: 700;
  }
  .step-no.done {
    background: var(--_success-soft);
    color: var(--_success);
  }
  fieldset {
    min-width: 0;
  }
  legend {
    margin-bottom: 0.4em;
    font-weight: 600;
  }
  .field {
    max-width: 34em;
  }
  .known {
    font-size: 1.0625em;
    letter-spacing: 0.02em;
  }
  .options {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .options .choice {
    flex: 1 1 10em;
  }
  .money {
    display: flex;
    align-items: center;
    gap: 0.5em;
  }
  .region .row {
    align-items: flex-end;
  }
  .region-level {
    flex: 1 1 9em;
    max-width: 16em;
  }
  .error {
    margin-top: 0.35em;
    color: var(--_danger);
    font-weight: 600;
  }
  .warning {
    margin-top: 0.35em;
    color: var(--_warning);
  }
  .saved {
    min-height: 1.5em;
    color: var(--_text-soft);
  }
  .saved.safe::before {
    content: '';
    display: inline-block;
    width: 0.55em;
    height: 0.55em;
    margin-inline-end: 0.45em;
    border-radius: 50%;
    background: var(--_success);
  }
  .saved.failed {
    color: var(--_danger);
    font-weight: 600;
  }
  .hand-in {
    margin-top: 0.6em;
  }
  .drop {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em 0.9em;
    padding: 0.8em;
    border: 1px dashed var(--_line-strong);
    border-radius: var(--_radius);
  }
  .drop.over {
    border-style: solid;
    border-color: var(--_primary);
    background: var(--_primary-soft);
  }
  .drop p {
    flex-basis: 100%;
  }
  .button.file {
    position: relative;
  }
  .button.file:focus-within {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .file-row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.2em 1em;
    padding: 0.6em 0.8em;
    border-radius: var(--_radius);
    background: var(--_surface-soft);
  }
  .file-row + .file-row {
    margin-top: 0.4em;
  }
  .file-row.refused {
    background: var(--_danger-soft);
  }
  .file-name {
    font-weight: 600;
  }
  .file-row .error {
    font-weight: 400;
  }
  .ok {
    color: var(--_success);
  }
  progress {
    display: block;
    width: 100%;
    height: 0.5em;
    margin: 0.3em 0;
    accent-color: var(--_primary);
  }
  .faults li {
    display: flex;
    align-items: center;
    gap: 1em;
    padding: 0.7em 0;
    border-top: 1px solid var(--_line);
  }
  .faults li:first-child {
    border-top: 0;
  }
  .summary,
  .receipt {
    display: grid;
    grid-template-columns: minmax(6em, max-content) 1fr;
    gap: 0.45em 1.5em;
    padding: 1em;
    border-radius: var(--_radius);
    background: var(--_surface-soft);
  }
  .summary dt,
  .receipt dt {
    color: var(--_text-soft);
  }
  .consent {
    align-items: flex-start;
    padding: 0.8em 1em;
  }
  .consent input {
    margin-top: 0.15em;
  }
  .send .button {
    min-width: 10em;
  }
  .notice .button.link {
    text-align: start;
  }
  .row > .grow,
  .file-row > .grow {
    flex: 1 1 12em;
  }
  .number {
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.02em;
  }
  .short-code {
    font-size: 1.5em;
    font-weight: 700;
    line-height: 1.2;
    letter-spacing: 0.12em;
  }
  .sent-head {
    display: flex;
    gap: 1em;
  }
  .mark {
    background: var(--_warning-soft);
    color: var(--_warning);
  }
  .mark.good {
    background: var(--_success-soft);
    color: var(--_success);
  }
  .outline li {
    padding: 0.3em 0;
  }
  [data-size='elder'] .options,
  [data-size='elder'] .summary,
  [data-size='elder'] .receipt {
    display: block;
  }
  [data-size='elder'] .options .choice + .choice {
    margin-top: 0.5em;
  }
  [data-size='elder'] .summary dd,
  [data-size='elder'] .receipt dd {
    margin-bottom: 0.5em;
  }
  [data-size='elder'] .drop-words {
    display: none;
  }
  [data-size='elder'] .button.link {
    min-height: 44px;
  }
  [data-size='elder'] .send .button {
    width: 100%;
  }
  @media (max-width: 560px) {
    .drop {
      padding: 0.6em;
    }
    .step {
      padding: 1em;
    }
    .summary,
    .receipt {
      display: block;
    }
    .summary dd,
    .receipt dd {
      margin-bottom: 0.5em;
    }
    .drop-words {
      display: none;
    }
    .faults li {
      display: block;
    }
    .send .button {
      width: 100%;
    }
    .send .grow {
      flex-basis: 100%;
    }
  }
`;

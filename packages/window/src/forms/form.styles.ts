import {css} from 'lit';

/** The forms of the actions and of a walk-in. */
export const formStyles = css`
  .form-panel {
    border-color: var(--_primary);
    box-shadow: 0 0 0 1px var(--_primary);
  }
  .field + .field {
    margin-top: 0.8em;
  }
  .field {
    min-width: 0;
  }
  .field .label {
    margin-bottom: 0.2em;
  }
  .input {
    min-height: 2.5em;
    padding: 0.35em 0.6em;
  }
  .input.short {
    width: 12em;
    max-width: 100%;
  }
  textarea.input {
    min-height: 4.5em;
  }
  .choices,
  .regions,
  .quick,
  .checks {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
  }
  .regions .input {
    width: auto;
    min-width: 9em;
  }
  .choice {
    min-height: 2.25em;
    padding: 0.2em 0.7em;
    background: var(--_surface);
  }
  .choice.chosen {
    background: var(--_primary-soft);
  }
  .quick {
    margin-top: 0.35em;
  }
  .chip {
    min-height: 2em;
    padding: 0.1em 0.7em;
    border: 1px dashed var(--_line-strong);
    border-radius: 1em;
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-size: 0.875em;
    cursor: pointer;
  }
  .chip:hover {
    border-style: solid;
    border-color: var(--_primary);
  }
  .faults {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(18em, 100%), 1fr));
    gap: 0.5em;
  }
  .faults > .open {
    grid-column: 1 / -1;
  }
  .collect > li + li {
    margin-top: 0.5em;
  }
  #walk-in-wrongs ul {
    columns: 3 18em;
  }
  .collect > li {
    padding: 0.6em 0;
    border-bottom: 1px solid var(--_line);
  }
  .collect .choices {
    margin-top: 0.35em;
  }
  .collect .row {
    margin-top: 0.4em;
  }
  .fault-words {
    margin-top: 0.4em;
    padding: 0.1em 0 0.4em 1em;
    border-inline-start: 3px solid var(--_primary);
  }
  .pairs > div {
    display: flex;
    gap: 1em;
    padding: 0.25em 0;
    border-bottom: 1px solid var(--_line);
  }
  .pairs > div:last-child {
    border-bottom: 0;
  }
  .pairs dt {
    flex: 0 0 12em;
    color: var(--_text-soft);
  }
  .pairs dd {
    min-width: 0;
  }
  .lines {
    white-space: pre-line;
  }
  .file:focus-within {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .file {
    position: relative;
  }
  .scans > li {
    margin-top: 0.3em;
  }
  progress {
    width: 8em;
    accent-color: var(--_primary);
  }
  .hit {
    display: flex;
    align-items: center;
    gap: 1em;
    padding: 0.6em 0;
    border-bottom: 1px solid var(--_line);
  }
  .hit > .grow > span {
    display: block;
  }
  .can {
    color: var(--_success);
  }
  .cannot {
    color: var(--_warning);
  }
  .nth {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    width: 1.6em;
    height: 1.6em;
    margin-inline-end: 0.5em;
    border-radius: 50%;
    background: var(--_primary);
    color: var(--_on-primary);
    font-size: 0.875em;
  }
  [data-size='elder'] .choice,
  [data-size='elder'] .chip {
    min-height: 44px;
  }
  @media (max-width: 560px) {
    .pairs > div {
      display: block;
    }
    .hit {
      align-items: flex-start;
      flex-direction: column;
      gap: 0.4em;
    }
  }
`;

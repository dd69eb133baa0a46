import {css} from 'lit';

export const styles = css`
  .box {
    max-width: 40em;
    min-height: var(--tb-rating-min-height, 16em);
    padding: 1.5em;
  }
  fieldset {
    min-width: 0;
  }
  legend {
    margin-bottom: 0.6em;
    font-weight: 600;
  }
  .levels {
    display: grid;
    grid-template-columns: repeat(5, 1fr);
    gap: 0.6em;
  }
  .level {
    flex-direction: column;
    justify-content: flex-start;
    gap: 0.45em;
    padding: 0.9em 0.4em;
    text-align: center;
    line-height: 1.3;
  }
  .level .face {
    width: 2.4em;
    height: 2.4em;
    color: var(--_text-soft);
    stroke-width: 1.6;
  }
  .level.chosen .face {
    color: var(--_primary);
  }
  .level.chosen {
    font-weight: 600;
    box-shadow: inset 0 0 0 1px var(--_primary);
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6em;
  }
  .tags .choice {
    padding: 0.3em 0.9em;
  }
  .ends {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.75em;
  }
  .done {
    display: flex;
    gap: 1em;
  }
  .done > .mark {
    background: var(--_success-soft);
    color: var(--_success);
  }
  .done.waiting-out > .mark {
    background: var(--_warning-soft);
    color: var(--_warning);
  }
  .done.plain > .mark {
    background: var(--_surface-soft);
    color: var(--_text-soft);
  }
  textarea.input {
    min-height: 6em;
  }
  @media (max-width: 560px) {
    .box {
      padding: 1em;
    }
    .levels {
      grid-template-columns: 1fr;
      gap: 0.5em;
    }
    .level {
      flex-direction: row;
      padding: 0.4em 0.9em;
      text-align: start;
    }
    .level .face {
      width: 1.9em;
      height: 1.9em;
    }
  }
  [data-size='elder'] .levels,
  [data-size='elder'] .tags {
    display: block;
  }
  [data-size='elder'] .level {
    flex-direction: row;
    padding: 0.5em 1em;
    text-align: start;
  }
  [data-size='elder'] .choice + .choice {
    margin-top: 0.5em;
  }
  @media (max-width: 420px) {
    [data-size='elder'] .ends {
      grid-template-columns: 1fr;
    }
  }
`;

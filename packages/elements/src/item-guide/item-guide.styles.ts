import {css} from 'lit';

export const styles = css`
  .guide {
    min-height: var(--tb-item-guide-min-height, 30em);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: 1em;
  }
  .head .grow {
    flex: 1 1 16em;
  }
  .badges {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35em;
    margin-top: 0.5em;
  }
  .badge.mode {
    background: var(--_primary-soft);
    color: var(--_primary);
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(15em, 1fr));
    gap: 0.9em 1.5em;
    padding: 1em;
    border-radius: var(--_radius);
    background: var(--_surface-soft);
  }
  dt {
    color: var(--_text-soft);
    font-size: 0.875em;
  }
  .part {
    padding-top: 1.25em;
    border-top: 1px solid var(--_line);
  }
  .part > h3 {
    margin-bottom: 0.6em;
  }
  .part > h3::before {
    content: '';
    display: inline-block;
    width: 4px;
    height: 0.95em;
    margin-inline-end: 0.5em;
    border-radius: 2px;
    background: var(--_primary);
    vertical-align: -0.1em;
  }
  .part details {
    padding: 0.35em 0;
  }
  .part summary {
    font-weight: 600;
  }
  .part details > p {
    padding: 0.25em 0 0.25em 1em;
  }
  .regions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .regions .choice {
    min-height: 2.25em;
    padding: 0.2em 0.8em;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    background: var(--_surface);
    font-size: 0.9375em;
  }
  th,
  td {
    min-width: 6.5em;
    padding: 0.6em 0.75em;
    border: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
  }
  thead th {
    background: var(--_primary-soft);
  }
  tbody th {
    background: var(--_surface-soft);
    font-weight: 600;
  }
  .same dl,
  .part .card dl {
    display: grid;
    gap: 0.5em;
    padding: 0.25em 0 0.25em 1em;
  }
  .same summary {
    color: var(--_text-soft);
    font-weight: 400;
  }
  .steps {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(9em, 1fr));
    gap: 0.75em;
    counter-reset: step;
  }
  .steps li {
    position: relative;
    padding: 0.6em 0.75em 0.6em 2.75em;
    border-radius: var(--_radius);
    background: var(--_surface-soft);
    counter-increment: step;
  }
  .steps li::before {
    content: counter(step);
    position: absolute;
    top: 0.65em;
    left: 0.7em;
    width: 1.5em;
    border-radius: 50%;
    background: var(--_primary);
    color: var(--_on-primary);
    line-height: 1.5;
    text-align: center;
  }
  .step-name {
    display: block;
    font-weight: 600;
  }
  [data-size='elder'] .head .button,
  [data-size='elder'] .facts,
  [data-size='elder'] .steps {
    display: block;
    width: 100%;
  }
  [data-size='elder'] .facts > * + *,
  [data-size='elder'] .steps li + li {
    margin-top: 0.75em;
  }
  [data-size='elder'] dt {
    font-size: 1em;
  }
  [data-size='elder'] .regions {
    flex-direction: column;
  }
  [data-size='elder'] .choice,
  [data-size='elder'] summary,
  [data-size='elder'] .part a {
    min-height: 44px;
  }
  @media (forced-colors: active) {
    .steps li,
    .facts {
      border: 1px solid;
    }
  }
`;

import {css} from 'lit';

export const styles = css`
  .box {
    min-height: var(--tb-progress-min-height, 18em);
  }
  .now {
    padding: 1.25em 1.5em;
    border: 1px solid var(--_line);
    border-inline-start: 5px solid var(--_primary);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .now.you {
    border-inline-start-color: var(--_warning);
  }
  .now.done {
    border-inline-start-color: var(--_success);
  }
  .now.ended {
    border-inline-start-color: var(--_line-strong);
  }
  .headline {
    font-size: 1.5em;
    line-height: 1.35;
  }
  .clocks {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(15em, 100%), 1fr));
    gap: 0.6em;
  }
  .clocks li {
    padding: 0.6em 0.9em;
    border-radius: var(--_radius);
    background: var(--_surface-soft);
  }
  .clocks .date {
    font-weight: 600;
  }
  .faults li {
    padding: 0.7em 0;
    border-top: 1px solid var(--_line);
  }
  .faults li:first-child {
    border-top: 0;
  }
  .facts {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: 0.4em 1.25em;
  }
  .facts dt {
    color: var(--_text-soft);
  }
  .number {
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.02em;
  }
  .timeline li {
    position: relative;
    padding: 0 0 1.1em 1.9em;
  }
  .timeline li::before {
    content: '';
    position: absolute;
    top: 0.42em;
    left: 0.25em;
    width: 0.75em;
    height: 0.75em;
    border: 2px solid var(--_line-strong);
    border-radius: 50%;
    background: var(--_surface);
  }
  .timeline li:not(:last-child)::after {
    content: '';
    position: absolute;
    top: 1.35em;
    bottom: -0.25em;
    left: 0.6em;
    border-left: 2px solid var(--_line);
  }
  .timeline li.latest::before {
    border-color: var(--_primary);
    background: var(--_primary);
  }
  .timeline li.latest .did {
    font-weight: 600;
  }
  .timeline li:last-child {
    padding-bottom: 0;
  }
  .lines li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.4em 1em;
    padding: 0.6em 0;
    border-top: 1px solid var(--_line);
  }
  .lines li:first-child {
    border-top: 0;
  }
  .case {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.6em 1em;
    padding: 1em 1.25em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .case.you {
    border-inline-start: 5px solid var(--_warning);
  }
  .cases > li + li {
    margin-top: 0.75em;
  }
  .case .about {
    flex: 1 1 18em;
    min-width: 0;
  }
  summary {
    min-height: 44px;
    line-height: 44px;
    font-weight: 600;
    cursor: pointer;
  }
  details.card {
    padding-top: 0.4em;
    padding-bottom: 0.4em;
  }
  details.card > div {
    padding-bottom: 0.6em;
  }
  [data-size='elder'] .facts {
    display: block;
  }
  [data-size='elder'] .facts dd {
    margin-bottom: 0.5em;
  }
  [data-size='elder'] .case {
    display: block;
  }
  [data-size='elder'] .case .button,
  [data-size='elder'] .lines .button {
    width: 100%;
    margin-top: 0.6em;
  }
  [data-size='elder'] .button.link {
    min-height: 44px;
  }
  @media (max-width: 480px) {
    .now {
      padding: 1em;
    }
    .facts {
      display: block;
    }
    .facts dd {
      margin-bottom: 0.5em;
    }
  }
`;

import {css} from 'lit';

export const styles = css`
  .box {
    min-height: var(--tb-outbox-min-height, 9em);
  }
  .entry {
    padding: 1em 1.25em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .entry.you {
    border-inline-start: 5px solid var(--_danger);
  }
  .entry h3 {
    flex: 1 1 9em;
  }
  .entries > li + li {
    margin-top: 0.75em;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3em 1.5em;
  }
  .facts > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5em;
    min-width: 0;
  }
  .facts dt {
    color: var(--_text-soft);
  }
  .facts dd {
    overflow-wrap: anywhere;
    font-variant-numeric: tabular-nums;
  }
  [data-size='elder'] .facts {
    display: block;
  }
  [data-size='elder'] .button {
    width: 100%;
  }
`;

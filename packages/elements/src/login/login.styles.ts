import {css} from 'lit';

export const styles = css`
  .box {
    max-width: 30em;
    min-height: var(--tb-login-min-height, 11em);
  }
  .who {
    display: flex;
    align-items: center;
    gap: 0.75em;
  }
  .face {
    background: var(--_primary-soft);
    color: var(--_primary);
  }
  .facts {
    display: grid;
    gap: 0.5em;
  }
  .facts dt {
    font-size: 0.875em;
  }
  /* A masked number reads as one piece. */
  .facts .number {
    overflow-wrap: normal;
    white-space: nowrap;
  }
  .facts dt {
    color: var(--_text-soft);
  }
  .wide {
    width: 100%;
  }
  .choice .small {
    display: block;
  }
  fieldset {
    min-width: 0;
  }
  legend {
    font-weight: 600;
  }
  [data-size='elder'] .facts dt {
    font-size: inherit;
  }
`;

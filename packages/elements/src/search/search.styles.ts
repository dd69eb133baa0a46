import {css} from 'lit';

export const styles = css`
  .box {
    min-height: var(--tb-search-min-height, 16.6em);
  }
  @media (max-width: 480px) {
    .box {
      min-height: var(--tb-search-min-height, 26.9em);
    }
  }
  .bar {
    display: flex;
    gap: 0.5em;
  }
  .bar .field {
    position: relative;
    flex: 1 1 0;
    min-width: 0;
  }
  .bar .field .icon {
    position: absolute;
    top: 50%;
    left: 0.75em;
    margin-top: -0.625em;
    color: var(--_text-soft);
    pointer-events: none;
  }
  .bar .input {
    height: 100%;
    padding-left: 2.5em;
  }
  .bar .input::placeholder {
    color: var(--_text-soft);
    opacity: 1;
  }
  .scopes {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .scopes .choice {
    min-height: 2.25em;
    padding: 0.2em 0.8em;
    border-radius: 2em;
    font-size: 0.9375em;
  }
  .hit {
    padding: 0.8em 1em;
    border: 1px solid var(--_line);
    border-bottom-width: 0;
    background: var(--_surface);
    cursor: pointer;
  }
  .hit:first-child {
    border-radius: var(--_radius) var(--_radius) 0 0;
  }
  .hit:last-child {
    border-bottom-width: 1px;
    border-radius: 0 0 var(--_radius) var(--_radius);
  }
  .hit:only-child {
    border-radius: var(--_radius);
  }
  .hit:hover {
    background: var(--_surface-soft);
  }
  .hit.active {
    background: var(--_primary-soft);
    box-shadow: inset 4px 0 0 var(--_primary);
  }
  .name {
    font-size: 1.0625em;
    font-weight: 600;
  }
  mark {
    background: none;
    color: var(--_primary);
    font-weight: 700;
    text-decoration: underline;
    text-decoration-thickness: 2px;
    text-underline-offset: 3px;
  }
  .hit.closed {
    background: var(--_surface-soft);
    cursor: default;
  }
  .hit .snippet {
    margin-top: 0.3em;
    padding-inline-start: 0.75em;
    border-inline-start: 3px solid var(--_line);
    color: var(--_text-soft);
  }
  .hits + .group-title {
    margin-top: 1.25em;
  }
  .group-title {
    margin-bottom: 0.5em;
    font-weight: 600;
  }
  .filters .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.3em;
    min-height: 2.25em;
    padding: 0.2em 0.5em 0.2em 0.8em;
    border: 1px solid var(--_primary);
    border-radius: 2em;
    background: var(--_primary-soft);
    color: var(--_primary);
    font: inherit;
    font-size: 0.9375em;
    cursor: pointer;
  }
  .filters .chip .icon {
    width: 1em;
    height: 1em;
  }
  .filter-button,
  .suggestion,
  .theme {
    min-height: 2.5em;
    padding: 0.25em 0.9em;
  }
  .facet + .facet {
    margin-top: 1.25em;
  }
  .facet {
    min-width: 0;
  }
  .facet legend {
    padding-bottom: 0.4em;
    font-weight: 600;
  }
  .values {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(14em, 1fr));
    gap: 0.4em;
  }
  .facet .choice {
    min-height: 2.5em;
    padding: 0.25em 0.7em;
  }
  #filter-panel > .button {
    margin-top: 1.25em;
  }
  .facet > .button {
    margin-top: 0.5em;
  }
  .themes {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .themes .link {
    min-height: 2.5em;
    padding: 0.25em 0.5em;
  }
  .badges {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35em;
    margin-top: 0.4em;
  }
  .badge.place {
    background: var(--_primary);
    color: var(--_on-primary);
  }
  .badge.mode {
    background: var(--_primary-soft);
    color: var(--_primary);
  }
  .asking {
    opacity: 0.65;
  }
  @media (forced-colors: active) {
    .hit.active {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
    .filters .chip {
      border: 2px solid;
    }
  }
  [data-size='elder'] .values,
  [data-size='elder'] .themes {
    display: block;
  }
  [data-size='elder'] .values > * + *,
  [data-size='elder'] .themes > * + * {
    margin-top: 0.5em;
  }
  [data-size='elder'] .theme,
  [data-size='elder'] .filter-button {
    width: 100%;
  }
  [data-size='elder'] .chip,
  [data-size='elder'] .filters .link,
  [data-size='elder'] .themes .link {
    min-height: 44px;
  }
  [data-size='elder'] .bar {
    flex-direction: column;
  }
  [data-size='elder'] .bar .field {
    flex: none;
  }
`;

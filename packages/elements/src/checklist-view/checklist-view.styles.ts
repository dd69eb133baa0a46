import {css} from 'lit';

/** Styles of `checklistView`, also for its print. */
export const checklistStyles = css`
  .group {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .group + .group,
  .group + .ruled-out,
  .notice + .group {
    margin-top: 1em;
  }
  .group-title {
    display: flex;
    align-items: center;
    gap: 0.5em;
    padding: 0.7em 1em 0;
    font-size: 1em;
    font-weight: 700;
  }
  .group.filed .group-title {
    padding-bottom: 0.6em;
  }
  .group-hint {
    padding: 0 1em 0.6em 3.15em;
  }
  .group.need .group-title {
    color: var(--_primary);
  }
  .group.waivable .group-title {
    color: var(--_success);
  }
  .group.maybe .group-title,
  .group.lackable .group-title {
    color: var(--_warning);
  }
  .material {
    padding: 0.7em 1em 0.7em 2.75em;
    border-top: 1px solid var(--_line);
  }
  .material > * + * {
    margin-top: 0.25em;
  }
  .material-name {
    font-weight: 600;
  }
  .reasons li {
    display: flex;
    gap: 0.4em;
    color: var(--_text-soft);
  }
  .reasons .icon {
    width: 1em;
    height: 1em;
    margin-top: 0.25em;
  }
  summary {
    min-height: 2em;
    cursor: pointer;
  }
  .ruled-out summary {
    padding: 0.4em 0;
    color: var(--_text-soft);
  }
  [data-size='elder'] .group-hint,
  [data-size='elder'] .material {
    padding-left: 1em;
  }
  [data-size='elder'] .material .button.link {
    min-height: 44px;
  }
  @media print {
    .no-print {
      display: none;
    }
    .group {
      border-color: #000;
    }
    .material {
      break-inside: avoid;
    }
  }
`;

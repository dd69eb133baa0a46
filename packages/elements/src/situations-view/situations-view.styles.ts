import {css} from 'lit';

/** Styles of `situationsView`. */
export const situationsStyles = css`
  .question {
    min-width: 0;
    margin-top: 1em;
  }
  .question legend {
    padding-bottom: 0.4em;
    font-weight: 600;
  }
  .options {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .options .choice {
    flex: 1 1 12em;
    background: var(--_surface);
  }
  .options .choice.chosen {
    background: var(--_primary-soft);
  }
  .questions > .row {
    margin-top: 0.75em;
  }
  .options .effect {
    flex: none;
    max-width: 50%;
    text-align: end;
  }
  [data-size='elder'] .options {
    flex-direction: column;
  }
  [data-size='elder'] .options .choice {
    flex: none;
  }
  [data-size='elder'] .questions > .row .link {
    min-height: 44px;
  }
`;

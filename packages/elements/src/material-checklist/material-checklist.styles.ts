import {css} from 'lit';

export const styles = css`
  .list {
    min-height: var(--tb-material-checklist-min-height, 16em);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: 0.5em 1em;
  }
  .head .grow {
    flex: 1 1 14em;
  }
  .slot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em;
    margin-top: 0.4em;
  }
`;

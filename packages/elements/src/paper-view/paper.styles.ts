import {css} from 'lit';

/** Styles of `paperSheet` and `paperView`: black on white in every theme, as it comes out of the printer. */
export const paperStyles = css`
  .sheet {
    padding: 1.75em;
    border: 1px solid #b8bec8;
    border-radius: 2px;
    background: #fff;
    color: #111;
    box-shadow: 0 1px 6px rgba(0, 0, 0, 0.12);
    font-size: 0.9375em;
  }
  .sheet > * + * {
    margin-top: 1.1em;
  }
  .sheet-head {
    display: flex;
    gap: 1em;
    padding-bottom: 1em;
    border-bottom: 2px solid #111;
  }
  .sheet-title {
    margin-top: 0.15em;
    font-size: 1.6em;
    letter-spacing: 0.06em;
  }
  .sheet-code {
    flex: none;
    width: 7.5em;
    text-align: center;
    font-size: 0.75em;
  }
  .qr {
    display: block;
    width: 100%;
    height: auto;
  }
  .sheet-facts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(17em, 1fr));
    gap: 0.35em 1.5em;
  }
  .sheet-facts > div {
    display: flex;
    gap: 0.75em;
  }
  .sheet-facts > .whole {
    grid-column: 1 / -1;
  }
  .sheet-facts dt {
    flex: none;
    width: 5.5em;
    color: #444;
  }
  .sheet-text p {
    line-height: 1.8;
  }
  .sheet-table {
    width: 100%;
    border-collapse: collapse;
    font: inherit;
  }
  .sheet-table caption {
    padding-bottom: 0.35em;
    font-weight: 600;
    text-align: start;
  }
  .sheet-table th,
  .sheet-table td {
    padding: 0.4em 0.6em;
    border: 1px solid #888;
    text-align: start;
    vertical-align: top;
  }
  .sheet-table th {
    background: #f2f3f5;
  }
  .paper-text {
    margin: 0.5em 0 0;
    padding: 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface-soft);
    font-family: inherit;
    white-space: pre-wrap;
  }
  .paper summary {
    min-height: 2em;
    cursor: pointer;
  }
  @media (max-width: 480px) {
    .sheet {
      padding: 1em;
    }
    .sheet-head {
      flex-direction: column;
    }
    .sheet-facts {
      display: block;
    }
  }
  @media print {
    .sheet {
      padding: 0;
      border: 0;
      box-shadow: none;
      font-size: 11pt;
    }
    .sheet-table tr,
    .sheet-head {
      break-inside: avoid;
    }
  }
  @page {
    size: A4;
    margin: 18mm;
  }
`;

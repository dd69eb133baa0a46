import {css} from 'lit';

/** One case: its head, its buttons, its materials, and the cards beside them. */
export const caseStyles = css`
  .case-head {
    display: flex;
    align-items: flex-start;
    gap: 1em;
  }
  .case-head .back {
    flex: none;
    margin-bottom: 0.4em;
  }
  .back .icon {
    transform: scaleX(-1);
  }
  .case-head h2 {
    font-size: 1.25em;
  }
  .case-head .state {
    font-size: 0.7em;
    vertical-align: 0.2em;
  }
  .facts-row {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.1em 1.5em;
    margin-top: 0.3em;
  }
  .facts-row > div {
    display: flex;
    align-items: baseline;
    gap: 0.5em;
    min-width: 0;
  }
  .facts-row dt {
    flex: none;
    color: var(--_text-soft);
    font-size: 0.875em;
  }
  .code.big {
    font-size: 1.25em;
    font-weight: 600;
  }
  .barred > li {
    display: flex;
    align-items: center;
    gap: 0.75em;
    color: var(--_text-soft);
  }
  .barred > li + li {
    margin-top: 0.3em;
  }
  .barred .button {
    flex: none;
  }
  .materials {
    width: 100%;
    border-collapse: collapse;
    font: inherit;
  }
  .materials th {
    padding: 0.35em 0.5em;
    border-bottom: 2px solid var(--_line);
    color: var(--_text-soft);
    font-size: 0.875em;
    text-align: start;
  }
  .materials td {
    padding: 0.5em;
    border-bottom: 1px solid var(--_line);
    vertical-align: top;
  }
  .materials td:first-child {
    width: 30%;
  }
  .materials td:last-child {
    width: 32%;
  }
  .materials td.wide {
    width: auto;
  }
  .piece {
    padding: 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .picture {
    max-height: 32em;
    overflow: auto;
    text-align: center;
  }
  .picture img {
    max-width: 100%;
    max-height: 31em;
  }
  .picture.full img {
    max-width: none;
    max-height: none;
  }
  .turned-1 {
    transform: rotate(90deg);
  }
  .turned-2 {
    transform: rotate(180deg);
  }
  .turned-3 {
    transform: rotate(270deg);
  }
  .sheet {
    width: 100%;
    height: 36em;
    border: 0;
  }
  .clock-line {
    display: flex;
    justify-content: space-between;
    gap: 1em;
  }
  .clocks > li + li {
    margin-top: 0.5em;
    padding-top: 0.5em;
    border-top: 1px solid var(--_line);
  }
  .warnish {
    border-color: var(--_warning);
    background: var(--_warning-soft);
  }
  .told > li + li {
    margin-top: 0.4em;
  }
  .papers > li {
    display: flex;
    align-items: center;
    gap: 0.6em;
  }
  .papers > li + li {
    margin-top: 0.35em;
  }
  .timeline > li {
    position: relative;
    padding: 0 0 0.6em 1.1em;
    border-inline-start: 2px solid var(--_line);
  }
  .timeline > li:last-child {
    padding-bottom: 0;
  }
  .timeline > li::before {
    content: '';
    position: absolute;
    top: 0.4em;
    left: -0.4em;
    width: 0.65em;
    height: 0.65em;
    border-radius: 50%;
    background: var(--_line-strong);
  }
  .timeline > li:first-child::before {
    background: var(--_primary);
  }
  .timeline time {
    display: block;
  }
  .rating-code {
    flex: 1 1 auto;
    padding: 1em;
    border-radius: var(--_radius);
    background: #fff;
    color: #111;
    text-align: center;
  }
  .rating-code .qr {
    max-width: 16em;
    margin: 0 auto;
  }
  .rating-code .soft {
    color: #444;
  }
  summary {
    cursor: pointer;
  }
  [data-size='elder'] .case-head {
    display: block;
  }
  [data-size='elder'] .materials td {
    display: block;
    width: auto;
    padding: 0.15em 0;
    border: 0;
  }
  [data-size='elder'] .materials tr {
    display: block;
    padding: 0.5em 0;
    border-bottom: 1px solid var(--_line);
  }
  [data-size='elder'] .materials thead {
    display: none;
  }
  @media (max-width: 760px) {
    .case-head,
    .materials tr,
    .materials td {
      display: block;
    }
    .materials thead {
      display: none;
    }
    .materials td,
    .materials td:first-child,
    .materials td:last-child {
      width: auto;
      padding: 0.15em 0;
      border: 0;
    }
    .materials tr {
      padding: 0.5em 0;
      border-bottom: 1px solid var(--_line);
    }
    .barred > li {
      align-items: flex-start;
      flex-direction: column;
      gap: 0.2em;
    }
  }
`;

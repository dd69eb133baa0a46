import {rowFault, type RowFault} from '../row-fault.js';

/** What is wrong with one row of a file of a feed. */
export interface FeedFault extends RowFault {
  /** Name of the file, without the folders. `row` is 0 where the file as a whole is meant. */
  readonly file: string;
  /** With an `error` the row is left out; with a `warning` it is published as it stands. */
  readonly severity: 'error' | 'warning';
}

/** Why a row or a file is at fault, in both languages. */
export interface Reason {
  readonly zh: string;
  readonly en: string;
}

export function feedError(file: string, row: number, field: string, reason?: Reason): FeedFault {
  return {file, severity: 'error', ...rowFault(row, field, 'TB_FEED_INVALID', reason)};
}

export function feedWarning(file: string, row: number, field: string, reason: Reason): FeedFault {
  return {file, severity: 'warning', ...rowFault(row, field, 'TB_FEED_INVALID', reason)};
}

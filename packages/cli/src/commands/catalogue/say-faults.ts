import type {FeedFault} from '@tongban/catalogue/node/publish/feed-fault.js';
import type {Terminal} from '../../command.js';

/** Says what is wrong with a feed, a line to a fault: file, row, field, code, and the sentence in both languages. */
export function sayFaults(faults: readonly FeedFault[], {err}: Terminal): void {
  for (const {file, row, field, severity, code, zh, en} of faults) {
    err(`${file} row ${row} ${field || '-'}: ${severity} ${code} ${zh} ${en}`);
  }
}

/** How many rows are left out: a row may have several faults. */
export function leftOut(faults: readonly FeedFault[]): number {
  return new Set(faults.filter(({severity}) => severity === 'error').map(({file, row}) => `${file} ${row}`)).size;
}

import {TbError, type ErrorCode} from '@tongban/domain/errors.js';
import {lintGuide} from '@tongban/domain/guide-lint.js';
import type {Guide} from '@tongban/domain/guide.js';

/** Findings with which a guide is not served, by rule of domain.md §3.1. The others are the publisher's to mend. */
const fatal: Readonly<Record<number, ErrorCode>> = {12: 'TB_LIMIT_ORDER', 13: 'TB_WHEN_UNKNOWN'};

/** @throws TbError TB_LIMIT_ORDER, TB_WHEN_UNKNOWN with `details.item` and `details.at` */
export function checkGuides(guides: readonly Guide[]): void {
  for (const guide of guides) {
    for (const {rule, field} of lintGuide(guide)) {
      const code = fatal[rule];
      if (code) throw new TbError(code, {details: {item: guide.taskCode, at: field}});
    }
  }
}

import type {Limit} from '../guide/limit.js';
import {fault, warning, type LintFinding, type LintRules} from './lint-finding.js';

/** Rules 1, 2 and 12. */
export const lintLimits: LintRules = ({promised, legal, projectType}) => {
  const findings: LintFinding[] = [];
  const isInstant = promised.unit === 'instant' || promised.unit === 'onSpot';
  if (isInstant !== (projectType === 1)) {
    findings.push(
      fault(1, 'projectType', '即办件与即办时限须一致。', 'An instant item and an instant limit go together.'),
    );
  }
  if (!isInstant && promised.value !== null && projectType !== 2) {
    findings.push(
      fault(
        2,
        'projectType',
        '承诺时限不是即办的，应为承诺件。',
        'An item with a promised limit that is not instant is a 承诺件.',
      ),
    );
  }
  if (isLonger(promised, legal)) {
    // Between units the length depends on the calendar, so somebody has to look.
    const tell = promised.unit === legal.unit ? fault : warning;
    findings.push({
      ...tell(12, 'promised', '承诺时限长于法定时限。', 'The promised limit is longer than the legal limit.'),
      code: 'TB_LIMIT_ORDER',
    });
  }
  return findings;
};

const DAYS: Record<Limit['unit'], number> = {workday: 7 / 5, day: 1, month: 30, instant: 0, onSpot: 0};

/** Whether one limit is longer than another, in ordinary weeks. Not when either is not fixed. */
export function isLonger(one: Limit, other: Limit): boolean {
  const [a, b] = [one, other].map(({value, unit}) =>
    unit === 'instant' || unit === 'onSpot' ? 0 : value === null ? null : value * DAYS[unit],
  );
  return a !== null && b !== null && a !== undefined && b !== undefined && a > b;
}

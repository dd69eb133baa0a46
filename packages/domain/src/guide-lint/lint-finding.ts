import type {ErrorCode} from '../errors.js';
import type {Guide} from '../guide/guide.js';

/** Number of a rule of domain.md §3.1: 1–11 as a Zhejiang city checks them, 12–14 ours. */
export type LintRule = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14;

export interface LintFinding {
  readonly rule: LintRule;
  /** Dotted path in the guide; `deltas.320000.` in front of what only that region's edition breaks. */
  readonly field: string;
  /** With an `error` the guide cannot be published. */
  readonly severity: 'error' | 'warning';
  readonly zh: string;
  readonly en: string;
  /** The code under which others refuse the same fault. */
  readonly code?: ErrorCode;
}

/** One group of rules over a guide as it holds in one region. */
export type LintRules = (guide: Guide) => LintFinding[];

export function warning(rule: LintRule, field: string, zh: string, en: string): LintFinding {
  return {rule, field, severity: 'warning', zh, en};
}

export function fault(rule: LintRule, field: string, zh: string, en: string, code?: ErrorCode): LintFinding {
  return {rule, field, severity: 'error', zh, en, ...(code ? {code} : {})};
}

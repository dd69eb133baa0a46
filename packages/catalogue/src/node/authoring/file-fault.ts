import type {ErrorCode} from '@tongban/domain/errors.js';
import type {LintRule} from '@tongban/domain/guide-lint/guide-lint.js';

/** What broke: `json` the file itself, `shape` the schema of guides, `double` two of one edition, a number the lint rule (domain.md §3.1). */
export type FaultRule = 'json' | 'shape' | 'double' | LintRule;

/** One fault of a guide file, found again by anybody who opens it. Lines and columns count from 1, columns in UTF-16 units. */
export interface FileFault {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** With an `error` the guide cannot be published. */
  readonly severity: 'error' | 'warning';
  readonly code: ErrorCode;
  readonly rule: FaultRule;
  /** Dotted path inside the guide; empty when the file or the guide as a whole is meant. */
  readonly path: string;
  readonly zh: string;
  readonly en: string;
}

/** As editors and terminals make a link of it: `file:line:column code rule severity — sentence / sentence`. */
export function faultLine({file, line, column, code, rule, severity, zh, en}: FileFault): string {
  return `${file}:${line}:${column} ${code} ${ruleName(rule)} ${severity} — ${zh} / ${en}`;
}

const ruleName = (rule: FaultRule) => (typeof rule === 'number' ? `rule-${rule}` : rule);

/** By file, then from top to bottom. */
export function sortFaults(faults: readonly FileFault[]): FileFault[] {
  return [...faults].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.path, b.path),
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

import {lintGuide} from '@tongban/domain/guide-lint/guide-lint.js';
import {Guide} from '@tongban/domain/guide/guide.js';
import {parseRow, rowFault} from '../row-fault.js';
import {feedError, type FeedFault} from './feed-fault.js';
import {codeIn, type FeedRow} from './read-feed.js';

export interface GuidesChecked {
  readonly kept: Guide[];
  readonly faults: FeedFault[];
  /** Codes of guides that were left out, as far as they can be read. */
  readonly leftOut: string[];
}

/** The guides of a feed by their schema and the rules of domain.md §3.1; one that breaks a rule which forbids publishing is left out. */
export async function checkGuides(rows: AsyncIterable<FeedRow>): Promise<GuidesChecked> {
  const kept: Guide[] = [];
  const faults: FeedFault[] = [];
  const leftOut: string[] = [];
  const editions = new Set<string>();
  for await (const row of rows) {
    const {file, row: at} = row;
    const found: FeedFault[] = [];
    const guide =
      'unreadable' in row
        ? undefined
        : parseRow(Guide, withoutSchema(row.value), (field, _, reason) =>
            found.push(feedError(file, at, field, reason)),
          );
    if ('unreadable' in row) found.push(feedError(file, at, '', row.unreadable));
    if (guide) found.push(...lint(guide, file, at));
    if (guide && editions.has(editionKey(guide))) found.push(feedError(file, at, 'version', REPEATED));
    faults.push(...found);
    if (!guide || found.some(({severity}) => severity === 'error')) {
      leftOut.push(...codeIn(row));
      continue;
    }
    editions.add(editionKey(guide));
    kept.push(guide);
  }
  return {kept, faults, leftOut};
}

/** `$schema` tells editors how to help whoever writes a guide, and is no part of it. */
function withoutSchema(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const {$schema: _, ...guide} = value as Record<string, unknown>;
  return guide;
}

/** What makes an edition: its content never changes under one code and version (domain.md §12). */
export const editionKey = ({taskCode, version}: Pick<Guide, 'taskCode' | 'version'>): string =>
  `${taskCode} v${String(version)}`;

const REPEATED = {
  zh: '与前面的指南编码、版本都相同，已跳过。',
  en: 'Has code and version of an earlier guide, so it was skipped.',
};

const lint = (guide: Guide, file: string, row: number): FeedFault[] =>
  lintGuide(guide).map(({field, severity, code = 'TB_GUIDE_INVALID', zh, en}) => ({
    file,
    severity,
    ...rowFault(row, field, code, {zh, en}),
  }));

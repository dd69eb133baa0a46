import {checkRegionCode} from '@tongban/domain/checks/region-code.js';
import {checkProblems} from '@tongban/domain/checks/check-result.js';
import {RegionRow, type RegionsData} from '@tongban/domain/regions/regions.js';
import * as v from 'valibot';
import {readRows} from './read-rows.js';
import {rowFault, type RowFault} from './row-fault.js';

const RegionsFeed = v.object({
  meta: v.optional(v.record(v.string(), v.unknown())),
  groups: v.optional(v.record(v.string(), v.array(v.string())), {}),
  regions: v.array(v.unknown()),
  retired: v.array(v.object({code: v.string(), name: v.string(), seenIn: v.optional(v.string())})),
});

export interface RegionsRead {
  readonly rows: number;
  readonly data: RegionsData & {meta?: Record<string, unknown> | undefined};
  readonly faults: readonly RowFault[];
}

/** Regions whose code, parent and shape hold; a member of a group that is no region any more is left out and reported on row 0. */
export function importRegions(input: unknown): RegionsRead {
  const {meta, groups, regions, retired} = v.parse(RegionsFeed, input);
  const {kept, faults} = readRows(regions, {
    from: RegionRow,
    to: RegionRow,
    key: ({code}) => ({field: 'code', value: code}),
    convert: (row: RegionRow, report) => {
      const code = checkRegionCode(row.code);
      if (!code.ok) report('code', 'TB_REGION_UNKNOWN', checkProblems[code.problem]);
      return row;
    },
  });

  const all = withParents(kept, regions, faults);
  const codes = new Set(all.map(({code}) => code));
  const members: Record<string, string[]> = {};
  for (const name of Object.keys(groups)) {
    members[name] = (groups[name] ?? []).filter((code) => {
      if (!codes.has(code)) faults.push(rowFault(0, `groups.${name}`, 'TB_REGION_UNKNOWN'));
      return codes.has(code);
    });
  }
  return {rows: regions.length, data: {...(meta ? {meta} : {}), groups: members, regions: all, retired}, faults};
}

/** Leaves out what hangs on a region that is not there, until nothing does. */
function withParents(kept: RegionRow[], rows: readonly unknown[], faults: RowFault[]): RegionRow[] {
  const codes = new Set(kept.map(({code}) => code));
  const stays = kept.filter(({parent}) => parent === null || codes.has(parent));
  if (stays.length === kept.length) return kept;
  for (const row of kept) {
    if (!stays.includes(row)) faults.push(rowFault(rowOf(rows, row.code), 'parent', 'TB_REGION_UNKNOWN'));
  }
  return withParents(stays, rows, faults);
}

const rowOf = (rows: readonly unknown[], code: string) =>
  rows.findIndex((row) => typeof row === 'object' && row !== null && (row as {code?: unknown}).code === code) + 1;

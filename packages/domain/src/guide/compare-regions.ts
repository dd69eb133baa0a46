import type {Guide} from './guide.js';
import type {Limit} from './limit.js';
import type {MaterialSpec} from './material.js';
import type {Region6} from '../primitives.js';
import {deltasAlong, regionChain, regionGuide} from './region-guide.js';
import {isClaimed} from './resolve-warnings.js';

interface Row<About extends string, Cell> {
  readonly about: About;
  readonly differs: boolean;
  /** In the order of the regions asked for. */
  readonly cells: readonly Cell[];
}

/** One thing in which regions may differ. The cell of a material is undefined where the region does not ask for it. */
export type ComparisonRow =
  | Row<'name', string>
  | Row<'itemType', string>
  | Row<'legal', Limit>
  | Row<'promised', Limit>
  | Row<'steps', readonly string[]>
  | Row<'note', string | undefined>
  | (Row<'material', MaterialSpec | undefined> & {readonly id: string; readonly name: string});

export interface ComparedRegion {
  readonly region: Region6;
  /** 认领: whether the region has opened the item. */
  readonly claimed: boolean;
  readonly taskCode: string;
  /** How far what differs here can be trusted; undefined where nothing differs. */
  readonly confidence: string | undefined;
}

export interface RegionComparison {
  readonly regions: readonly ComparedRegion[];
  /** Rows that differ first, each part in the order of the guide. */
  readonly rows: readonly ComparisonRow[];
}

/** 求同存异: one item side by side in several regions. */
export function compareRegions(guide: Guide, regions: readonly Region6[]): RegionComparison {
  const own = regions.map((region) => regionGuide(guide, regionChain(region)));
  const notes = regions.map((region) => deltasAlong(guide, regionChain(region)).find(({note}) => note)?.note);
  const ids = [...new Set([...guide.materials, ...own.flatMap(({materials}) => materials)].map(({id}) => id))];

  const rows: ComparisonRow[] = [
    row(
      'promised',
      own.map(({promised}) => promised),
    ),
    row(
      'legal',
      own.map(({legal}) => legal),
    ),
    ...ids.map((id) => materialRow(id, own)),
    row(
      'steps',
      own.map(({steps}) => steps.map(({name}) => name)),
    ),
    row(
      'name',
      own.map(({name}) => name),
    ),
    row(
      'itemType',
      own.map(({itemType}) => itemType),
    ),
    row('note', notes),
  ];
  return {
    regions: regions.map((region, at) => ({
      region,
      claimed: isClaimed(guide, region),
      taskCode: own[at]?.taskCode ?? guide.taskCode,
      confidence: deltasAlong(guide, regionChain(region))[0]?.confidence,
    })),
    rows: [...rows.filter(({differs}) => differs), ...rows.filter(({differs}) => !differs)],
  };
}

const row = <About extends string, Cell>(about: About, cells: readonly Cell[]): Row<About, Cell> => ({
  about,
  differs: differ(cells),
  cells,
});

function materialRow(id: string, guides: readonly Guide[]): ComparisonRow {
  const cells = guides.map(({materials}) => materials.find((material) => material.id === id));
  return {about: 'material', id, name: cells.find((cell) => cell)?.name ?? id, differs: differ(cells), cells};
}

const differ = (cells: readonly unknown[]) => new Set(cells.map((cell) => JSON.stringify(cell))).size > 1;

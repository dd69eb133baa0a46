import {guideSheets} from '@tongban/catalogue/node/authoring/sheets/guide-sheets.js';
import type {Guide} from '@tongban/domain/guide/guide.js';
import {aGuide, aMaterial, aSituation} from '../../fixtures/guides.js';

/** The sheets of guides as rows of texts that a test may change, by name of the sheet. */
export type Rows = Record<string, string[][]>;

export function rowsOf(...guides: Guide[]): Rows {
  return Object.fromEntries(guideSheets(guides).map(({name, rows}) => [name, rows.map((row) => [...row])]));
}

/** A guide that may be published, with a question that decides about one of two materials. */
export function aSoundGuide(parts: Partial<Guide> = {}): Guide {
  return aGuide({
    situations: [
      aSituation({
        id: 'agent',
        question: '谁来办理？',
        options: [
          {id: 'yes', label: '委托他人'},
          {id: 'no', label: '本人'},
        ],
      }),
    ],
    materials: [aMaterial(), aMaterial({id: 'poa', name: '授权委托书', kind: 2, when: {q: 'agent', is: 'yes'}})],
    results: [{name: '提取凭证', kind: '其他', delivery: ['electronic'], sample: true}],
    ...parts,
  });
}

/** Sets one cell by its heading; row 1 is the first below the headings. */
export function setCell(rows: string[][] | undefined, row: number, title: string, value: string): void {
  const column = rows?.[0]?.indexOf(title) ?? -1;
  const cells = rows?.[row];
  if (!cells || column < 0) throw new Error(`No ${title} in row ${row}`);
  cells[column] = value;
}

/** Quoted as spreadsheets write it. */
export const csv = (rows: readonly (readonly string[])[]) =>
  rows
    .map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','))
    .join('\r\n');

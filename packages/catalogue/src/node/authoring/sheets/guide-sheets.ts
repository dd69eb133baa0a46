import type {Guide} from '@tongban/domain/guide/guide.js';
import type {Column, SheetForm} from './column.js';
import {writeCondition} from './condition-text.js';
import {sheetForms} from './sheet-forms.js';

/** A sheet to be written: texts only, so that no spreadsheet makes numbers of codes. */
export interface TextSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/**
 * Guides as the sheets that `importSheets` reads. Regional differences and provenance have no column.
 */
export function guideSheets(guides: readonly Guide[]): TextSheet[] {
  return sheetForms.map((form) => ({
    name: form.name,
    rows: [form.columns.map(({title}) => title), ...guides.flatMap((guide) => rowsOf(form, guide))],
  }));
}

function rowsOf({kind, columns}: SheetForm, guide: Guide): string[][] {
  const rowOf = (part: object) => columns.map((column) => textOf(column, part, guide));
  switch (kind) {
    case 'item':
      return [rowOf(guide)];
    case 'situation':
      return guide.situations.flatMap(({options, ...question}) =>
        options.map((option) => rowOf({...question, option})),
      );
    case 'material':
      return guide.materials.map(rowOf);
    case 'field':
      return guide.fields.map(rowOf);
    case 'fee':
      return guide.fees.map(rowOf);
    case 'step':
      return guide.steps.map(rowOf);
    case 'result':
      return guide.results.map(rowOf);
    case 'law':
      return guide.legalBasis.map(rowOf);
    case 'faq':
      return guide.faq.map(rowOf);
  }
}

function textOf({path, form}: Column, part: object, guide: Guide): string {
  if (path === '@code') return guide.taskCode;
  if (path === '@name') return guide.name;
  const value = path
    .split('.')
    .reduce<unknown>((inside, key) => (inside as Record<string, unknown> | null | undefined)?.[key], part);
  if (path === 'when' || path === 'showIf')
    return writeCondition((value ?? null) as Guide['materials'][number]['when']);
  return value === undefined || value === null ? '' : form.write(value);
}

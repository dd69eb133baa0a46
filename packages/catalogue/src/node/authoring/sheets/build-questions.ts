import type {Situation} from '@tongban/domain/guide/guide.js';
import {parseCondition} from './condition-text.js';
import type {SheetRecord} from './read-records.js';
import type {Report} from './sheet-fault.js';
import {slugOf} from './slug-of.js';

/** A question and the rows it was made of, one for each option. */
export interface BuiltQuestion {
  readonly value: Situation;
  readonly rows: readonly SheetRecord[];
}

/** The questions of an item: rows of one id, or of one wording, are the options of one question. Ids left out follow from the words. */
export function buildQuestions(records: readonly SheetRecord[], report: Report): BuiltQuestion[] {
  const groups = new Map<string, SheetRecord[]>();
  for (const record of records) {
    const key = textAt(record, 'id') ?? textAt(record, 'question') ?? '';
    groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  const taken = new Set(records.flatMap((record) => textAt(record, 'id') ?? []));
  const questions = [...groups.values()].flatMap((rows) => {
    const [first] = rows;
    const question = (first && textAt(first, 'question')) ?? '';
    const id = (first && textAt(first, 'id')) ?? slugOf(question, taken);
    return first ? [{first, rows, value: {id, question, options: optionsOf(rows)}}] : [];
  });
  const all = questions.map(({value}) => value);
  return questions.map(({first, rows, value}) => {
    const condition = textAt(first, 'showIf');
    if (condition === undefined) return {rows, value};
    const parsed = parseCondition(condition, all);
    if ('when' in parsed) return {rows, value: {...value, showIf: parsed.when}};
    report(first.place('showIf'), parsed.fault);
    return {rows, value};
  });
}

function optionsOf(rows: readonly SheetRecord[]): Situation['options'] {
  const taken = new Set(rows.flatMap((row) => textAt(row, 'option.id') ?? []));
  return rows.map((row) => {
    const label = textAt(row, 'option.label') ?? '';
    return {id: textAt(row, 'option.id') ?? slugOf(label, taken), label};
  });
}

/** The text of a column; undefined where the cell is empty. */
export function textAt({values}: SheetRecord, path: string): string | undefined {
  const value = values.get(path);
  return typeof value === 'string' ? value : undefined;
}

import type {When} from '@tongban/domain/guide/when.js';
import type {PathPart} from '../json-text.js';
import {buildQuestions, textAt} from './build-questions.js';
import {parseCondition} from './condition-text.js';
import type {ItemRows} from './item-rows.js';
import type {SheetRecord} from './read-records.js';
import type {CellPlace, Report} from './sheet-fault.js';
import {slugOf} from './slug-of.js';

/** A guide as the rows have it, not yet held to the schema, and the cell that each of its parts came from. */
export interface BuiltGuide {
  readonly value: Part;
  readonly locate: (path: readonly PathPart[]) => CellPlace;
}

type Part = Record<string, unknown>;

/**
 * The guide that the rows of one item make. What the rows need not say follows from what they say: the catalogue code and the
 * authority's code stand inside the item code, an item with an instant limit is an instant item.
 */
export function buildGuide({item, parts}: ItemRows, source: string, report: Report): BuiltGuide {
  const questions = buildQuestions(parts.situation, report);
  const situations = questions.map(({value}) => value);
  const conditionOf = (record: SheetRecord): When => {
    const parsed = parseCondition(textAt(record, 'when') ?? '', situations);
    if ('when' in parsed) return parsed.when;
    report(record.place('when'), parsed.fault);
    return null;
  };
  const materials = named(parts.material, 'name').map(({record, part}) => ({
    ...part,
    copies: {copy: 0, ...(part['copies'] as Part | undefined)},
    waive: part['waive'] ?? [],
    when: conditionOf(record),
  }));
  const rowsOf: Readonly<Record<string, readonly SheetRecord[]>> = {
    materials: parts.material,
    fields: parts.field,
    fees: parts.fee,
    steps: parts.step,
    results: parts.result,
    legalBasis: parts.law,
    faq: parts.faq,
  };
  return {
    value: {
      keywords: [],
      themes: [],
      acceptConditions: [],
      ...completed(partOf(item)),
      situations,
      materials,
      fields: named(parts.field, 'label').map(({record, part}) => ({...part, when: conditionOf(record)})),
      fees: parts.fee.map((record) => ({amount: null, ...partOf(record), when: conditionOf(record)})),
      steps: parts.step.map(partOf),
      results: parts.result.map(partOf),
      legalBasis: parts.law.map(partOf),
      faq: parts.faq.map(partOf),
      deltas: [],
      // The authority that keeps the sheet is the source of what it says.
      provenance: {confidence: 'official', sources: [source], memory: []},
    },
    locate([key = '', at = 0, ...rest]) {
      const rows = rowsOf[key];
      if (rows) return nearest(rows[Number(at)] ?? item, rest);
      if (key !== 'situations') return nearest(item, [key, at, ...rest]);
      const [which, option, ...inside] = rest;
      const rowsOfQuestion = questions[Number(at)]?.rows ?? [];
      return which === 'options'
        ? nearest(rowsOfQuestion[Number(option)] ?? item, ['option', ...inside])
        : nearest(rowsOfQuestion[0] ?? item, [which ?? 'question']);
    },
  };
}

/** The cell of a path, else of what it lies in, else the row. */
function nearest(record: SheetRecord, path: readonly PathPart[]): CellPlace {
  for (let length = path.length; length > 0; length--) {
    const place = record.place(path.slice(0, length).join('.'));
    if (place.column !== undefined) return place;
  }
  return record.place('');
}

/** Values at dotted paths as one object; `legal` and `legal.note` meet in it. */
function partOf({values}: SheetRecord): Part {
  const part: Part = {};
  for (const [path, value] of values) {
    if (path.startsWith('@')) continue;
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    let inside = part;
    for (const key of keys) inside = (inside[key] ??= {}) as Part;
    inside[last] = isPart(value) ? {...value, ...(inside[last] as Part | undefined)} : value;
  }
  return part;
}

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Ids that rows leave out follow from their names. */
function named(records: readonly SheetRecord[], by: string): {record: SheetRecord; part: Part}[] {
  const taken = new Set(records.flatMap((record) => textAt(record, 'id') ?? []));
  return records.map((record) => ({
    record,
    part: {id: textAt(record, 'id') ?? slugOf(textAt(record, by) ?? '', taken), ...partOf(record)},
  }));
}

/** What the cells of an item say without saying it. */
function completed(part: Part): Part {
  const {taskCode, effective, offers, promised, modes, dept} = part as {
    taskCode?: string;
    effective?: Part;
    offers?: Part;
    promised?: {unit: string};
    modes?: string[];
    dept?: Part;
  };
  return {
    catalogCode: taskCode?.slice(19, 31),
    projectType: promised?.unit === 'instant' || promised?.unit === 'onSpot' ? 1 : 2,
    primaryMode: modes?.[0],
    ...part,
    effective: [effective?.['0'], effective?.['1'] ?? null],
    dept: {code: taskCode?.slice(0, 18), ...dept},
    ...(offers ? {offers: {appointment: false, courier: false, terminal: false, ...offers}} : {}),
  };
}

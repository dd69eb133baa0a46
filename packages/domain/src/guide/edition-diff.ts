import type {Guide} from './guide.js';

/** One value that differs between two editions; undefined where an edition has none. */
export interface FieldChange {
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Parts with an identity of their own that came, went or changed. `order` is how they stand afterwards. */
export interface PartChanges<Part> {
  readonly added: readonly Part[];
  readonly removed: readonly Part[];
  readonly changed: readonly {readonly id: string; readonly changes: readonly FieldChange[]}[];
  readonly order: readonly string[];
}

type Parts = {[Key in (typeof PARTS)[number]]: Guide[Key][number]};

/** What is new in an edition (domain.md §12). */
export interface EditionDiff {
  readonly fields: readonly FieldChange[];
  readonly parts: {readonly [Key in keyof Parts]?: PartChanges<Parts[Key]>};
}

const PARTS = ['situations', 'materials', 'fields', 'deltas'] as const;

export function diffEditions(before: Guide, after: Guide): EditionDiff {
  const parts: Record<string, PartChanges<unknown>> = {};
  const whole: FieldChange[] = [];
  for (const key of PARTS) {
    if (hasDoubles(before[key]) || hasDoubles(after[key]))
      whole.push(...changesOf(pick(before, key), pick(after, key)));
    else if (!isSame(before[key], after[key])) parts[key] = partChanges(before[key], after[key]);
  }
  const rest = changesOf(before, after).filter(({key}) => !(PARTS as readonly string[]).includes(key));
  return {fields: [...rest, ...whole], parts};
}

export function isEmptyDiff({fields, parts}: EditionDiff): boolean {
  return fields.length === 0 && Object.keys(parts).length === 0;
}

/** The later edition, from the earlier one and what is new. */
export function applyDiff(before: Guide, {fields, parts}: EditionDiff): Guide {
  const after: Record<string, unknown> = withChanges(before, fields);
  for (const key of PARTS) {
    const changes = parts[key];
    if (changes) after[key] = withPartChanges(before[key], changes);
  }
  return after as Guide;
}

type Part =
  Guide['situations'][number] | Guide['materials'][number] | Guide['fields'][number] | Guide['deltas'][number];

const idOf = (part: Part) => ('id' in part ? part.id : part.region);
const hasDoubles = (parts: readonly Part[]) => new Set(parts.map(idOf)).size < parts.length;
const pick = (guide: Guide, key: keyof Guide) => ({[key]: guide[key]});

function partChanges(before: readonly Part[], after: readonly Part[]): PartChanges<unknown> {
  const earlier = new Map(before.map((part) => [idOf(part), part]));
  const later = new Set(after.map(idOf));
  return {
    added: after.filter((part) => !earlier.has(idOf(part))),
    removed: before.filter((part) => !later.has(idOf(part))),
    changed: after.flatMap((part) => {
      const old = earlier.get(idOf(part));
      const changes = old ? changesOf(old, part) : [];
      return changes.length > 0 ? [{id: idOf(part), changes}] : [];
    }),
    order: after.map(idOf),
  };
}

function withPartChanges(before: readonly Part[], {added, changed, order}: PartChanges<Part>): unknown[] {
  const parts = new Map<string, unknown>([...before, ...added].map((part) => [idOf(part), part]));
  for (const {id, changes} of changed) parts.set(id, withChanges(parts.get(id) as object, changes));
  return order.map((id) => parts.get(id));
}

function changesOf(before: object, after: object): FieldChange[] {
  const [a, b] = [before, after] as Record<string, unknown>[];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => !isSame(a?.[key], b?.[key]))
    .map((key) => ({key, before: a?.[key], after: b?.[key]}));
}

function withChanges(before: object, changes: readonly FieldChange[]): Record<string, unknown> {
  const after: Record<string, unknown> = {...before};
  for (const {key, after: value} of changes) {
    if (value === undefined) delete after[key];
    else after[key] = value;
  }
  return after;
}

/** Equal in content; the order of keys says nothing. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return keys.every((key) => isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]));
}

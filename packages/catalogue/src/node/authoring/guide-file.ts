import type {JsonText, PathPart} from './json-text.js';

/** One guide of a file, not yet checked. */
export interface GuideEntry {
  /** Where it stands in the file: [] when the file is one guide. */
  readonly at: readonly PathPart[];
  /** Without the `$schema` that only editors read. */
  readonly value: unknown;
}

/** The guides of a file: one guide, a list of them, or a list under `guides`. */
export function guidesIn({value}: JsonText): GuideEntry[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.map((one: unknown, at) => ({at: [at], value: withoutSchema(one)}));
  const list = isRecord(value) ? value['guides'] : undefined;
  if (Array.isArray(list)) return list.map((one: unknown, at) => ({at: ['guides', at], value: withoutSchema(one)}));
  return [{at: [], value: withoutSchema(value)}];
}

/** Whether a file of a folder is meant to hold guides: an item list beside them is none. */
export function holdsGuides(json: JsonText): boolean {
  if (json.value === undefined) return true;
  return guidesIn(json).some(({value}) => isRecord(value) && ('materials' in value || 'situations' in value));
}

function withoutSchema(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const {$schema: _, ...guide} = value;
  return guide;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

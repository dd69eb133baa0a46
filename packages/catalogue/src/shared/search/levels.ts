/** Where a term can be found, best first; the start of a name comes before the rest of it. */
export const FIELDS = ['namePrefix', 'name', 'plainName', 'keyword', 'pinyin', 'dept', 'text'] as const;
export type Field = (typeof FIELDS)[number];

/** Of a term and a row: two for each field, the second where another spelling than the typed one was found. Lower is better. */
export const NONE = 0xff;

/** Nothing was looked for: then an item is there for its name. */
const UNASKED: Field = 'name';

/** How well a spelling found in a field does. */
export const levelOf = (field: Field, typed: boolean): number => 2 * FIELDS.indexOf(field) + (typed ? 0 : 1);

export const fieldOf = (level: number): Field => (level === NONE ? UNASKED : (FIELDS[level >> 1] ?? 'text'));

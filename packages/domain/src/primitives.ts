import * as v from 'valibot';
import {isLocalDate} from './time/civil-date.js';

/** Six digits PPCCXX, GB/T 2260. */
export const Region6 = v.pipe(v.string(), v.regex(/^\d{6}$/));
export type Region6 = v.InferOutput<typeof Region6>;

/** A civil date YYYY-MM-DD in Asia/Shanghai. */
export const LocalDate = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/), v.check(isLocalDate));
export type LocalDate = v.InferOutput<typeof LocalDate>;

/** A point in time, ISO 8601 with offset or Z. */
export const Instant = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/));
export type Instant = v.InferOutput<typeof Instant>;

/** A short machine name inside a guide: question, option, material, field. */
export const Slug = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
export type Slug = v.InferOutput<typeof Slug>;

/** Text of bounded length: nothing that reaches a screen or a database is unbounded. */
export const text = (max: number) => v.pipe(v.string(), v.maxLength(max));

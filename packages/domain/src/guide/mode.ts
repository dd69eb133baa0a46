import * as v from 'valibot';

/** The four 通办方式 (domain.md §8.2): 全程网办, 代收代办, 多地联办, 直接通办. */
export const Mode = v.picklist(['online', 'agent', 'joint', 'direct']);
export type Mode = v.InferOutput<typeof Mode>;

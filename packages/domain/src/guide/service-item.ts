import * as v from 'valibot';
import {Mode} from './mode.js';
import {Region6, text} from '../primitives.js';

/** One row of a region's item list: enough to find it, filter it and open its guide. */
export const ServiceItem = v.strictObject({
  /** The region's own code; 31 or 33 characters nationally, longer for local codes. Never parsed for meaning when local. */
  taskCode: text(80),
  catalogCode: v.optional(text(14)),
  region: Region6,
  name: text(300),
  plainName: v.optional(text(100)),
  keywords: v.array(text(50)),
  /** Publisher's pinyin of name and plain name: syllables apart by blanks, names by '; ' ('tui xiu ti qu; qu qian'). Its initials follow from it. */
  pinyin: v.optional(text(2000)),
  itemType: text(4),
  dept: text(100),
  themes: v.array(text(50)),
  serviceObjects: v.array(text(20)),
  modes: v.array(Mode),
  /** Whether a full guide with situations exists here, so that it can be filed. */
  hasGuide: v.boolean(),
  /** Data set it came from. */
  source: text(100),
  /** How far it can be trusted, shown as a badge; absent for a province's own feed. */
  confidence: v.optional(v.picklist(['official', 'found', 'memory', 'illustrative'])),
});
export type ServiceItem = v.InferOutput<typeof ServiceItem>;

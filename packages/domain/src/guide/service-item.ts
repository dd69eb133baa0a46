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
  /** What the item is about in the publisher's words: searched behind the names, shown in part where it matched. */
  summary: v.optional(text(4000)),
  /** 零材料: nothing but the form is asked of anybody. */
  zeroMaterial: v.optional(v.boolean()),
  /** 未开通: the region lists the item but it cannot be filed there, and why. Absent: it can (domain.md §12). */
  notOpen: v.optional(v.picklist(['unclaimed', 'paused', 'notYetEffective', 'cancelled'])),
  /** Data set it came from. */
  source: text(100),
  /** How far it can be trusted, shown as a badge; absent for a province's own feed. */
  confidence: v.optional(v.picklist(['official', 'found', 'memory', 'illustrative'])),
});
export type ServiceItem = v.InferOutput<typeof ServiceItem>;

/** What a list of hits shows of an item: all of it but what only the search reads. */
export const ItemHead = v.omit(ServiceItem, ['keywords', 'pinyin', 'summary']);
export type ItemHead = v.InferOutput<typeof ItemHead>;

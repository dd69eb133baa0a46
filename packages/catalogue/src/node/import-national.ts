import {Mode} from '@tongban/domain/guide/mode.js';
import {ServiceItem} from '@tongban/domain/guide/service-item.js';
import * as v from 'valibot';
import {NATIONAL} from '../shared/national.js';
import {keywordsOf} from './keywords.js';
import {pinyinOf} from './pinyin.js';
import {readRows, type RowsRead} from './read-rows.js';

const Row = v.object({
  name: v.string(),
  group: v.string(),
  lead: v.string(),
  mode: Mode,
  confidence: v.picklist(['source', 'memory-high', 'memory-low']),
});
type Row = v.InferOutput<typeof Row>;

/**
 * The national 跨省通办 list (国办发〔2020〕35号), as far as it could be put together: it carries a badge where it is shown. The list
 * has no codes, so an item's code here is its name.
 */
export function importNational(rows: readonly unknown[]): RowsRead<ServiceItem> {
  return readRows(rows, {from: Row, to: ServiceItem, convert, key: ({name}) => ({field: 'name', value: name})});
}

function convert({name, group, lead, mode, confidence}: Row): ServiceItem {
  return {
    taskCode: `national140:${name}`,
    region: NATIONAL,
    name,
    keywords: keywordsOf({name, themes: [group]}),
    pinyin: pinyinOf(name),
    itemType: '', // The list does not say.
    dept: lead,
    themes: [group],
    serviceObjects: [],
    modes: [mode],
    hasGuide: false,
    source: `national140 (${confidence})`,
    confidence: confidence === 'source' ? 'found' : 'memory',
  };
}

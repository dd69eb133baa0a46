import {toSixDigits} from '@tongban/domain/checks/region-code.js';
import {ServiceItem} from '@tongban/domain/guide/service-item.js';
import * as v from 'valibot';
import {keywordsOf} from './keywords.js';
import {pinyinOf} from './pinyin.js';
import {readRows, type RowsRead} from './read-rows.js';

const Row = v.object({
  name: v.string(),
  mainItem: v.nullable(v.string()),
  dept: v.string(),
  itemCode: v.string(),
  areaCode: v.pipe(v.string(), v.regex(/^\d{12}$/)),
  taskType: v.string(),
});
type Row = v.InferOutput<typeof Row>;

/** The real list of 广安市广安区 (2025): names and local codes, which are kept as they are and never parsed. */
export function importSichuan(rows: readonly unknown[]): RowsRead<ServiceItem> {
  return readRows(rows, {
    from: Row,
    to: ServiceItem,
    convert,
    key: ({taskCode}) => ({field: 'itemCode', value: taskCode}),
  });
}

function convert({name, mainItem, dept, itemCode, areaCode, taskType}: Row): ServiceItem {
  return {
    taskCode: itemCode,
    region: toSixDigits(areaCode),
    name,
    keywords: keywordsOf({name, themes: [], more: mainItem && mainItem !== name ? [mainItem] : []}),
    pinyin: pinyinOf(name),
    itemType: taskType,
    dept,
    themes: [],
    serviceObjects: [],
    modes: [],
    hasGuide: false,
    source: 'sichuan-guangan-2025',
    confidence: 'found',
  };
}

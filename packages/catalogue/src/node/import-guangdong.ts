import {checkItemCode} from '@tongban/domain/checks/item-code.js';
import {checkRegionCode} from '@tongban/domain/checks/region-code.js';
import {checkProblems} from '@tongban/domain/checks/check-result.js';
import {ServiceItem} from '@tongban/domain/guide/service-item.js';
import * as v from 'valibot';
import {keywordsOf} from './keywords.js';
import {pinyinOf} from './pinyin.js';
import {readRows, type RowsRead} from './read-rows.js';
import type {ReportFault} from './row-fault.js';

const Limit = v.nullable(v.object({value: v.number(), unit: v.string()}));

const Row = v.object({
  taskCode: v.string(),
  catalogCode: v.string(),
  name: v.string(),
  parentName: v.string(),
  taskTypeLocal: v.string(),
  dept: v.string(),
  areaCode: v.string(),
  legalLimit: Limit,
  promisedLimit: Limit,
  themes: v.array(v.string()),
  serviceObjects: v.array(v.string()),
  plainName: v.nullable(v.string()),
  shortName: v.nullable(v.string()),
});
type Row = v.InferOutput<typeof Row>;

/** Guangdong writes 20 for 其他行政权力 and 21 for 公共服务, GB/T 39046-2020 A.1 writes 10 and 20. */
const nationalTypes: Readonly<Record<string, string>> = {'20': '10', '21': '20'};

/** GB/T 39046-2020 A.4. It has no 非法人企业: those are other organisations. */
const serviceObjects: Readonly<Record<string, string>> = {
  自然人: '1',
  企业法人: '2',
  事业法人: '3',
  社会组织法人: '4',
  行政机关: '5',
  非法人企业: '6',
  其他组织: '6',
};

/** The real list of 广东 (2021): codes, names, offices. Its limits are only looked at, not kept: rows here have no guide. */
export function importGuangdong(rows: readonly unknown[]): RowsRead<ServiceItem> {
  return readRows(rows, {
    from: Row,
    to: ServiceItem,
    convert,
    key: ({taskCode}) => ({field: 'taskCode', value: taskCode}),
  });
}

function convert(row: Row, report: ReportFault): ServiceItem {
  checkCodes(row, report);
  checkLimits(row, report);
  const {plainName, words} = plainNameOf(row);
  return {
    taskCode: row.taskCode,
    catalogCode: row.catalogCode,
    region: row.areaCode,
    name: row.name,
    plainName,
    keywords: keywordsOf({name: row.name, themes: row.themes, more: words}),
    pinyin: pinyinOf(row.name, plainName),
    itemType: nationalTypes[row.taskTypeLocal] ?? row.taskTypeLocal,
    dept: row.dept,
    themes: row.themes,
    serviceObjects: [...new Set(row.serviceObjects.map((name) => serviceObjects[name] ?? '6'))],
    modes: [], // `online` here is not said of other provinces.
    hasGuide: false,
    source: 'guangdong-2021',
    confidence: 'found',
  };
}

function checkCodes({taskCode, areaCode}: Row, report: ReportFault): void {
  const code = checkItemCode(taskCode);
  if (!code.ok) report('taskCode', 'TB_CODE_INVALID', checkProblems[code.problem]);
  const region = checkRegionCode(areaCode);
  if (!region.ok) report('areaCode', 'TB_REGION_UNKNOWN', checkProblems[region.problem]);
}

function checkLimits({legalLimit, promisedLimit}: Row, report: ReportFault): void {
  const comparable = legalLimit && promisedLimit && legalLimit.unit === promisedLimit.unit;
  if (comparable && promisedLimit.value > legalLimit.value) report('promisedLimit', 'TB_LIMIT_ORDER');
}

/** The column of everyday names holds lists of words in many rows. */
function plainNameOf({plainName, shortName}: Row): {plainName: string | undefined; words: string[]} {
  const parts = (plainName ?? '').split(/[,，、;；\s]+/).filter((part) => part !== '' && part.length <= 50);
  const words = parts.length > 1 ? parts : [];
  return {plainName: (parts.length === 1 ? parts[0] : undefined) ?? shortName?.slice(0, 100) ?? undefined, words};
}

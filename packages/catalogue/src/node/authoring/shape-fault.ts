import type * as v from 'valibot';
import type {PathPart} from './json-text.js';
import type {Words} from './words.js';

/** Path and sentence of one place where a value has not the shape of its schema. A sentence names keys and kinds, never values. */
export interface ShapeFault extends Words {
  readonly path: readonly PathPart[];
  /** Whether the value is wrong, or that the key is there. */
  readonly about: 'value' | 'key';
}

export function shapeFault(issue: v.BaseIssue<unknown>): ShapeFault {
  const path = (issue.path ?? []).map(({key}) => key as PathPart);
  const about = isUnknownKey(issue) ? 'key' : 'value';
  return {path, about, ...sentence(issue, String(path[path.length - 1] ?? ''))};
}

const isUnknownKey = ({type, expected}: v.BaseIssue<unknown>) => type === 'strict_object' && expected === 'never';

function sentence(issue: v.BaseIssue<unknown>, key: string): Words {
  const {type, expected, received, requirement} = issue;
  if (isUnknownKey(issue)) {
    return {zh: `指南里没有“${key}”这个键，请检查拼写。`, en: `A guide has no key "${key}". Check its spelling.`};
  }
  if (received === 'undefined') return {zh: `缺少“${key}”。`, en: `"${key}" is missing.`};
  switch (type) {
    case 'max_length':
      return {
        zh: `太长，最多 ${String(requirement)} 个字。`,
        en: `Too long: at most ${String(requirement)} characters.`,
      };
    case 'min_length':
      return {zh: `至少要有 ${String(requirement)} 项。`, en: `At least ${String(requirement)} must be there.`};
    case 'min_value':
      return {zh: `不能小于 ${String(requirement)}。`, en: `It cannot be below ${String(requirement)}.`};
    case 'max_value':
      return {zh: `不能大于 ${String(requirement)}。`, en: `It cannot be above ${String(requirement)}.`};
    case 'integer':
      return {zh: '应为整数。', en: 'A whole number is expected.'};
    case 'picklist':
    case 'variant':
    case 'literal':
      return {zh: `只能是 ${choices(expected)} 之一。`, en: `Only ${choices(expected)} is possible here.`};
    case 'regex':
      return PATTERNS[String(requirement)] ?? {zh: '格式不对。', en: 'The form is wrong.'};
    case 'check':
      return {zh: '没有这一天，日期应如 2026-01-01。', en: 'There is no such day; a date reads 2026-01-01.'};
    case 'union':
      return {
        zh: '应为 null，或只含 q 与 is、any、all、not 之一的条件。',
        en: 'Either null or a condition of q and is, any, all, or not alone is expected.',
      };
    default:
      return KINDS[type] ?? {zh: '这里应为另一种值。', en: 'Another kind of value is expected here.'};
  }
}

const choices = (expected: string | null) => (expected ?? '').replace(/[()]/g, '').replaceAll(' | ', ', ');

const PATTERNS: Readonly<Record<string, Words>> = {
  [String(/^\d{6}$/)]: {
    zh: '应为六位行政区划代码，如 320000。',
    en: 'Six digits of a region code are expected, such as 320000.',
  },
  [String(/^\d{4}-\d{2}-\d{2}$/)]: {zh: '日期应如 2026-01-01。', en: 'A date reads 2026-01-01.'},
  [String(/^[\w-]{1,64}$/)]: {
    zh: '编号只能用英文字母、数字、下划线和连字符，最多 64 个。',
    en: 'An id is made of Latin letters, digits, underscores and hyphens, at most 64.',
  },
};

const LIST: Words = {zh: '应为列表 […]。', en: 'A list […] is expected.'};
const OBJECT: Words = {zh: '应为对象 {…}。', en: 'An object {…} is expected.'};
const KINDS: Readonly<Record<string, Words>> = {
  string: {zh: '应为文字（加双引号）。', en: 'Text in double quotes is expected.'},
  number: {zh: '应为数字（不加引号）。', en: 'A number without quotes is expected.'},
  boolean: {zh: '应为 true 或 false。', en: 'Either true or false is expected.'},
  array: LIST,
  tuple: LIST,
  strict_object: OBJECT,
  object: OBJECT,
};

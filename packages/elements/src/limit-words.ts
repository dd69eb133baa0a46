import type {Limit} from '@tongban/domain/guide/limit.js';

/** Words of time limits, for the messages of every element that shows one. */
export const limitWords = {
  'zh-CN': {
    'limit-workday': '{value} 个工作日',
    'limit-workday-1': '1 个工作日',
    'limit-day': '{value} 天（含节假日）',
    'limit-day-1': '1 天（含节假日）',
    'limit-month': '{value} 个月',
    'limit-month-1': '1 个月',
    'limit-instant': '即时办结',
    'limit-onSpot': '当场办结',
    'limit-unset': '没有规定',
  },
  en: {
    'limit-workday': '{value} working days',
    'limit-workday-1': '1 working day',
    'limit-day': '{value} days, holidays included',
    'limit-day-1': '1 day, holidays included',
    'limit-month': '{value} months',
    'limit-month-1': '1 month',
    'limit-instant': 'at once',
    'limit-onSpot': 'on the spot',
    'limit-unset': 'not fixed',
  },
} as const;

export type LimitWord = keyof (typeof limitWords)['en'];

/** A time limit in words: 3 个工作日, 即时办结. */
export function limitText(text: {of(key: LimitWord, values?: Readonly<Record<string, string | number>>): string}, {value, unit}: Limit): string {
  if (unit === 'instant' || unit === 'onSpot') return text.of(`limit-${unit}`);
  if (value === null) return text.of('limit-unset');
  return value === 1 ? text.of(`limit-${unit}-1`) : text.of(`limit-${unit}`, {value});
}

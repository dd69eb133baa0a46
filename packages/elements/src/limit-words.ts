import type {Limit} from '@tongban/domain/limit.js';

/** Words of time limits, for the messages of every element that shows one. */
export const limitWords = {
  'zh-CN': {
    'limit-workday': '{value} 个工作日',
    'limit-day': '{value} 天（含节假日）',
    'limit-month': '{value} 个月',
    'limit-instant': '即时办结',
    'limit-onSpot': '当场办结',
    'limit-unset': '没有规定',
  },
  en: {
    'limit-workday': '{value} working day(s)',
    'limit-day': '{value} day(s), holidays included',
    'limit-month': '{value} month(s)',
    'limit-instant': 'at once',
    'limit-onSpot': 'on the spot',
    'limit-unset': 'not fixed',
  },
} as const;

export type LimitWord = keyof (typeof limitWords)['en'];

/** A time limit in words: 3 个工作日, 即时办结. */
export function limitText(text: {of(key: LimitWord, values?: Readonly<Record<string, string | number>>): string}, {value, unit}: Limit): string {
  if (unit === 'instant' || unit === 'onSpot') return text.of(`limit-${unit}`);
  return value === null ? text.of('limit-unset') : text.of(`limit-${unit}`, {value});
}

import type {ClockView} from '@tongban/domain/case/case-file.js';
import type {Instant, LocalDate} from '@tongban/domain/primitives.js';

/** A civil date in words: 2026年11月24日, 24 November 2026. */
export function dateWords(date: LocalDate, lang: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  if (lang.toLowerCase().startsWith('zh')) return `${year}年${month}月${day}日`;
  const name = new Intl.DateTimeFormat('en-GB', {month: 'long', timeZone: 'UTC'}).format(new Date(Date.UTC(2000, month - 1, 1)));
  return `${day} ${name} ${year}`;
}

/** A due date; one beyond the calendar is only known as 「不早于…」. */
export function dueWords(due: NonNullable<ClockView['dueNow']>, lang: string): string {
  if ('on' in due) return dateWords(due.on, lang);
  const date = dateWords(due.notBefore, lang);
  return lang.toLowerCase().startsWith('zh') ? `不早于${date}` : `not before ${date}`;
}

/** A point in time as the hour in China: 09:05. */
export function timeOfDay(instant: Instant): string {
  return new Intl.DateTimeFormat('en-GB', {hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'Asia/Shanghai'}).format(new Date(instant));
}

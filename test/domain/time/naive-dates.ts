import type {CalendarFeed} from '@tongban/domain/time/calendar.js';
import type {LocalDate} from '@tongban/domain/primitives.js';

/*
 * Dates and workdays the slow way, by the engine's own clock and by looking each day up in the feed. Shares nothing with the code
 * it is there to doubt.
 */

export function datesFrom(first: LocalDate, count: number): LocalDate[] {
  const [year, month, day] = first.split('-').map(Number) as [number, number, number];
  return Array.from({length: count}, (_, n) => new Date(Date.UTC(year, month - 1, day + n)).toISOString().slice(0, 10));
}

/** Undefined for a day that the feed does not cover. */
export function isNaiveWorkday({coverage, years}: CalendarFeed, date: LocalDate): boolean | undefined {
  if (date < coverage[0] || date > coverage[1]) return undefined;
  const {holidays, workdays} = years[date.slice(0, 4)]!;
  if (workdays.includes(date)) return true;
  if (holidays.includes(date)) return false;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

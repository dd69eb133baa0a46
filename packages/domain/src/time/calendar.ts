import * as v from 'valibot';
import {addDays, daysBetween, isLocalDate, weekdayOf} from './civil-date.js';
import {TbError} from '../errors.js';
import {parse} from '../parse.js';
import {LocalDate} from '../primitives.js';

/** Which days are worked, as far as a government has said so. */
export interface CalendarProvider {
  covers(date: LocalDate): boolean;

  /** @throws TbError TB_CALENDAR_UNCOVERED when `!covers(date)`: an unannounced year is never taken for Monday to Friday */
  isWorkday(date: LocalDate): boolean;

  /**
   * The `n`-th workday after `date`, which itself is day 0; `date` when `n` is 0.
   *
   * @throws TbError TB_CALENDAR_UNCOVERED when that lies outside the calendar
   */
  addWorkdays(date: LocalDate, n: number): LocalDate;
}

const realDate = v.pipe(LocalDate, v.check(isLocalDate));

/** `holidays` are days off on any day of the week, `workdays` the days worked that would be off (调休). */
export const SpecialDays = v.object({holidays: v.array(realDate), workdays: v.array(realDate)});
export type SpecialDays = v.InferOutput<typeof SpecialDays>;

/** A calendar as it is published and updated; `coverage` is its first and last day. */
export const CalendarFeed = v.object({
  coverage: v.tuple([realDate, realDate]),
  years: v.record(v.pipe(v.string(), v.regex(/^\d{4}$/)), SpecialDays),
});
export type CalendarFeed = v.InferOutput<typeof CalendarFeed>;

/**
 * Reads a feed from outside; `coverage` may stand at the top or under `meta`, where demo/data/holidays-cn.json has it.
 *
 * @throws TbError TB_CONTRACT_INVALID
 */
export function parseCalendarFeed(input: unknown): CalendarFeed {
  const wrapped = v.safeParse(v.object({meta: v.object({coverage: v.unknown()}), years: v.unknown()}), input);
  return parse(CalendarFeed, wrapped.success ? {coverage: wrapped.output.meta.coverage, years: wrapped.output.years} : input);
}

/**
 * The calendar of a feed: Monday to Friday, without its holidays, with its workdays.
 *
 * @throws TbError TB_CONTRACT_INVALID when the feed says two things of one day or leaves out a year it claims to cover,
 *   which would pass for a year without holidays
 */
export function workdayCalendar({coverage: [first, last], years}: CalendarFeed): CalendarProvider {
  if (first > last) throw badFeed('coverage');
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year++) {
    if (!years[String(year).padStart(4, '0')]) throw badFeed(`years.${year}`);
  }
  const special = specialDays(Object.keys(years).map((year) => years[year]!));
  return calendarOf(
    (date) => date >= first && date <= last,
    (date) => special.get(date) ?? weekdayOf(date) <= 5,
  );
}

/** A calendar with a region's own notice laid over it: the notice wins on the days it names, and covers no more days. */
export function withRegionalDays(base: CalendarProvider, notice: SpecialDays): CalendarProvider {
  const special = specialDays([notice]);
  return calendarOf(
    (date) => base.covers(date),
    (date) => special.get(date) ?? base.isWorkday(date),
  );
}

/**
 * Workdays after `from` up to and including `to`; negative when `to` is the earlier.
 *
 * @throws TbError TB_CALENDAR_UNCOVERED
 */
export function workdaysBetween(calendar: CalendarProvider, from: LocalDate, to: LocalDate): number {
  if (to < from) return -workdaysBetween(calendar, to, from);
  let count = 0;
  const days = daysBetween(from, to);
  for (let n = 1; n <= days; n++) if (calendar.isWorkday(addDays(from, n))) count++;
  return count;
}

function calendarOf(covers: (date: LocalDate) => boolean, isWorked: (date: LocalDate) => boolean): CalendarProvider {
  const isWorkday = (date: LocalDate) => {
    if (!isLocalDate(date)) throw new TbError('TB_CONTRACT_INVALID', {details: {at: 'date'}});
    if (!covers(date)) throw new TbError('TB_CALENDAR_UNCOVERED', {details: {date}});
    return isWorked(date);
  };
  return {
    covers,
    isWorkday,
    addWorkdays(date, n) {
      if (!Number.isInteger(n) || n < 0) throw new TbError('TB_CONTRACT_INVALID', {details: {at: 'n'}});
      let reached = date;
      for (let left = n; left > 0; ) {
        reached = addDays(reached, 1);
        if (isWorkday(reached)) left--;
      }
      return reached;
    },
  };
}

/** Date → whether it is worked. */
function specialDays(lists: readonly SpecialDays[]): Map<LocalDate, boolean> {
  const special = new Map<LocalDate, boolean>();
  for (const {holidays, workdays} of lists) {
    for (const date of holidays) special.set(date, false);
    for (const date of workdays) {
      if (special.get(date) === false) throw badFeed(date);
      special.set(date, true);
    }
  }
  return special;
}

const badFeed = (at: string) => new TbError('TB_CONTRACT_INVALID', {details: {at}});

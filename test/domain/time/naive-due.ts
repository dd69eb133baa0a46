import type {CalendarFeed} from '@tongban/domain/time/calendar.js';
import type {Clock, Due} from '@tongban/domain/time/clocks.js';
import type {LocalDate} from '@tongban/domain/primitives.js';
import {datesFrom, isNaiveWorkday} from './naive-dates.js';

/**
 * The due date of a clock a second time: every day from the start on is written down, then struck out one rule after the other.
 */
export function naiveDue({start, limit, pauses, extraWorkdays = 0, stoppedOn}: Clock, feed: CalendarFeed, today: LocalDate): Due {
  const isInstant = limit.unit === 'instant' || limit.unit === 'onSpot';
  if (limit.value === null && !isInstant) return {none: true};

  const stopping = pauses.filter((pause) => !pause.countsInLimit);
  const lasts = ({from, to}: {from: LocalDate; to: LocalDate | null}) => to ?? [from, stoppedOn ?? today].sort()[1]!;
  const running = datesFrom(start, 1500).filter((date) => !stopping.some((pause) => date >= pause.from && date <= lasts(pause)));
  const maybeWorked = running.filter((date) => isNaiveWorkday(feed, date) !== false);

  let due: LocalDate;
  let leantOn: LocalDate[]; // Days of which it matters whether they are worked.
  if (isInstant || (limit.unit === 'workday' && limit.value === 0)) {
    due = maybeWorked[0]!;
    leantOn = [due];
  } else if (limit.unit === 'workday') {
    leantOn = maybeWorked.filter((date) => date > start).slice(0, limit.value!);
    due = leantOn[leantOn.length - 1]!;
  } else {
    const length = limit.unit === 'day' ? limit.value! : daysOfMonths(start, limit.value!);
    const lastDay = length === 0 ? start : running.filter((date) => date > start)[length - 1]!;
    due = maybeWorked.find((date) => date >= lastDay)!;
    leantOn = [due];
  }
  const extra = maybeWorked.filter((date) => date > due).slice(0, extraWorkdays);
  due = extra[extra.length - 1] ?? due;

  const isUnknown = [...leantOn, ...extra].some((date) => isNaiveWorkday(feed, date) === undefined);
  const isOpen = stopping.some(({from, to}) => to === null && stoppedOn === undefined && from <= due);
  return isUnknown || isOpen ? {notBefore: due} : {on: due};
}

function daysOfMonths(start: LocalDate, months: number): number {
  const [year, month, day] = start.split('-').map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const end = Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth));
  return (end - Date.UTC(year, month - 1, day)) / 86_400_000;
}

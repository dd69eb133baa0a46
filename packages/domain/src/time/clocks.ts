import type {CalendarProvider} from './calendar.js';
import {addMonths, daysBetween} from './civil-date.js';
import {DayWalk, type Span} from './day-walk.js';
import {TbError} from '../errors.js';
import type {Limit, LimitUnit} from '../guide/limit.js';
import type {LocalDate} from '../primitives.js';

export type {Limit, LimitUnit};

/** The units as guides and exchange tables write them. */
export const limitUnits = {
  工作日: 'workday',
  自然日: 'day',
  月: 'month',
  即办: 'instant',
  当场: 'onSpot',
} as const satisfies Record<string, LimitUnit>;

/**
 * Days that do not count, both ends included: the office has no full day on the day a procedure starts nor on the day it
 * ends. `to` is null while it goes on. A pause with `countsInLimit` is on record but stops nothing.
 */
export interface Pause {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly kind: 'special' | 'extend' | 'lack' | 'supplement';
  readonly basis: string;
  readonly countsInLimit: boolean;
}

export type ClockKind =
  | 'precheck'
  | 'receiptNotice'
  | 'legal'
  | 'promised'
  | 'forward'
  | 'signFor'
  | 'supplement'
  | 'lack'
  | 'deliver';

/** One time limit at work. Its due date is nowhere stored: it follows from what is. */
export interface Clock {
  readonly kind: ClockKind;
  /** The part of a joint case it is about; the case as a whole without it. */
  readonly part?: string;
  /** The day of the event that starts it: day 0. */
  readonly start: LocalDate;
  readonly limit: Limit;
  readonly pauses: readonly Pause[];
  /** Workdays added by 延长审批. */
  readonly extraWorkdays?: number;
  /** The day the act it waited for was done. */
  readonly stoppedOn?: LocalDate;
}

/**
 * `on`: the end of office hours of that day. `notBefore`: the calendar ends before the count does, or a pause is still open,
 * so only the earliest possible day is known (shown 「不早于…」). `none`: there is no limit.
 */
export type Due = {readonly on: LocalDate} | {readonly notBefore: LocalDate} | {readonly none: true};

/** `undecided`: stopped on a day of which no calendar says yet whether it was in time. */
export type ClockState = 'running' | 'paused' | 'met' | 'missed' | 'undecided';

export type Light = 'green' | 'yellow' | 'red';

/**
 * When a clock runs out, with its pauses and its extension (domain.md §8.1).
 *
 * 工作日: the n-th workday after the start that is not paused. 自然日 and 月: that many days on (a month ends on the same day
 * number or the last day of a shorter month), one later for each paused day; a last day that is off moves to the next
 * workday (民法典 203). 即办 and 当场: the start day, or the next workday.
 *
 * `today` tightens the answer while a pause is open: it cannot end before today.
 *
 * @throws TbError TB_CONTRACT_INVALID when a pause ends before it starts, or a limit is no whole number of 0–10000
 */
export function dueOf(clock: Clock, calendar: CalendarProvider, today?: LocalDate): Due {
  const {start, limit, extraWorkdays = 0} = clock;
  const walk = new DayWalk(start, calendar, pausedSpans(clock, today));
  if (limit.unit === 'instant' || limit.unit === 'onSpot') {
    walk.rollToWorkday();
  } else if (limit.value === null) {
    return {none: true};
  } else {
    requireWhole(limit.value, 'limit');
    if (limit.unit === 'workday') walk.passWorkdays(limit.value);
    if (limit.unit === 'day') walk.passDays(limit.value);
    if (limit.unit === 'month') walk.passDays(daysBetween(start, addMonths(start, limit.value)));
    walk.rollToWorkday();
  }
  requireWhole(extraWorkdays, 'extraWorkdays');
  walk.passWorkdays(extraWorkdays);
  const {reached} = walk;
  const isFinal = walk.isCovered && !clock.pauses.some((pause) => isOpen(clock, pause) && pause.from <= reached);
  return isFinal ? {on: reached} : {notBefore: reached};
}

/** The due date as it was on the first day: `dueOf` without pauses and extension. */
export function dueOriginalOf({kind, start, limit}: Clock, calendar: CalendarProvider): Due {
  return dueOf({kind, start, limit, pauses: []}, calendar);
}

/** How a clock stands at the end of `today`. A clock that is due today is not missed yet. */
export function stateOf(clock: Clock, calendar: CalendarProvider, today: LocalDate): ClockState {
  const due = dueOf(clock, calendar, today);
  if (clock.stoppedOn !== undefined) {
    if ('none' in due || clock.stoppedOn <= lastKnown(due)) return 'met';
    return 'on' in due ? 'missed' : 'undecided';
  }
  if ('on' in due && today > due.on) return 'missed';
  const isPaused = pausedSpans(clock, today).some(({from, to}) => from <= today && today <= to);
  return isPaused ? 'paused' : 'running';
}

/**
 * Workdays left after `today` until a clock runs out, without the paused ones; 0 when it is past.
 * Undefined where there is no limit, or where today lies beyond the earliest possible day of a calendar that ended.
 */
export function workdaysLeft(clock: Clock, calendar: CalendarProvider, today: LocalDate): number | undefined {
  const due = dueOf(clock, calendar, today);
  if ('none' in due || ('notBefore' in due && today > due.notBefore)) return undefined;
  return workdaysUntil(due, clock, calendar, today);
}

/**
 * Red when past; yellow with at most one workday or a fifth of the workdays left, or when the calendar ended and nobody can
 * tell; green otherwise.
 */
export function lightOf(clock: Clock, calendar: CalendarProvider, today: LocalDate): Light {
  const state = stateOf(clock, calendar, today);
  if (state === 'met') return 'green';
  if (state === 'missed') return 'red';
  const due = dueOf(clock, calendar, today);
  if ('none' in due) return 'green';
  const left = workdaysLeft(clock, calendar, today);
  if (state === 'undecided' || left === undefined) return 'yellow';
  return left <= 1 || left * 5 <= workdaysUntil(due, clock, calendar, clock.start, today) ? 'yellow' : 'green';
}

/** Workdays of a clock after `from`, as of `today`. */
function workdaysUntil(
  due: KnownDue,
  clock: Clock,
  calendar: CalendarProvider,
  from: LocalDate,
  today: LocalDate = from,
): number {
  const walk = new DayWalk(from > clock.start ? from : clock.start, calendar, pausedSpans(clock, today));
  return walk.countWorkdays(lastKnown(due));
}

type KnownDue = Exclude<Due, {none: true}>;

function lastKnown(due: KnownDue): LocalDate {
  return 'on' in due ? due.on : due.notBefore;
}

/** An open pause ends with the act that stops the clock. */
function isOpen({stoppedOn}: Clock, {to, countsInLimit}: Pause): boolean {
  return to === null && stoppedOn === undefined && !countsInLimit;
}

/** The pauses that stop a clock; one still open lasts at least its first day, and until today. */
function pausedSpans({start, pauses, stoppedOn}: Clock, today: LocalDate = start): Span[] {
  return pauses
    .filter(({countsInLimit}) => !countsInLimit)
    .map(({from, to}) => {
      if (to !== null && to < from) throw new TbError('TB_CONTRACT_INVALID', {details: {at: 'pauses'}});
      const soFar = stoppedOn ?? today;
      return {from, to: to ?? (soFar > from ? soFar : from)};
    });
}

/** Far above any limit in law; keeps a slip in a feed from counting for minutes. */
const LONGEST_LIMIT = 10_000;

function requireWhole(n: number, at: string): void {
  if (!Number.isInteger(n) || n < 0 || n > LONGEST_LIMIT) throw new TbError('TB_CONTRACT_INVALID', {details: {at}});
}

import type {CalendarProvider} from './calendar.js';
import {stateOf, type Clock, type ClockKind, type Limit} from './clocks.js';
import type {LocalDate} from '../primitives.js';

/** Which day the notice limit runs from when a window receives for a home (收受分离, domain.md §8.1b). */
export type ReceiptDay = 'window' | 'home';

/** How papers travel from the window to the home. */
export type Carrier = 'online' | 'ems';

/** Limits that apply where an agreement or a region sets no others. */
export const defaultLimits = {
  /** Ours. */
  precheck: {value: 1, unit: 'workday'},
  /** 行政许可法 32: tell everything that is missing within five workdays. */
  receiptNotice: {value: 5, unit: 'workday'},
  /** Ours: on the day itself, and two workdays by EMS. */
  forwardOnline: {value: null, unit: 'instant'},
  forwardOnPaper: {value: 2, unit: 'workday'},
  /** Ours. */
  signFor: {value: 1, unit: 'workday'},
  /** 行政许可法 44. */
  deliver: {value: 10, unit: 'workday'},
} as const satisfies Record<string, Limit>;

/** A clock that runs from `start` and has not been paused yet. */
export function startClock(kind: ClockKind, start: LocalDate, limit: Limit): Clock {
  return {kind, start, limit, pauses: []};
}

export function precheckClock(submittedOn: LocalDate, limit: Limit = defaultLimits.precheck): Clock {
  return startClock('precheck', submittedOn, limit);
}

export function forwardClock(takenInOn: LocalDate, carrier: Carrier, limit?: Limit): Clock {
  const usual = carrier === 'online' ? defaultLimits.forwardOnline : defaultLimits.forwardOnPaper;
  return startClock('forward', takenInOn, limit ?? usual);
}

export function signForClock(arrivedOn: LocalDate, limit: Limit = defaultLimits.signFor): Clock {
  return startClock('signFor', arrivedOn, limit);
}

export function deliverClock(decidedOn: LocalDate, limit: Limit = defaultLimits.deliver): Clock {
  return startClock('deliver', decidedOn, limit);
}

/** The two clocks of an accepted case. */
export function acceptanceClocks(acceptedOn: LocalDate, limits: {legal: Limit; promised: Limit}): [legal: Clock, promised: Clock] {
  return [startClock('legal', acceptedOn, limits.legal), startClock('promised', acceptedOn, limits.promised)];
}

/** The days on which an application reached the window, and the home if it has. */
export interface Receipt {
  readonly windowDay: LocalDate;
  readonly homeDay?: LocalDate;
}

/**
 * The limit to tell the applicant what is missing. It starts at the window unless the agreement says home; then it does not
 * exist before the home has signed for the application.
 */
export function noticeClock(
  {windowDay, homeDay}: Receipt,
  receiptDay: ReceiptDay = 'window',
  limit: Limit = defaultLimits.receiptNotice,
): Clock | undefined {
  const start = receiptDay === 'window' ? windowDay : homeDay;
  return start === undefined ? undefined : startClock('receiptNotice', start, limit);
}

/** The receipt day, once nothing was told in time: the application then counts as accepted on it (行政许可法 32). */
export function deemedAcceptedOn(notice: Clock, calendar: CalendarProvider, today: LocalDate): LocalDate | undefined {
  return stateOf(notice, calendar, today) === 'missed' ? notice.start : undefined;
}

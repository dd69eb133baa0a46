import {parseCalendarFeed, workdayCalendar} from '@tongban/domain/time/calendar.js';
import {
  dueOf,
  dueOriginalOf,
  lightOf,
  stateOf,
  workdaysLeft,
  type Clock,
  type Limit,
  type Pause,
} from '@tongban/domain/time/clocks.js';
import type {LocalDate} from '@tongban/domain/primitives.js';
import {assert} from '@open-wc/testing';
import * as fc from 'fast-check';
import holidays from '../../../demo/data/holidays-cn.json';
import {datesFrom, isNaiveWorkday} from './naive-dates.js';
import {naiveDue} from './naive-due.js';

const feed = parseCalendarFeed(holidays);
const calendar = workdayCalendar(feed);
const NUM_RUNS = 300;

/** Anywhere in the calendar, around its long holidays, and around both its ends. */
const anyStart: fc.Arbitrary<LocalDate> = fc.oneof(
  fc.constantFrom(...datesFrom('2018-11-01', 3000)),
  fc.constantFrom(...datesFrom('2026-01-20', 40), ...datesFrom('2026-09-10', 40)),
  fc.constantFrom(...datesFrom('2018-12-01', 60), ...datesFrom('2026-11-01', 120)),
);

const anyLimit: fc.Arbitrary<Limit> = fc.oneof(
  fc.record({value: fc.integer({min: 0, max: 4}), unit: fc.constantFrom('workday' as const, 'day' as const)}),
  fc.record({value: fc.integer({min: 0, max: 60}), unit: fc.constantFrom('workday' as const, 'day' as const)}),
  fc.record({value: fc.integer({min: 0, max: 14}), unit: fc.constant('month' as const)}),
  fc.record({value: fc.constantFrom(null, 0), unit: fc.constantFrom('instant' as const, 'onSpot' as const)}),
  fc.record({value: fc.constant(null), unit: fc.constantFrom('workday' as const, 'day' as const, 'month' as const)}),
);

const later = (date: LocalDate, n: number) => datesFrom(date, n + 1)[n]!;
const before = (date: LocalDate, n: number) => new Date(Date.parse(`${date}T00:00:00Z`) - n * 86_400_000).toISOString().slice(0, 10);

const anyPause = (start: LocalDate): fc.Arbitrary<Pause> =>
  fc.record({
    at: fc.integer({min: 0, max: 90}),
    length: fc.oneof({weight: 4, arbitrary: fc.integer({min: 0, max: 40})}, {weight: 1, arbitrary: fc.constant(null)}),
    kind: fc.constantFrom('special' as const, 'extend' as const, 'lack' as const, 'supplement' as const),
    countsInLimit: fc.oneof({weight: 4, arbitrary: fc.constant(false)}, {weight: 1, arbitrary: fc.constant(true)}),
  }).map(({at, length, kind, countsInLimit}) => {
    const from = later(before(start, 5), at);
    return {from, to: length === null ? null : later(from, length), kind, basis: '', countsInLimit};
  });

const anyClock = (parts: {start?: fc.Arbitrary<LocalDate>; limit?: fc.Arbitrary<Limit>} = {}): fc.Arbitrary<Clock> =>
  (parts.start ?? anyStart).chain((start) =>
    fc.record(
      {
        kind: fc.constant('promised' as const),
        start: fc.constant(start),
        limit: parts.limit ?? anyLimit,
        pauses: fc.array(anyPause(start), {maxLength: 4}),
        extraWorkdays: fc.integer({min: 0, max: 10}),
        stoppedOn: fc.integer({min: 0, max: 150}).map((n) => later(start, n)),
      },
      {requiredKeys: ['kind', 'start', 'limit', 'pauses']},
    ),
  );

/** A clock and a day on which somebody looks at it. */
const anyView = (clocks = anyClock()) =>
  clocks.chain((clock) => fc.record({clock: fc.constant(clock), today: fc.oneof(fc.nat(8), fc.nat(160)).map((n) => later(clock.start, n))}));

const closed = (clock: Clock): Clock => ({...clock, pauses: clock.pauses.filter(({to}) => to !== null)});
const isPaused = ({pauses}: Clock, date: LocalDate) =>
  pauses.some(({from, to, countsInLimit}) => !countsInLimit && from <= date && date <= (to ?? '9999'));

describe('every due date', () => {
  it('equals the one that striking out days gives', () => {
    fc.assert(
      fc.property(anyView(), ({clock, today}) => {
        assert.deepEqual(dueOf(clock, calendar, today), naiveDue(clock, feed, today));
      }),
      {numRuns: 1000},
    );
  });

  it('equals it at the end of the calendar too', () => {
    const nearTheEnd = anyClock({start: fc.constantFrom(...datesFrom('2026-11-15', 60))});
    fc.assert(
      fc.property(anyView(nearTheEnd), ({clock, today}) => {
        assert.deepEqual(dueOf(clock, calendar, today), naiveDue(clock, feed, today));
      }),
      {numRuns: NUM_RUNS},
    );
  });

  it('lies as many workdays after the start as limit, extension and paused workdays add up to', () => {
    const inWorkdays = anyClock({
      start: fc.constantFrom(...datesFrom('2019-06-01', 2000)),
      limit: fc.record({value: fc.integer({min: 1, max: 60}), unit: fc.constant('workday' as const)}),
    });
    fc.assert(
      fc.property(inWorkdays.map(closed), (clock) => {
        const due = dueOf(clock, calendar);
        assert.property(due, 'on');
        const {on} = due as {on: LocalDate};
        const passed = datesFrom(clock.start, 1500).filter((date) => date > clock.start && date <= on && isNaiveWorkday(feed, date));
        const paused = passed.filter((date) => isPaused(clock, date));
        assert.equal(passed.length, clock.limit.value! + (clock.extraWorkdays ?? 0) + paused.length);
      }),
      {numRuns: NUM_RUNS},
    );
  });

  it('is a workday on which the clock is not paused', () => {
    fc.assert(
      fc.property(anyClock().map(closed), (clock) => {
        const due = dueOf(clock, calendar);
        if (!('on' in due)) return;
        assert.isTrue(isNaiveWorkday(feed, due.on));
        assert.isFalse(isPaused(clock, due.on));
      }),
      {numRuns: NUM_RUNS},
    );
  });

  it('does not depend on the order of the pauses, or on one that is told twice', () => {
    fc.assert(
      fc.property(anyView(), ({clock, today}) => {
        const due = dueOf(clock, calendar, today);
        assert.deepEqual(dueOf({...clock, pauses: [...clock.pauses].reverse()}, calendar, today), due);
        assert.deepEqual(dueOf({...clock, pauses: [...clock.pauses, ...clock.pauses]}, calendar, today), due);
      }),
      {numRuns: NUM_RUNS},
    );
  });

  it('is never brought forward by a pause or an extension', () => {
    fc.assert(
      fc.property(anyView(), ({clock, today}) => {
        const [original, now] = [dueOriginalOf(clock, calendar), dueOf(clock, calendar, today)];
        if ('none' in original || 'none' in now) return assert.deepEqual(original, now);
        const day = (due: typeof original) => ('on' in due ? due.on : due.notBefore);
        return assert.isTrue(day(now) >= day(original));
      }),
      {numRuns: NUM_RUNS},
    );
  });

  it('「不早于」 is never later than the due date that a longer calendar gives', () => {
    const shortened = workdayCalendar({...feed, coverage: ['2019-01-01', '2025-12-10']});
    const overTheEnd = anyClock({start: fc.constantFrom(...datesFrom('2025-11-01', 60))}).map(closed);
    fc.assert(
      fc.property(overTheEnd, (clock) => {
        const [early, known] = [dueOf(clock, shortened), dueOf(clock, calendar)];
        if ('on' in early) return assert.deepEqual(early, known);
        return 'notBefore' in early && 'on' in known ? assert.isTrue(early.notBefore <= known.on) : undefined;
      }),
      {numRuns: NUM_RUNS},
    );
  });

  it('never comes before the 「不早于」 of an open pause, whenever that ends', () => {
    fc.assert(
      fc.property(anyView(), fc.integer({min: 0, max: 60}), ({clock, today}, n) => {
        const pauses = clock.pauses.map((pause) => ({...pause, to: pause.to ?? later(pause.from > today ? pause.from : today, n)}));
        const [open, ended] = [dueOf({...clock, stoppedOn: undefined}, calendar, today), dueOf({...clock, pauses}, calendar, today)];
        if ('notBefore' in open) assert.isTrue(('on' in ended ? ended.on : 'notBefore' in ended ? ended.notBefore : '') >= open.notBefore);
      }),
      {numRuns: NUM_RUNS},
    );
  });
});

describe('every state and light', () => {
  it('follows from the due date', () => {
    fc.assert(
      fc.property(anyView(), ({clock, today}) => {
        const due = naiveDue(clock, feed, today);
        const [state, light] = [stateOf(clock, calendar, today), lightOf(clock, calendar, today)];
        const measured = clock.stoppedOn ?? today;
        const isLate = 'on' in due && measured > due.on;
        assert.equal(state === 'missed', isLate);
        assert.equal(light === 'red', isLate);
        assert.equal(state === 'undecided', clock.stoppedOn !== undefined && 'notBefore' in due && measured > due.notBefore);
        if (clock.stoppedOn === undefined && !isLate) assert.equal(state, isPaused(clock, today) ? 'paused' : 'running');
        if (clock.stoppedOn !== undefined) assert.include(['met', 'missed', 'undecided'], state);
      }),
      {numRuns: NUM_RUNS},
    );
  });

  it('is yellow exactly when one workday or a fifth of them is left', () => {
    const certain = anyView(anyClock({start: fc.constantFrom(...datesFrom('2019-06-01', 2000))}).map(({stoppedOn: _, ...clock}) => closed(clock)));
    fc.assert(
      fc.property(certain, ({clock, today}) => {
        const due = naiveDue(clock, feed, today);
        if (!('on' in due) || today > due.on) return;
        const running = datesFrom(clock.start, 1500).filter((date) => date <= due.on && isNaiveWorkday(feed, date) && !isPaused(clock, date));
        const left = running.filter((date) => date > today).length;
        const all = running.filter((date) => date > clock.start).length;
        assert.equal(workdaysLeft(clock, calendar, today), left);
        assert.equal(lightOf(clock, calendar, today), left <= 1 || left / all <= 0.2 ? 'yellow' : 'green');
      }),
      {numRuns: NUM_RUNS},
    );
  });
});

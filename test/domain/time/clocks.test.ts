import {parseCalendarFeed, withRegionalDays, workdayCalendar} from '@tongban/domain/time/calendar.js';
import {dueOf, dueOriginalOf, lightOf, limitUnits, stateOf, workdaysLeft, type Clock, type Limit, type Pause} from '@tongban/domain/time/clocks.js';
import {assert} from '@open-wc/testing';
import holidays from '../../../demo/data/holidays-cn.json';
import {throwsWith} from '../../support/throws-with.js';

const calendar = workdayCalendar(parseCalendarFeed(holidays));

// In March 2026 every Monday to Friday is worked and nothing else.
const MONDAY = '2026-03-02';
const workdays = (value: number | null): Limit => ({value, unit: 'workday'});
const aClock = (parts: Partial<Clock> = {}): Clock => ({kind: 'promised', start: MONDAY, limit: workdays(5), pauses: [], ...parts});
const aPause = (parts: Partial<Pause> = {}): Pause => ({from: '2026-03-04', to: '2026-03-05', kind: 'special', basis: '专家评审', countsInLimit: false, ...parts});
const due = (clock: Clock, today?: string) => dueOf(clock, calendar, today);

describe('a due date', () => {
  it('does not count the day of the event', () => {
    assert.deepEqual(due(aClock({limit: workdays(1)})), {on: '2026-03-03'});
    assert.deepEqual(due(aClock({limit: workdays(5)})), {on: '2026-03-09'});
  });

  it('in natural days moves from a day off to the next workday', () => {
    assert.deepEqual(due(aClock({limit: {value: 3, unit: 'day'}})), {on: '2026-03-05'});
    assert.deepEqual(due(aClock({limit: {value: 5, unit: 'day'}})), {on: '2026-03-09'}); // Saturday 7th
    assert.deepEqual(due(aClock({start: '2026-02-10', limit: {value: 4, unit: 'day'}})), {on: '2026-02-14'}); // a Saturday that is worked
    assert.deepEqual(due(aClock({start: '2026-02-10', limit: {value: 5, unit: 'day'}})), {on: '2026-02-24'}); // Spring Festival
  });

  it('in months keeps the day number, or takes the last day of the month', () => {
    assert.deepEqual(due(aClock({limit: {value: 1, unit: 'month'}})), {on: '2026-04-02'});
    assert.deepEqual(due(aClock({start: '2025-12-31', limit: {value: 6, unit: 'month'}})), {on: '2026-06-30'});
    assert.deepEqual(due(aClock({start: '2026-01-31', limit: {value: 1, unit: 'month'}})), {on: '2026-02-28'}); // a worked Saturday
  });

  it('of 即办 and 当场 is the day itself, or the next workday', () => {
    for (const unit of [limitUnits.即办, limitUnits.当场]) {
      assert.deepEqual(due(aClock({limit: {value: null, unit}})), {on: MONDAY});
      assert.deepEqual(due(aClock({start: '2026-03-07', limit: {value: 0, unit}})), {on: '2026-03-09'});
    }
  });

  it('is none where the limit has no number', () => {
    assert.deepEqual(due(aClock({limit: workdays(null)})), {none: true});
  });

  it('moves by the workdays of a pause, both its ends included', () => {
    assert.deepEqual(due(aClock({pauses: [aPause()]})), {on: '2026-03-11'});
    assert.deepEqual(due(aClock({pauses: [aPause({from: '2026-03-06', to: '2026-03-08'})]})), {on: '2026-03-10'});
    assert.deepEqual(due(aClock({pauses: [aPause({from: '2026-03-07', to: '2026-03-08'})]})), {on: '2026-03-09'});
  });

  it('moves once for pauses that overlap', () => {
    const pauses = [aPause(), aPause({from: '2026-03-05', to: '2026-03-06', kind: 'supplement'})];
    assert.deepEqual(due(aClock({pauses})), {on: '2026-03-12'});
  });

  it('moves for a pause that starts on the last day, not for one after it', () => {
    assert.deepEqual(due(aClock({pauses: [aPause({from: '2026-03-09', to: '2026-03-09'})]})), {on: '2026-03-10'});
    assert.deepEqual(due(aClock({pauses: [aPause({from: '2026-03-10', to: '2026-03-20'})]})), {on: '2026-03-09'});
  });

  it('stays where it is for a procedure that counts in the limit', () => {
    assert.deepEqual(due(aClock({pauses: [aPause({countsInLimit: true})]})), {on: '2026-03-09'});
  });

  it('moves by the workdays of an extension, and remembers where it was', () => {
    const clock = aClock({pauses: [aPause()], extraWorkdays: 10});
    assert.deepEqual(due(clock), {on: '2026-03-25'});
    assert.deepEqual(dueOriginalOf(clock, calendar), {on: '2026-03-09'});
  });

  it('is only bounded while a pause is open', () => {
    const clock = aClock({pauses: [aPause({to: null})]});
    assert.deepEqual(due(clock), {notBefore: '2026-03-10'});
    assert.deepEqual(due(clock, '2026-03-06'), {notBefore: '2026-03-12'});
    assert.deepEqual(due({...clock, stoppedOn: '2026-03-06'}, '2026-04-01'), {on: '2026-03-12'});
  });

  it('past the calendar is 「不早于」, and neither guessed nor a crash', () => {
    assert.deepEqual(due(aClock({start: '2026-12-29', limit: workdays(2)})), {on: '2026-12-31'});
    assert.deepEqual(due(aClock({start: '2026-12-29', limit: workdays(5)})), {notBefore: '2027-01-03'});
    assert.deepEqual(due(aClock({start: '2026-12-30', limit: {value: 3, unit: 'day'}})), {notBefore: '2027-01-02'});
    assert.deepEqual(due(aClock({start: '2027-05-01', limit: {value: null, unit: 'instant'}})), {notBefore: '2027-05-01'});
    assert.deepEqual(due(aClock({start: '2018-12-27', limit: workdays(2)})), {notBefore: '2018-12-29'});
  });

  it('follows the notice of a region', () => {
    const local = withRegionalDays(calendar, {holidays: ['2026-03-03'], workdays: []});
    assert.deepEqual(dueOf(aClock(), local), {on: '2026-03-10'});
  });

  it('is refused for a pause that ends before it starts, and for no number of days', () => {
    throwsWith('TB_CONTRACT_INVALID', () => due(aClock({pauses: [aPause({to: '2026-03-03'})]})));
    for (const value of [-1, 2.5, Number.NaN, 10_001]) throwsWith('TB_CONTRACT_INVALID', () => due(aClock({limit: workdays(value)})));
    throwsWith('TB_CONTRACT_INVALID', () => due(aClock({extraWorkdays: -3})));
    throwsWith('TB_CONTRACT_INVALID', () => due(aClock({start: '2026-02-30'})));
  });
});

describe('the state of a clock', () => {
  const stateOn = (today: string, parts: Partial<Clock> = {}) => stateOf(aClock(parts), calendar, today);

  it('runs through its last day and is missed the day after', () => {
    assert.equal(stateOn('2026-03-09'), 'running');
    assert.equal(stateOn('2026-03-10'), 'missed');
  });

  it('was met when the act came on the last day, missed when it came later', () => {
    assert.equal(stateOn('2026-06-01', {stoppedOn: '2026-03-09'}), 'met');
    assert.equal(stateOn('2026-06-01', {stoppedOn: '2026-03-10'}), 'missed');
  });

  it('is paused from the first to the last day of a pause', () => {
    const states = ['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'].map((day) => stateOn(day, {pauses: [aPause()]}));
    assert.deepEqual(states, ['running', 'paused', 'paused', 'running']);
    assert.equal(stateOn('2026-09-01', {pauses: [aPause({to: null})]}), 'paused');
  });

  it('stays missed when a pause comes too late', () => {
    assert.equal(stateOn('2026-03-12', {pauses: [aPause({from: '2026-03-11', to: null})]}), 'missed');
  });

  it('has no late without a limit', () => {
    assert.equal(stateOn('2030-01-01', {limit: workdays(null)}), 'running');
    assert.equal(stateOn('2030-01-01', {limit: workdays(null), stoppedOn: '2029-01-01'}), 'met');
  });

  it('is undecided when no calendar can say whether the act came in time', () => {
    const overTheYear = {start: '2026-12-29', limit: workdays(5)};
    assert.equal(stateOn('2027-01-20', {...overTheYear, stoppedOn: '2027-01-03'}), 'met');
    assert.equal(stateOn('2027-01-20', {...overTheYear, stoppedOn: '2027-01-08'}), 'undecided');
    assert.equal(stateOn('2027-01-20', overTheYear), 'running');
  });
});

describe('the light of a clock', () => {
  const lights = (clock: Clock, days: string[]) => days.map((day) => lightOf(clock, calendar, day));

  it('turns yellow with one workday left and red after the last', () => {
    const days = ['2026-03-05', '2026-03-06', '2026-03-09', '2026-03-10'];
    assert.deepEqual(lights(aClock(), days), ['green', 'yellow', 'yellow', 'red']);
  });

  it('turns yellow with one workday left, however short the limit', () => {
    assert.deepEqual(lights(aClock({limit: workdays(3)}), ['2026-03-03', '2026-03-04']), ['green', 'yellow']);
  });

  it('turns yellow with a fifth left', () => {
    assert.deepEqual(lights(aClock({limit: workdays(15)}), ['2026-03-17', '2026-03-18']), ['green', 'yellow']); // 4, then 3 of 15
  });

  it('does not change while the clock is paused', () => {
    const clock = aClock({pauses: [aPause({from: '2026-03-04', to: null})]});
    assert.deepEqual(lights(clock, ['2026-03-04', '2026-04-01', '2026-08-03']), ['green', 'green', 'green']);
    assert.deepEqual(['2026-03-04', '2026-08-03'].map((day) => workdaysLeft(clock, calendar, day)), [4, 4]);
  });

  it('tells how it ended', () => {
    assert.equal(lightOf(aClock({stoppedOn: '2026-03-09'}), calendar, '2026-06-01'), 'green');
    assert.equal(lightOf(aClock({stoppedOn: '2026-03-10'}), calendar, '2026-06-01'), 'red');
  });

  it('is never red past the calendar', () => {
    const clock = aClock({start: '2026-12-29', limit: workdays(5)});
    assert.deepEqual(lights(clock, ['2026-12-29', '2026-12-31', '2027-01-03', '2027-03-01']), ['green', 'green', 'yellow', 'yellow']);
    assert.equal(workdaysLeft(clock, calendar, '2026-12-31'), 3);
    assert.isUndefined(workdaysLeft(clock, calendar, '2027-03-01'));
    assert.equal(lightOf({...clock, stoppedOn: '2027-03-01'}, calendar, '2027-03-01'), 'yellow');
  });

  it('is green without a limit', () => {
    assert.equal(lightOf(aClock({limit: workdays(null)}), calendar, '2030-01-01'), 'green');
  });
});

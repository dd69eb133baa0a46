import {
  parseCalendarFeed,
  withRegionalDays,
  workdayCalendar,
  workdaysBetween,
  type CalendarFeed,
} from '@tongban/domain/time/calendar.js';
import {assert} from '@open-wc/testing';
import * as fc from 'fast-check';
import holidays from '../../../demo/data/holidays-cn.json';
import vectors from '../../fixtures/check-vectors.json';
import {throwsWith} from '../../support/throws-with.js';
import {datesFrom, isNaiveWorkday} from './naive-dates.js';

const feed = parseCalendarFeed(holidays);
const calendar = workdayCalendar(feed);

const aFeed = (changes: Partial<CalendarFeed>): CalendarFeed => ({
  coverage: ['2026-01-01', '2026-12-31'],
  years: {'2026': {holidays: [], workdays: []}},
  ...changes,
});

describe('the workday calendar', () => {
  for (const {from, addWorkdays, due, why} of vectors.workdays) {
    it(`counts ${addWorkdays} workdays from ${from} to ${due}: ${why}`, () => {
      assert.equal(calendar.addWorkdays(from, addWorkdays), due);
      assert.equal(workdaysBetween(calendar, from, due), addWorkdays);
    });
  }

  it('agrees with its feed on every day it covers', () => {
    for (const date of datesFrom('2019-01-01', 8 * 366)) {
      if (date > '2026-12-31') break;
      assert.equal(calendar.isWorkday(date), isNaiveWorkday(feed, date), date);
    }
  });

  it('says nothing of a day it does not cover', () => {
    assert.isTrue(calendar.covers('2019-01-01'));
    assert.isTrue(calendar.covers('2026-12-31'));
    assert.isFalse(calendar.covers('2018-12-31'));
    assert.isFalse(calendar.covers('2027-01-01'));
    throwsWith('TB_CALENDAR_UNCOVERED', () => calendar.isWorkday('2027-01-01'));
    throwsWith('TB_CALENDAR_UNCOVERED', () => calendar.isWorkday('2018-12-31'));
    throwsWith('TB_CALENDAR_UNCOVERED', () => calendar.addWorkdays('2026-12-31', 1));
    throwsWith('TB_CALENDAR_UNCOVERED', () => workdaysBetween(calendar, '2026-12-30', '2027-01-04'));
  });

  it('needs no answer about days it does not count', () => {
    assert.equal(calendar.addWorkdays('2026-12-30', 1), '2026-12-31');
    assert.equal(calendar.addWorkdays('2027-05-01', 0), '2027-05-01');
    assert.equal(calendar.addWorkdays('2018-12-31', 1), '2019-01-02');
  });

  it('refuses what is no date or no number of days', () => {
    throwsWith('TB_CONTRACT_INVALID', () => calendar.isWorkday('2026-02-30'));
    throwsWith('TB_CONTRACT_INVALID', () => calendar.addWorkdays('2026-02-02', -1));
    throwsWith('TB_CONTRACT_INVALID', () => calendar.addWorkdays('2026-02-02', 1.5));
  });

  it('lands on the n-th workday after any day', () => {
    fc.assert(
      fc.property(fc.constantFrom(...datesFrom('2018-12-31', 7 * 365)), fc.integer({min: 0, max: 200}), (from, n) => {
        const later = datesFrom(from, 400).slice(1).filter((date) => isNaiveWorkday(feed, date));
        const due = n === 0 ? from : later[n - 1];
        assert.equal(calendar.addWorkdays(from, n), due);
        assert.equal(workdaysBetween(calendar, from, due!), n);
        assert.equal(workdaysBetween(calendar, due!, from) + n, 0);
      }),
      {numRuns: 200},
    );
  });
});

describe('a calendar feed', () => {
  it('may carry its coverage at the top', () => {
    assert.deepEqual(parseCalendarFeed({coverage: feed.coverage, years: feed.years}), feed);
  });

  it('is refused when it leaves out a year that it claims to cover', () => {
    throwsWith('TB_CONTRACT_INVALID', () => workdayCalendar(aFeed({coverage: ['2026-01-01', '2027-12-31']})));
  });

  it('is refused when it calls one day both off and worked', () => {
    const days = {holidays: ['2026-05-04'], workdays: ['2026-05-04']};
    throwsWith('TB_CONTRACT_INVALID', () => workdayCalendar(aFeed({years: {'2026': days}})));
  });

  it('is refused when it ends before it begins', () => {
    throwsWith('TB_CONTRACT_INVALID', () => workdayCalendar(aFeed({coverage: ['2026-12-31', '2026-01-01']})));
  });

  it('is refused when a date in it does not exist', () => {
    const days = {holidays: ['2026-02-30'], workdays: []};
    throwsWith('TB_CONTRACT_INVALID', () => parseCalendarFeed(aFeed({years: {'2026': days}})));
    throwsWith('TB_CONTRACT_INVALID', () => parseCalendarFeed({years: {}}));
    throwsWith('TB_CONTRACT_INVALID', () => parseCalendarFeed(null));
  });
});

describe("a region's own notice", () => {
  const local = withRegionalDays(calendar, {holidays: ['2026-03-03'], workdays: ['2026-03-07']});

  it('wins on the days it names', () => {
    assert.isFalse(local.isWorkday('2026-03-03'));
    assert.isTrue(local.isWorkday('2026-03-07'));
    assert.equal(calendar.addWorkdays('2026-03-02', 4), '2026-03-06');
    assert.equal(local.addWorkdays('2026-03-02', 4), '2026-03-07');
  });

  it('leaves every other day as it was', () => {
    for (const date of datesFrom('2026-01-01', 365)) {
      if (date !== '2026-03-03' && date !== '2026-03-07') assert.equal(local.isWorkday(date), calendar.isWorkday(date), date);
    }
  });

  it('does not make the calendar longer', () => {
    const later = withRegionalDays(calendar, {holidays: ['2027-01-04'], workdays: []});
    assert.isFalse(later.covers('2027-01-04'));
    throwsWith('TB_CALENDAR_UNCOVERED', () => later.isWorkday('2027-01-04'));
  });

  it('is refused when it calls one day both off and worked', () => {
    throwsWith('TB_CONTRACT_INVALID', () => withRegionalDays(calendar, {holidays: ['2026-03-03'], workdays: ['2026-03-03']}));
  });
});

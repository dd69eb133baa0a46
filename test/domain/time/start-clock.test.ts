import {parseCalendarFeed, workdayCalendar} from '@tongban/domain/time/calendar.js';
import {dueOf, workdaysLeft} from '@tongban/domain/time/clocks.js';
import {
  acceptanceClocks,
  deemedAcceptedOn,
  deliverClock,
  forwardClock,
  noticeClock,
  precheckClock,
  signForClock,
} from '@tongban/domain/time/start-clock.js';
import {assert} from '@open-wc/testing';
import holidays from '../../../demo/data/holidays-cn.json';

const calendar = workdayCalendar(parseCalendarFeed(holidays));

// In March 2026 every Monday to Friday is worked and nothing else.
const WINDOW_DAY = '2026-03-02';
const HOME_DAY = '2026-03-04';

describe('when papers are received at one place and decided at another', () => {
  it('the five workdays to tell what is missing run from the window', () => {
    const notice = noticeClock({windowDay: WINDOW_DAY, homeDay: HOME_DAY})!;
    assert.deepEqual(dueOf(notice, calendar), {on: '2026-03-09'});
    assert.equal(workdaysLeft(notice, calendar, HOME_DAY), 3);
  });

  it('they run from the home where the agreement says so, and not before it has signed', () => {
    assert.deepEqual(dueOf(noticeClock({windowDay: WINDOW_DAY, homeDay: HOME_DAY}, 'home')!, calendar), {on: '2026-03-11'});
    assert.isUndefined(noticeClock({windowDay: WINDOW_DAY}, 'home'));
  });

  it('an applicant who was told nothing in time counts as accepted on the receipt day', () => {
    const notice = noticeClock({windowDay: WINDOW_DAY})!;
    assert.isUndefined(deemedAcceptedOn(notice, calendar, '2026-03-09'));
    assert.equal(deemedAcceptedOn(notice, calendar, '2026-03-10'), WINDOW_DAY);
    assert.isUndefined(deemedAcceptedOn({...notice, stoppedOn: '2026-03-09'}, calendar, '2026-04-01'));
    assert.equal(deemedAcceptedOn({...notice, stoppedOn: '2026-03-10'}, calendar, '2026-04-01'), WINDOW_DAY);
  });

  it('the window sends on within the day online, within two workdays on paper', () => {
    assert.deepEqual(dueOf(forwardClock(WINDOW_DAY, 'online'), calendar), {on: WINDOW_DAY});
    assert.deepEqual(dueOf(forwardClock(WINDOW_DAY, 'ems'), calendar), {on: '2026-03-04'});
    assert.deepEqual(dueOf(forwardClock(WINDOW_DAY, 'ems', {value: 1, unit: 'workday'}), calendar), {on: '2026-03-03'});
  });
});

describe('the other clocks of a case', () => {
  it('have a usual limit that an agreement may change', () => {
    assert.deepEqual(dueOf(precheckClock(WINDOW_DAY), calendar), {on: '2026-03-03'});
    assert.deepEqual(dueOf(signForClock(WINDOW_DAY), calendar), {on: '2026-03-03'});
    assert.deepEqual(dueOf(signForClock(WINDOW_DAY, {value: 3, unit: 'workday'}), calendar), {on: '2026-03-05'});
    assert.deepEqual(dueOf(deliverClock(WINDOW_DAY), calendar), {on: '2026-03-16'});
  });

  it('start two at once when the case is accepted', () => {
    const [legal, promised] = acceptanceClocks(WINDOW_DAY, {legal: {value: 20, unit: 'workday'}, promised: {value: 3, unit: 'workday'}});
    assert.deepEqual([legal.kind, dueOf(legal, calendar)], ['legal', {on: '2026-03-30'}]);
    assert.deepEqual([promised.kind, dueOf(promised, calendar)], ['promised', {on: '2026-03-05'}]);
  });
});

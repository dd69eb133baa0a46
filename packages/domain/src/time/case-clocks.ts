import type {Case} from '../case/case.js';
import type {CaseEvent} from '../case/case-event.js';
import {daysBetween, localDateOf} from './civil-date.js';
import type {Clock, ClockKind} from './clocks.js';
import type {Limit} from '../guide/limit.js';
import type {LocalDate} from '../primitives.js';
import {isWithin} from '../regions/region-within.js';
import {decidingRegion} from '../acts/sides.js';
import {defaultLimits, deliverClock, forwardClock, precheckClock, signForClock, startClock} from './start-clock.js';
import {transitions} from '../acts/transitions.js';

/** How long an applicant has to answer a notice before the case may be sent back. Ours; law leaves it to the office. */
export const answerLimit: Limit = {value: 15, unit: 'workday'};

/**
 * The clocks after an event: what the transition table says stops, then what it says starts. `after` is the case with everything
 * else of the event applied, and its clocks as they were but for changes of the act's own.
 */
export function clocksAfter(after: Case, event: CaseEvent): readonly Clock[] {
  const {starts = [], stops = [], pause} = transitions[event.action];
  const day = localDateOf(event.at);
  const kept = after.clocks
    .map((clock) => (clock.stoppedOn === undefined && (stops === 'all' || stops.includes(clock.kind)) && !runsOn(after, event, clock) ? {...clock, stoppedOn: day} : clock))
    .map((clock) => (pause === 'end' ? endPause(clock, day) : clock));
  return [...kept, ...starts.flatMap((kind) => clocksStarted(kind, after, day))];
}

/** A parcel is on the window's clock until home has signed for it: only then its arrival is known. */
function runsOn({carrier}: Case, {action}: CaseEvent, {kind}: Clock): boolean {
  return action === 'forward' && kind === 'forward' && carrier === 'ems';
}

function endPause(clock: Clock, day: LocalDate): Clock {
  if (!clock.pauses.some(({to}) => to === null)) return clock;
  return {...clock, pauses: clock.pauses.map((pause) => (pause.to === null ? {...pause, to: day} : pause))};
}

function clocksStarted(kind: ClockKind, file: Case, day: LocalDate): Clock[] {
  switch (kind) {
    case 'precheck':
      return [precheckClock(day)];
    case 'receiptNotice':
      return noticeClocks(file, day);
    case 'forward':
      return needsForwarding(file) ? [forwardClock(day, 'online', file.sla?.forwardOnline)] : [];
    case 'signFor':
      return file.carrier === 'online' ? [signForClock(day, file.sla?.signFor)] : [];
    case 'supplement':
      return [startClock('supplement', day, answerLimit)];
    case 'legal':
    case 'promised':
      return [startClock(kind, file.acceptedOn ?? day, file[kind])];
    case 'lack':
      return lackDates(file).map((dueOn) => startClock('lack', day, {value: daysBetween(day, dueOn), unit: 'day'}));
    case 'deliver':
      return [deliverClock(day)];
  }
}

/** One at a time. Where home's receipt counts, it starts only once home has the papers (domain.md §8.1b). */
function noticeClocks(file: Case, day: LocalDate): Clock[] {
  const isRunning = file.clocks.some(({kind, stoppedOn}) => kind === 'receiptNotice' && stoppedOn === undefined);
  const isTooEarly = file.receiptDay === 'home' && needsForwarding(file);
  return isRunning || isTooEarly ? [] : [startClock('receiptNotice', day, defaultLimits.receiptNotice)];
}

function needsForwarding(file: Case): boolean {
  return file.mode === 'agent' && file.heldBy !== undefined && !isWithin(file.heldBy, decidingRegion(file));
}

/** The dates by which lacking materials are due, each once. */
export function lackDates({slots}: Pick<Case, 'slots'>): LocalDate[] {
  const dates = slots.filter(({state}) => state === 'lacking').map(({dueOn}) => dueOn);
  return [...new Set(dates.filter((dueOn): dueOn is LocalDate => dueOn !== undefined))].sort();
}

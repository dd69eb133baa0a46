import type {CalendarProvider} from './calendar.js';
import {addDays} from './civil-date.js';
import type {LocalDate} from '../primitives.js';

/** Days from one to another, both included. */
export interface Span {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/**
 * Counts forward from day 0 over the days that are not paused.
 *
 * A day no calendar covers is taken for a workday. So the walk never gets further than the true count would; once it has leant
 * on such a day (`isCovered` false), what it reached is a lower bound.
 */
export class DayWalk {
  reached: LocalDate;
  isCovered = true;
  readonly #calendar: CalendarProvider;
  readonly #paused: readonly Span[];

  constructor(start: LocalDate, calendar: CalendarProvider, paused: readonly Span[]) {
    this.reached = start;
    this.#calendar = calendar;
    this.#paused = paused;
  }

  passDays(n: number): void {
    for (let left = n; left > 0; ) {
      this.#step();
      if (!this.#isPaused()) left--;
    }
  }

  passWorkdays(n: number): void {
    for (let left = n; left > 0; ) {
      this.#step();
      if (this.#isCountedWorkday()) left--;
    }
  }

  /** Stays where it is on an unpaused workday, else goes to the next. */
  rollToWorkday(): void {
    while (!this.#isCountedWorkday()) this.#step();
  }

  /** How many unpaused workdays it passes until it has reached `last`. */
  countWorkdays(last: LocalDate): number {
    let count = 0;
    while (this.reached < last) {
      this.#step();
      if (this.#isCountedWorkday()) count++;
    }
    return count;
  }

  #step(): void {
    this.reached = addDays(this.reached, 1);
  }

  #isPaused(): boolean {
    return this.#paused.some(({from, to}) => from <= this.reached && this.reached <= to);
  }

  #isCountedWorkday(): boolean {
    if (this.#isPaused()) return false;
    if (this.#calendar.covers(this.reached)) return this.#calendar.isWorkday(this.reached);
    this.isCovered = false;
    return true;
  }
}

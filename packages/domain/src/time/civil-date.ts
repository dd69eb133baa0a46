import {TbError} from '../errors.js';
import type {Instant, LocalDate} from '../primitives.js';

/*
 * Civil dates are counted, never put into a `Date`: `new Date('2026-02-30')` means 2 March in one engine and nothing in
 * another, and local getters move a date by one on a computer set to another time zone.
 */

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const LAST_DAY_NUMBER = daysBeforeYear(10_000) - 1;
const CHINA_OFFSET_MINUTES = 8 * 60;

/** Whether the text is a real date YYYY-MM-DD of the years 0001–9999 (proleptic Gregorian). */
export function isLocalDate(text: string): boolean {
  return split(text) !== undefined;
}

/**
 * Days since 0001-01-01, which is day 0.
 *
 * @throws TbError TB_CONTRACT_INVALID when the text is no date
 */
export function dayNumber(date: LocalDate): number {
  const parts = split(date);
  if (!parts) throw new TbError('TB_CONTRACT_INVALID', {details: {at: 'date'}});
  const [year, month, day] = parts;
  let days = daysBeforeYear(year) + day - 1;
  for (let earlier = 1; earlier < month; earlier++) days += monthLength(year, earlier);
  return days;
}

/** The date with this day number. @throws TbError TB_CONTRACT_INVALID outside the years 0001–9999 */
export function dateOfDay(number: number): LocalDate {
  if (!Number.isInteger(number) || number < 0 || number > LAST_DAY_NUMBER) {
    throw new TbError('TB_CONTRACT_INVALID', {details: {at: 'dayNumber'}});
  }
  let year = Math.floor(number / 365.2425) + 1;
  while (daysBeforeYear(year + 1) <= number) year++;
  while (daysBeforeYear(year) > number) year--;
  let day = number - daysBeforeYear(year) + 1;
  let month = 1;
  for (; day > monthLength(year, month); month++) day -= monthLength(year, month);
  return format(year, month, day);
}

/** `n` may be negative. */
export function addDays(date: LocalDate, n: number): LocalDate {
  return dateOfDay(dayNumber(date) + n);
}

/** Days from one date to another; negative when `to` is the earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same day number `n` months on, or the last day of a month that is too short for it. */
export function addMonths(date: LocalDate, n: number): LocalDate {
  const [year, month, day] = split(dateOfDay(dayNumber(date)))!;
  const months = year * 12 + month - 1 + n;
  const toYear = Math.floor(months / 12);
  const toMonth = months - toYear * 12 + 1;
  const moved = format(toYear, toMonth, Math.min(day, monthLength(toYear, toMonth)));
  return dateOfDay(dayNumber(moved));
}

/** 1 Monday … 7 Sunday (ISO 8601). */
export function weekdayOf(date: LocalDate): number {
  return (dayNumber(date) % 7) + 1; // 0001-01-01 was a Monday.
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/**
 * The civil date in China (UTC+8) at a point in time.
 *
 * @throws TbError TB_CONTRACT_INVALID when the text is no instant; a time without an offset is none
 */
export function localDateOf(instant: Instant): LocalDate {
  const match = INSTANT.exec(instant);
  const [, date = '', hour = '', minute = '', second = '', sign = '+', offsetHour = '0', offsetMinute = '0'] = match ?? [];
  const inRange = +hour < 24 && +minute < 60 && +second <= 60 && +offsetHour < 24 && +offsetMinute < 60;
  if (!match || !inRange) throw new TbError('TB_CONTRACT_INVALID', {details: {at: 'instant'}});
  const offset = (sign === '-' ? -1 : 1) * (+offsetHour * 60 + +offsetMinute);
  const minutes = +hour * 60 + +minute - offset + CHINA_OFFSET_MINUTES;
  return addDays(date, Math.floor(minutes / (24 * 60)));
}

/** The first instant of a civil date in China. */
export function startOfDay(date: LocalDate): Instant {
  return `${dateOfDay(dayNumber(date))}T00:00:00+08:00`;
}

function split(text: string): [year: number, month: number, day: number] | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const real = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
  return real ? [year, month, day] : undefined;
}

function format(year: number, month: number, day: number): LocalDate {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

function monthLength(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : MONTH_LENGTHS[month - 1]!;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysBeforeYear(year: number): number {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
}

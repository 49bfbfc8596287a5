import { DAY_MILLISECONDS } from './lengths.ts';
import { asWritten } from '../refusal/index.ts';

// The days that have a date YYYY-MM-DD: from 0000-01-01 to 9999-12-31.
const FIRST_DAY = -719_528;
const LAST_DAY = 2_932_896;

// The days below count from 0000-03-01, so that the leap day is the last of its year.
const DAY_OF_1970 = 719_468;

/** True for `2026-12-31`, false for `2026-02-30` and for all else. */
export function isCalendarDate(text: string): boolean {
  return !Number.isNaN(daysOf(text));
}

/**
 * Days from 1970-01-01 to a date `YYYY-MM-DD`, by the proleptic Gregorian calendar: differences of two are days between
 * dates.
 *
 * Throws on a text that is no such date.
 *
 * @example epochDay('2026-12-31') - epochDay('2025-11-03') // 423
 */
export function epochDay(date: string): number {
  const day = daysOf(date);
  if (Number.isNaN(day)) throw new Error(`date: ${date}, expected a date such as 2026-01-31`);
  return day;
}

/**
 * The date `YYYY-MM-DD` so many days after 1970-01-01.
 *
 * Throws on what is no whole day, or none from 0000-01-01 to 9999-12-31.
 */
export function dateOfEpochDay(day: number): string {
  if (!(hasDate(day) && Number.isInteger(day))) refuseDay('day', day, 'a whole day');
  return utc(day).toISOString().slice(0, 10);
}

/**
 * The calendar year of the day that holds a time counted from 1970-01-01.
 *
 * Throws on a time that is none from 0000-01-01 to 9999-12-31.
 */
export function yearOfEpochDay(day: number): number {
  if (!hasDate(day)) refuseDay('time', day, 'a time');
  return utc(Math.floor(day)).getUTCFullYear();
}

/** Whether the day that holds a time, counted from 1970-01-01, has a date of four-digit years. @internal */
export const hasDate = (time: number): boolean =>
  typeof time === 'number' && time >= FIRST_DAY && time < LAST_DAY + 1;

/** Day of the week of a whole day counted from 1970-01-01, a Thursday: 1 is Monday, 7 Sunday. */
export const weekday = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

const utc = (day: number): Date => new Date(day * DAY_MILLISECONDS);

function refuseDay(what: string, value: unknown, expected: string): never {
  throw new Error(
    `${what}: ${asWritten(value)}, expected ${expected} counted from 1970-01-01, from ${FIRST_DAY} (0000-01-01) to ${LAST_DAY} (9999-12-31)`,
  );
}

// Read digit by digit: a model asks hundreds of times a replication, and to parse dates as text took a tenth of it.
function daysOf(text: string): number {
  if (typeof text !== 'string' || text.length !== 10 || text[4] !== '-' || text[7] !== '-') return NaN;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return NaN;
  const marchYear = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  const daysBefore = 365 * marchYear + leapDays + Math.floor((153 * monthFromMarch + 2) / 5);
  return daysBefore + day - 1 - DAY_OF_1970;
}

function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

const ZERO = 48;

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

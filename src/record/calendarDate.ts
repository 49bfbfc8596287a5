import { dateOfEpochDay, epochDay, hasDate, isCalendarDate } from '../kernel/civilDate.ts';
import { asWritten } from '../refusal/index.ts';

/**
 * ISO date of a day counted from a start date; a time t in [d, d + 1) has date d.
 *
 * @throws on a start date that is none, and on a day that has no date: none is before 0000 or after 9999.
 * @example dateOfDay('2025-11-03', 424.3); // '2027-01-01'
 */
export function dateOfDay(startDate: string, day: number): string {
  const date = dateIfAny(startDate, day);
  if (date !== undefined) return date;
  throw new Error(
    `day: ${asWritten(day)}, expected days from ${startDate} that lead to a date from 0000-01-01 to 9999-12-31`,
  );
}

/** The same, and nothing for a day that has no date: a milestone may lie so far away. */
export function dateIfAny(startDate: string, day: number): string | undefined {
  if (!isCalendarDate(startDate))
    throw new Error(`start date: ${startDate}, expected a date such as 2025-11-03`);
  const whole = epochDay(startDate) + Math.floor(day);
  return hasDate(whole) ? dateOfEpochDay(whole) : undefined;
}

/**
 * The day, counted from a start date, that an ISO date names; NaN where one of them is none.
 *
 * @example dayOfDate('2025-11-03', '2026-12-31'); // 423
 */
export function dayOfDate(startDate: string, date: string): number {
  return isCalendarDate(date) && isCalendarDate(startDate) ? epochDay(date) - epochDay(startDate) : NaN;
}

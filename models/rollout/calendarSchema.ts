import { z } from 'zod';
import { date, isCalendarDate } from '../../src/scenario/index.ts';

// A leap year: a season may begin or end on the last day of February, whatever its number in the year.
const LEAP_YEAR = '2000';

const monthDay = z.string().refine((text) => isCalendarDate(`${LEAP_YEAR}-${text}`), {
  error: ({ input }) => `expected a month and day such as "03-01", got "${String(input)}"`,
});

/**
 * A part of the year by month and day, both included; it may go over the new year. `02-29` is the last day of February in every year.
 */
export const season = z.strictObject({ from: monthDay, to: monthDay });

/** Parts of the year in any order; those that overlap are one. */
export const seasons = z.array(season).max(50);

const dateRange = z.strictObject({ from: date(), to: date() }).superRefine(({ from, to }, context) => {
  if (to < from)
    context.addIssue({ code: 'custom', path: ['to'], message: `expected a day from ${from} on, got ${to}` });
});

/** Ranges of days, both ends included, in any order; those that overlap are one. */
export const dateRanges = z.array(dateRange).max(500);

// A year of hundreds of days of its own is written as windows.
const MOST_DAYS = 1000;
// A century before the start and after it.
const MOST_DISTANCE = 36_525;

export const calendarsSchema = z.strictObject({
  /** Whether energizing waits for an outage window or day. */
  outages: z.enum(['in-windows', 'any-day']),
  outageWindows: seasons,
  /** Single days on which an outage is possible as well, counted from the start. */
  outageDays: z.array(z.number().int().min(-MOST_DISTANCE).max(MOST_DISTANCE)).max(MOST_DAYS),
  networkFreeze: seasons,
  halfCrews: seasons,
  makerHolidays: dateRanges,
});

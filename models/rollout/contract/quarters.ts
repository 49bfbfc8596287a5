import { monthOfDay } from '../calendars.ts';

const MONTHS_IN_A_QUARTER = 3;

/**
 * Turns sums since the start into sums of the calendar quarter to date.
 *
 * At a quarter's last report date the value is that of the whole quarter.
 *
 * @param quarters calendar quarter of every report date
 */
export function quarterToDate(cumulative: ArrayLike<number>, quarters: readonly number[]): Float64Array {
  const out = new Float64Array(cumulative.length);
  let before = 0;
  for (let i = 0; i < out.length; i++) {
    if (i > 0 && quarters[i] !== quarters[i - 1]) before = cumulative[i - 1]!;
    out[i] = cumulative[i]! - before;
  }
  return out;
}

/** Calendar quarters, numbered through, of days counted from `start`. */
export function quartersOf(days: readonly number[], start: string): number[] {
  return days.map((day) => Math.floor(monthOfDay(start, day) / MONTHS_IN_A_QUARTER));
}

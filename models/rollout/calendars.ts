import { dateOfDay } from '../../src/record/index.ts';
import { epochDay, joinedRanges, yearOfEpochDay, type DayRange } from '../../src/kernel/index.ts';

/** Days from `start` to `isoDate`, both ISO dates: 0 for the start itself. Throws on a text that is no date. */
export function dayNumber(start: string, isoDate: string): number {
  return epochDay(isoDate) - epochDay(start);
}

/** The calendar month of the day that holds time `day`, as months since January of year 0. */
export function monthOfDay(start: string, day: number): number {
  const [year, month] = dateOfDay(start, day).split('-').map(Number) as [number, number];
  return year * MONTHS_A_YEAR + month - 1;
}

const MONTHS_A_YEAR = 12;

/** The calendar year of the day that holds time `day`. */
export function yearOfDay(start: string, day: number): number {
  return yearOfEpochDay(epochDay(start) + Math.floor(day));
}

/** The last day of every month from the start's month to the horizon, as day numbers; the horizon closes the list. */
export function monthEnds(start: string, horizonDays: number): number[] {
  const ends: number[] = [];
  for (let month = monthOfDay(start, 0) + 1; ; month++) {
    const year = String(Math.floor(month / MONTHS_A_YEAR)).padStart(4, '0');
    const first = `${year}-${String((month % MONTHS_A_YEAR) + 1).padStart(2, '0')}-01`;
    const day = dayNumber(start, first) - 1;
    if (day >= horizonDays - 1) break;
    ends.push(day);
  }
  ends.push(horizonDays - 1);
  return ends;
}

/** Holidays by their first and last date, in time order and joined. */
export function holidayRanges(
  holidays: readonly { readonly from: string; readonly to: string }[],
  start: string,
): DayRange[] {
  return joinedRanges(
    holidays.map(({ from, to }) => ({ from: dayNumber(start, from), to: dayNumber(start, to) + 1 })),
  );
}

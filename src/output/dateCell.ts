import { dateOfDay } from '../record/index.ts';

/** Date of a day, or nothing when it is not known or not reached. */
export function dateCell(startDate: string, day: number | undefined): string | undefined {
  return day === undefined || !Number.isFinite(day) ? undefined : dateOfDay(startDate, day);
}

/** The same for many days of one start: each date is worked out once. */
export function dateCells(startDate: string): (day: number | undefined) => string | undefined {
  const dates = new Map<number, string>();
  return (day) => {
    if (day === undefined || !Number.isFinite(day)) return undefined;
    const whole = Math.floor(day);
    const known = dates.get(whole);
    if (known !== undefined) return known;
    const date = dateOfDay(startDate, whole);
    dates.set(whole, date);
    return date;
  };
}

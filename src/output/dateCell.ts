import { dateIfAny } from '../record/index.ts';

/** Date of a day, or nothing when it is not known, not reached, or so far away that it has none. */
export function dateCell(startDate: string, day: number | undefined): string | undefined {
  return day === undefined || !Number.isFinite(day) ? undefined : dateIfAny(startDate, day);
}

/** The same for many days of one start: each date is worked out once. */
export function dateCells(startDate: string): (day: number | undefined) => string | undefined {
  const dates = new Map<number, string | undefined>();
  return (day) => {
    if (day === undefined || !Number.isFinite(day)) return undefined;
    const whole = Math.floor(day);
    const known = dates.get(whole);
    if (known !== undefined) return known;
    const date = dateIfAny(startDate, whole);
    dates.set(whole, date);
    return date;
  };
}

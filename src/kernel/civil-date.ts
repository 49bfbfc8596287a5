// Days before each month of a common year.
const BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days from the first of January of year 0 to that of another year, in the Gregorian calendar. */
function daysToYear(year: number): number {
  const before = year - 1;
  return 365 * year + 1 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
}

const ordinal = (year: number, month: number, day: number): number =>
  BEFORE_MONTH[month - 1] + (month > 2 && isLeap(year) ? 1 : 0) + day - 1;

/** The number of a date `YYYY-MM-DD`, in days; throws on a text that is none. */
export function dayNumber(date: string): number {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const [year, month, day] = parts === null ? [NaN, NaN, NaN] : parts.slice(1).map(Number);
  const number = daysToYear(year) + ordinal(year, month, day);
  if (!(number >= 0) || monthDay(number) !== date.slice(5)) {
    throw new Error(`date: ${date}, expected a date such as 2026-01-31`);
  }
  return number;
}

/** The `MM-DD` of a day number. */
export function monthDay(number: number): string {
  let year = Math.floor(number / 365.2425);
  while (daysToYear(year + 1) <= number) year++;
  while (daysToYear(year) > number) year--;
  const within = number - daysToYear(year);
  let month = 12;
  while (ordinal(year, month, 1) > within) month--;
  const day = within - ordinal(year, month, 1) + 1;
  return `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Day of the week of a day number: 1 is Monday, 7 Sunday. */
export const weekday = (number: number): number => ((((number + 5) % 7) + 7) % 7) + 1;

const DAY_MILLISECONDS = 86_400_000;

const dateOf = (number: number): Date => new Date(number * DAY_MILLISECONDS);

/** The number of a date `YYYY-MM-DD`, in days; throws on a text that is none. */
export function dayNumber(date: string): number {
  const number = Date.parse(`${date}T00:00Z`) / DAY_MILLISECONDS;
  // A day that its month does not have comes out as one of the next.
  if (Number.isNaN(number) || dateOf(number).toISOString().slice(0, 10) !== date) {
    throw new Error(`date: ${date}, expected a date such as 2026-01-31`);
  }
  return number;
}

/** The `MM-DD` of a day number. */
export const monthDay = (number: number): string => dateOf(number).toISOString().slice(5, 10);

/** Day of the week of a day number: 1 is Monday, 7 Sunday. */
export const weekday = (number: number): number => dateOf(number).getUTCDay() || 7;

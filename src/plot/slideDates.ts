import { dateOf, daysBetween } from './calendarText.ts';

/**
 * Days of a date after the first of some dates: a slider counts them and not the dates, which need not be equally far
 * apart, so that its thumb stands below the place of the date in a chart.
 */
export function slideDay(dates: readonly string[], date: string): number {
  return daysBetween(dateOf(dates[0]!), dateOf(date));
}

/**
 * The place of the last date by a day to which a slider was moved; at least the next one in that direction, so that an
 * arrow key, which moves by a day, comes from one date to the other.
 *
 * @param from where among the dates it stood
 */
export function placeSlidTo(dates: readonly string[], { from, day }: { from: number; day: number }): number {
  const place = Math.max(
    0,
    dates.findLastIndex((date) => slideDay(dates, date) <= day),
  );
  const before = slideDay(dates, dates[from]!);
  if (place === from && day > before) return Math.min(from + 1, dates.length - 1);
  return place;
}

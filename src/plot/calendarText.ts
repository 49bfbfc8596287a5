import { DAY_MILLISECONDS } from '../kernel/lengths.ts';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** The UTC day of an ISO date; throws on a text that is none. */
export function dateOf(text: string): Date {
  const date = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) {
    throw new Error(`date: ${text}, expected a date such as 2026-01-31`);
  }
  return date;
}

/** The date some days later. */
export function addDays(date: Date, days: number): Date {
  return new Date(date.getTime() + days * DAY_MILLISECONDS);
}

/** Days from one date to another. */
export function daysBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / DAY_MILLISECONDS;
}

/** `31 Dec 2026` */
export function dayText(date: Date): string {
  return `${date.getUTCDate()} ${monthText(date)}`;
}

/** `Dec 2026` */
export function monthText(date: Date): string {
  return `${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** `31 Dec` */
export function monthDayText(date: Date): string {
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
}

/** `Dec` */
export function monthName(date: Date): string {
  return MONTHS[date.getUTCMonth()]!;
}

import { datedValue } from '../datedValue.ts';
import type { ContractSchedule } from './schema.ts';

export interface ScheduleOptions {
  /** Ends of the report's days, in days from the start. */
  readonly ends: ArrayLike<number>;
  /** What the whole contract bills a day at full size. */
  readonly dollarsADay: number;
  readonly dayOf: (isoDate: string) => number;
}

/**
 * Dollars that a schedule asks for, in all, by each report date.
 *
 * A schedule of capacity bills its part of the contract day by day; a schedule of spend gives the sum itself.
 */
export function scheduledDollars(
  { capacity, spend }: ContractSchedule,
  { ends, dollarsADay, dayOf: dayOfDate }: ScheduleOptions,
): Float64Array {
  // Each date is read once and not once a day: a schedule is asked about a thousand days in every replication.
  const days = new Map([...(capacity ?? []), ...(spend ?? [])].map(({ date }) => [date, dayOfDate(date)]));
  const dayOf = (date: string): number => days.get(date)!;
  const dollars = new Float64Array(ends.length);
  if (spend !== undefined) {
    for (let i = 0; i < ends.length; i++)
      dollars[i] = datedValue(spend, { day: ends[i]!, dayOf, read: (value) => value });
    return dollars;
  }
  let sum = 0;
  let day = 0;
  for (let i = 0; i < ends.length; i++) {
    for (; day < ends[i]!; day++)
      sum += dollarsADay * datedValue(capacity!, { day: day + 0.5, dayOf, read: (value) => value });
    dollars[i] = sum;
  }
  return dollars;
}

/** What usage falls short of a schedule by each report date, in dollars; never negative. */
export function shortfall(scheduled: ArrayLike<number>, usage: ArrayLike<number>): Float64Array {
  return Float64Array.from(scheduled, (asked, i) => Math.max(0, asked - usage[i]!));
}

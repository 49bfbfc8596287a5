import { datedValue } from '../datedValue.ts';
import type { ContractSchedule } from './schema.ts';

/** What a schedule asks for, day by day or by report date, whatever the size of the contract. */
export interface ScheduleTable {
  readonly name: string;
  /** Part of the contract on every day up to the last report date; empty for a schedule of spend. */
  readonly parts: Float64Array;
  /** Dollars in all by each report date; absent for a schedule of capacity. */
  readonly spend?: Float64Array;
}

/**
 * Reads a schedule's dates once, for all replications of a scenario.
 *
 * @param options.ends ends of the report's days, in days from the start
 */
export function scheduleTable(
  { name, capacity = [], spend }: ContractSchedule,
  { ends, dayOf }: { ends: Float64Array; dayOf: (isoDate: string) => number },
): ScheduleTable {
  const read = (value: number): number => value;
  if (spend !== undefined)
    return {
      name,
      parts: new Float64Array(),
      spend: ends.map((day) => datedValue(spend, { day, dayOf, read })),
    };
  const parts = new Float64Array(ends.at(-1)!);
  return { name, parts: parts.map((_, day) => datedValue(capacity, { day: day + 0.5, dayOf, read })) };
}

/**
 * Dollars that a schedule asks for, in all, by each report date.
 *
 * A schedule of capacity bills its part of the contract day by day; a schedule of spend gives the sum itself.
 *
 * @param options.dollarsADay what the whole contract bills a day at full size
 */
export function scheduledDollars(
  { parts, spend }: ScheduleTable,
  { ends, dollarsADay }: { ends: Float64Array; dollarsADay: number },
): Float64Array {
  if (spend !== undefined) return spend;
  const dollars = new Float64Array(ends.length);
  let sum = 0;
  let day = 0;
  for (let i = 0; i < ends.length; i++) {
    for (; day < ends[i]!; day++) sum += dollarsADay * parts[day]!;
    dollars[i] = sum;
  }
  return dollars;
}

/** What usage falls short of a schedule by each report date, in dollars; never negative. */
export function shortfall(scheduled: ArrayLike<number>, usage: ArrayLike<number>): Float64Array {
  return Float64Array.from(scheduled, (asked, i) => Math.max(0, asked - usage[i]!));
}

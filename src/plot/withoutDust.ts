import type { Interval } from './interval.ts';

/** What is smaller than this part of the largest is what sums of floating-point numbers leave behind. */
const DUST = 1e-9;

/** Intervals in which what is nothing beside the largest of them, or beside 1, is 0. */
export function withoutDust<Row extends Interval>(rows: readonly Row[]): Row[] {
  const largest = rows
    .flatMap(({ estimate, low, high }) => [estimate, low, high])
    .reduce<number>((most, value) => Math.max(most, Math.abs(value ?? 0)), 1);
  const clean = (value: number | undefined): number | undefined =>
    value !== undefined && Math.abs(value) < DUST * largest ? 0 : value;
  return rows.map((row) => ({
    ...row,
    estimate: clean(row.estimate),
    low: clean(row.low),
    high: clean(row.high),
  }));
}

import type { SeriesPoint } from '../../src/scenario/index.ts';

/**
 * Reads a dated series at a time, in days from the start.
 *
 * `from` holds a value until the next point, 0 before the first one; `at` joins the values at the ends of their days by
 * straight lines and holds the first and the last one beyond them.
 *
 * @example datedValue([{ mark: 'at', date: '2026-01-01', value: 0 }, …], { day: 15, dayOf, read: (value) => value })
 */
export function datedValue<T>(
  points: readonly SeriesPoint<T>[],
  { day, dayOf, read }: { day: number; dayOf: (isoDate: string) => number; read: (value: T) => number },
): number {
  const next = points.findIndex(({ date, mark }) => dayOf(date) + (mark === 'at' ? 1 : 0) > day);
  const after = next < 0 ? undefined : points[next]!;
  const before = next < 0 ? points.at(-1) : points[next - 1];
  if (before === undefined) return after!.mark === 'from' ? 0 : read(after!.value);
  if (after === undefined || before.mark === 'from') return read(before.value);
  const from = dayOf(before.date) + 1;
  const to = dayOf(after.date) + 1;
  const part = (day - from) / (to - from);
  return read(before.value) * (1 - part) + read(after.value) * part;
}

import type { Layout } from '../../src/record/index.ts';

const COUNTED = new Set([
  'gpu',
  'MW',
  'rack',
  'position',
  'slot',
  'event',
  'rack-day',
  'position-day',
  'MW-day',
  'GPU-day',
]);

/** Nobody gets half of one. */
const WHOLE = new Set(['rack', 'event']);

/** What in a record cannot be, in words. */
export function outOfBounds(layout: Layout, record: Float64Array, horizonDays: number): string | undefined {
  for (const { column, offset, width } of layout.fields) {
    const values = record.subarray(offset, offset + width);
    for (const value of values) {
      if (column.mayBeMissing === true && Number.isNaN(value)) continue;
      // Of a milestone that was not reached: its days, and whether its drags are bounds.
      const isNever =
        column.kind !== 'series' &&
        (column.unit === 'day' || column.role === 'drag bound') &&
        value === Infinity;
      if (!Number.isFinite(value) && !isNever) return `${column.name}: ${value}, expected a finite number`;
      if (COUNTED.has(column.unit) && value < -1e-6) return `${column.name}: ${value}, expected at least 0`;
      if (WHOLE.has(column.unit) && column.kind === 'scalar' && !Number.isInteger(value))
        return `${column.name}: ${value}, expected a whole number`;
      // Use may be worth more than the commitment.
      const isPart = column.unit === 'fraction' && column.name !== 'committed_part';
      if (isPart && !(value >= 0 && value <= 1 + 1e-9)) return `${column.name}: ${value}, expected 0 to 1`;
    }
    if (column.kind === 'milestone' && values[0]! < Infinity && values[0]! > horizonDays)
      return `${column.name}: day ${values[0]}, expected up to the horizon`;
    if (column.name === 'gpus' && values.some((value, day) => day > 0 && value < values[day - 1]!))
      return 'gpus: falls, expected a count that never does';
  }
  return undefined;
}

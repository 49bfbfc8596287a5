import { estimateIn, type Estimated, type Row } from './resultsTable.ts';

// Days below this are what sums of floating-point numbers leave behind.
const DUST = 1e-9;

/** The columns `name`, `name_low` and `name_high` as differences in days or shares, without the dust of their sums. */
export function daysIn(row: Row, name: string): Estimated<number> {
  const { estimate, low, high } = estimateIn(row, name);
  const clean = (value: number | undefined): number | undefined =>
    value !== undefined && Math.abs(value) < DUST ? 0 : value;
  return { estimate: clean(estimate), low: clean(low), high: clean(high) };
}

import { normalCdf, normalDensity } from './normalCdf.ts';
import { normalQuantile, normalScore } from './normalQuantile.ts';

/**
 * A quantile function on a transformed axis, as value and slope at equal steps of the normal score z between those of
 * 1e-6 and 1 − 1e-6: [value₀, slope₀, value₁, slope₁, …]. Plain numbers, so that JSON keeps it.
 */
export type QuantileTable = readonly number[];

/** Value and slope of the transformed quantile at a normal score. */
export type Knot = (z: number) => [value: number, slope: number];

/** Outside [1e-6, 1 − 1e-6] the exact quantile is used. */
export const TABLE_END = 1e-6;

const Z_END = -normalQuantile(TABLE_END);
const FIRST_INTERVALS = 64;
const LAST_INTERVALS = 4096;
// A fifth of what is promised: midpoints are where a cubic errs most, but not exactly.
const MIDPOINT_ERROR = 2e-7;

/**
 * The knot of a quantile that is given by probabilities: `value` at lower probability u and upper probability q = 1 −
 * u, and the density on the transformed axis.
 */
export function knotOfExact(
  value: (u: number, q: number) => number,
  density: (value: number) => number,
): Knot {
  return (z) => {
    const exact = value(normalCdf(z), normalCdf(-z));
    return [exact, normalDensity(z) / density(exact)];
  };
}

/**
 * Tabulates a quantile function so finely that the cubic Hermite interpolant errs by less than 1e-6, absolute, on the
 * transformed axis (relative, where that axis is a logarithm). Undefined where 4,096 intervals are not enough.
 *
 * `rising` says that the transformed quantile itself rises in z, and that every piece has to.
 */
export function tabulateQuantile(
  knot: Knot,
  { rising = true }: { rising?: boolean } = {},
): QuantileTable | undefined {
  let knots = Array.from({ length: FIRST_INTERVALS + 1 }, (_, i) => knot(gridPoint(i, FIRST_INTERVALS)));
  while (knots.length - 1 <= LAST_INTERVALS) {
    const intervals = knots.length - 1;
    const middles = Array.from({ length: intervals }, (_, i) => knot(gridPoint(2 * i + 1, 2 * intervals)));
    const table = knots.flat();
    if (!table.every((entry) => Number.isFinite(entry))) return undefined;
    const fits = middles.every(
      ([value], i) =>
        Math.abs(interpolateQuantile(table, gridPoint(2 * i + 1, 2 * intervals)) - value) <= MIDPOINT_ERROR &&
        (!rising || isMonotone(table, i)),
    );
    if (fits) return table;
    knots = knots.flatMap((point, i) => (i < intervals ? [point, middles[i]] : [point]));
  }
  return undefined;
}

function gridPoint(index: number, intervals: number): number {
  return -Z_END + (2 * Z_END * index) / intervals;
}

// Fritsch and Carlson (1980): slopes up to three times the secant keep a cubic Hermite piece monotone.
function isMonotone(table: QuantileTable, interval: number): boolean {
  const at = 2 * interval;
  const secant = (table[at + 2] - table[at]) / gridStep(table);
  return secant > 0 && table[at + 1] <= 3 * secant && table[at + 3] <= 3 * secant;
}

function gridStep(table: QuantileTable): number {
  return (2 * Z_END) / (table.length / 2 - 1);
}

/** The tabulated value at a lower probability u = 1 − q; undefined without a table and outside it. */
export function tabulatedQuantile(
  table: QuantileTable | undefined,
  u: number,
  q: number,
): number | undefined {
  if (table === undefined || u < TABLE_END || q < TABLE_END) return undefined;
  return interpolateQuantile(table, normalScore(u, q));
}

/** The interpolated value at normal score z, for |z| up to that of 1e-6. */
export function interpolateQuantile(table: QuantileTable, z: number): number {
  const intervals = table.length / 2 - 1;
  const step = (2 * Z_END) / intervals;
  const position = (z + Z_END) / step;
  const interval = Math.min(intervals - 1, Math.max(0, Math.floor(position)));
  const t = position - interval;
  const at = 2 * interval;
  const from = table[at];
  const rise = table[at + 2] - from;
  const slopeFrom = table[at + 1] * step;
  const slopeTo = table[at + 3] * step;
  return (
    from + t * (slopeFrom + t * (3 * rise - 2 * slopeFrom - slopeTo + t * (slopeFrom + slopeTo - 2 * rise)))
  );
}

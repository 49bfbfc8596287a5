import { givenText } from '../../refusal/index.ts';
import { rankIntegral } from '../rankIntegral.ts';
import { requireFunction, requireNotNaN, requireNumber, requireObject } from '../requirement.ts';
import type { Shape } from '../shape.ts';

/**
 * A distribution by its own quantile function. It holds functions, so it can be drawn from but not written to a
 * scenario.
 */
export interface Custom {
  readonly kind: 'custom';
  readonly quantileAt: (u: number) => number;
  readonly upperQuantileAt: (q: number) => number;
  readonly mean: number;
  readonly variance: number;
}

/** The last double before 1. */
const LAST = 1 - 2 ** -53;

/**
 * A distribution by its quantile function: what a draw is at the uniform u, rising, for u inside (0, 1).
 *
 * @param upperQuantile the value exceeded with probability q; default the quantile at 1 − q, which has no digits for a
 * q below 1e-16
 * @param mean, variance default: the integral of the quantile and of its square, to about 1e-9 where the tails allow it
 * @throws RangeError where the quantile at 0.1, 0.5 and 0.9 is not a finite number or falls
 * @example custom({ quantile: (u) => 5 * u ** 2 })
 */
export function custom(by: {
  quantile: (u: number) => number;
  upperQuantile?: (q: number) => number;
  mean?: number;
  variance?: number;
}): Custom {
  requireObject('custom distribution', by, 'an object with a quantile');
  const { quantile, upperQuantile = (q) => quantile(Math.min(1 - q, LAST)), mean, variance } = by;
  requireFunction('custom quantile', quantile);
  requireFunction('custom upper quantile', upperQuantile);
  if (mean !== undefined) requireNotNaN('custom mean', mean);
  if (variance !== undefined) requireNotNaN('custom variance', variance);
  let last = -Infinity;
  for (const u of [0.1, 0.5, 0.9]) {
    const value = quantile(u);
    requireNumber(
      `custom quantile at ${u}`,
      value,
      value >= last,
      'a finite number that does not fall with u',
    );
    last = value;
  }
  // From both ends, so that neither tail is rounded away.
  const moment = (f: (x: number) => number): number =>
    rankIntegral((u) => valueAt(quantile, u), f, 0, 0.5) +
    rankIntegral((q) => valueAt(upperQuantile, q), f, 0, 0.5);
  const centre = mean ?? moment((x) => x);
  return {
    kind: 'custom',
    quantileAt: quantile,
    upperQuantileAt: upperQuantile,
    mean: centre,
    variance: variance ?? moment((x) => (x - centre) ** 2),
  };
}

/** What a function of the user gives at a probability; throws where that is no number. */
function valueAt(quantile: (u: number) => number, u: number): number {
  const value: unknown = quantile(u);
  if (typeof value === 'number' && !Number.isNaN(value)) return value;
  throw new RangeError(`custom quantile at ${u}: ${givenText(value)}, expected a number`);
}

/** The probability up to which something holds, by halving. */
function probability(holds: (u: number) => boolean): number {
  let low = 0;
  let high = 1;
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high || high - low < 1e-17 * high) return middle;
    if (holds(middle)) low = middle;
    else high = middle;
  }
}

export const customShape: Shape<Custom> = {
  quantile: ({ quantileAt }, u) => valueAt(quantileAt, u),
  upperQuantile: ({ upperQuantileAt }, q) => valueAt(upperQuantileAt, q),
  cdf: ({ quantileAt }, x) => probability((u) => valueAt(quantileAt, u) <= x),
  survival: ({ upperQuantileAt }, x) => probability((q) => valueAt(upperQuantileAt, q) > x),
  mean: ({ mean }) => mean,
  variance: ({ variance }) => variance,
};

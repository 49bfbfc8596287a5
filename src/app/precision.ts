import { InputError } from '../experiment/index.ts';
import type { Records } from '../record/index.ts';
import { milestoneName } from './milestoneName.ts';
import {
  weightedProportion,
  weightedQuantiles,
  wilson,
  type Estimate,
  type Weights,
} from '../statistics/index.ts';

/** Half the width that an interval may have: of a probability as a fraction, or of a median in days. */
export interface Precision {
  readonly of: 'probability' | 'median';
  readonly halfWidth: number;
  /** Of which milestone; default the target. */
  readonly milestone?: string | undefined;
}

/**
 * Reads a precision such as `±2pp` (percentage points) or `±10d`.
 *
 * @throws InputError on anything else.
 */
export function precisionFrom(text: string): Precision {
  const [, number, unit] = /^\s*(?:±|\+-|\+\/-)?\s*(\d+(?:\.\d+)?)\s*(pp|d|days?)\s*$/.exec(text) ?? [];
  const value = Number(number);
  if (unit === undefined || !(value > 0)) {
    throw new InputError(`until: ${text}, expected a precision such as ±2pp or ±10d`);
  }
  return unit === 'pp' ? { of: 'probability', halfWidth: value / 100 } : { of: 'median', halfWidth: value };
}

/**
 * Whether a milestone of every point, by default the target, is known so well: the probability that it is reached by
 * any date, or its median date.
 *
 * @throws InputError where there is no such milestone.
 */
export function isPreciseEnough(records: Records, { of, halfWidth, milestone }: Precision): boolean {
  return records.points.every((point) => {
    const days = point.column(milestoneName(point.outputs, milestone));
    const { low, high } =
      of === 'median' ? weightedQuantiles(days, point.weights, [0.5])[0]! : widestShare(days, point.weights);
    return low !== undefined && high !== undefined && (high - low) / 2 <= halfWidth;
  });
}

/** Of the shares of replications reached by some date, the one nearest to a half, whose interval is the widest. */
function widestShare(days: Float64Array, weights: Weights): Estimate {
  const reached = days.reduce((count, day) => count + (day < Infinity ? 1 : 0), 0);
  if (weights === undefined) return wilson(Math.min(reached, Math.round(days.length / 2)), days.length);
  const median = weightedQuantiles(days, weights, [0.5])[0]!.estimate ?? Infinity;
  return weightedProportion(
    days.map((day) => (day < Infinity && day <= median ? 1 : 0)),
    weights,
  );
}

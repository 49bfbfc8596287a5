import { InputError, type Records } from '../experiment/index.ts';
import { targetMilestone } from '../output/index.ts';
import { quantileEstimate, wilson } from '../statistics/index.ts';

/** Half the width that an interval may have: of a probability as a fraction, or of a median in days. */
export interface Precision {
  readonly of: 'probability' | 'median';
  readonly halfWidth: number;
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
 * Whether the target milestone of every point is known so well: the probability that it is reached by any date, or
 * its median date.
 */
export function isPreciseEnough(records: Records, { of, halfWidth }: Precision): boolean {
  return records.points.every((point) => {
    const target = targetMilestone(point.outputs.columns);
    if (target === undefined)
      throw new InputError(`point ${point.name}: no milestone, expected one to be precise about`);
    const days = point.column(target.name).sort();
    const { low, high } = of === 'median' ? quantileEstimate(days, 0.5) : widestShare(days);
    return low !== undefined && high !== undefined && (high - low) / 2 <= halfWidth;
  });
}

/** Of the shares of replications reached by some date, the one nearest to a half, whose interval is the widest. */
function widestShare(sortedDays: Float64Array): { low: number | undefined; high: number | undefined } {
  const censored = sortedDays.indexOf(Infinity);
  const reached = censored < 0 ? sortedDays.length : censored;
  return wilson(Math.min(reached, Math.round(sortedDays.length / 2)), sortedDays.length);
}

import { studentTQuantile } from '../random/index.ts';
import { NOT_AVAILABLE, requireConfidence, type Estimate } from './estimate.ts';
import { moments } from './moments.ts';

/**
 * A mean with its Student t interval; from two values on there are bounds.
 *
 * A sample with a censored (infinite) value has no mean: nothing is available then.
 */
export function meanInterval(values: ArrayLike<number>, confidence = 0.95): Estimate {
  requireConfidence(confidence);
  if (values.length === 0 || hasCensored(values)) return NOT_AVAILABLE;
  const { count, mean, sd } = moments(values);
  if (count < 2) return { estimate: mean, low: undefined, high: undefined, n: count };
  const half = meanHalfWidth(count, sd, confidence);
  return {
    estimate: mean,
    low: mean - half,
    high: mean + half,
    n: count,
    standardError: sd / Math.sqrt(count),
  };
}

/** Half the width of the t interval of a mean, for a sample of this size and standard deviation. */
export function meanHalfWidth(count: number, sd: number, confidence = 0.95): number {
  return (studentTQuantile(count - 1, (1 + confidence) / 2) * sd) / Math.sqrt(count);
}

/** Whether a sample holds +Infinity, which stands for "not by the horizon". */
export function hasCensored(values: ArrayLike<number>): boolean {
  for (let i = 0; i < values.length; i++) if (values[i] === Infinity) return true;
  return false;
}

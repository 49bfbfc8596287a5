import { meanInterval, quantile7, quantileInterval, wilson } from '../statistics/index.ts';
import type { Estimate } from './estimate.ts';

/** Share of successes, with the Wilson interval. */
export function shareEstimate(successes: number, trials: number): Estimate {
  const { low, high } = wilson(successes, trials);
  return { estimate: successes / trials, low, high };
}

/**
 * Quantile of a sorted sample (Hyndman and Fan type 7) with its order-statistic interval.
 *
 * Values not reached are Infinity: an estimate or bound that touches them is Infinity too.
 */
export function quantileEstimate(sorted: Float64Array, probability: number): Estimate {
  const { lower, upper } = quantileInterval(sorted.length, probability);
  return {
    estimate: quantile7(sorted, probability),
    low: lower === undefined ? undefined : sorted[lower - 1],
    high: upper === undefined ? undefined : sorted[upper - 1],
  };
}

/** Mean with its t interval; no interval from a single value. */
export function meanEstimate(values: Float64Array): Estimate {
  const { estimate, low, high } = meanInterval(values);
  return { estimate, low, high };
}

/**
 * Mean of parts over mean of wholes, cut to [0, 1], with the interval of the linearised ratio.
 *
 * The residuals (part − ratio × whole) / mean whole have mean 0 and, in a large sample, the variance of the ratio
 * (Cochran, Sampling Techniques, 1977, section 6.3). No estimate when every whole is 0.
 */
export function ratioEstimate(parts: Float64Array, wholes: Float64Array): Estimate {
  const count = wholes.length;
  const meanWhole = sum(wholes) / count;
  if (meanWhole === 0) return { estimate: undefined, low: undefined, high: undefined };
  const ratio = sum(parts) / count / meanWhole;
  const residuals = parts.map((part, index) => (part - ratio * wholes[index]) / meanWhole);
  const { low, high } = meanInterval(residuals);
  const within = (offset: number | undefined): number | undefined => {
    return offset === undefined ? undefined : Math.min(1, Math.max(0, ratio + offset));
  };
  return { estimate: ratio, low: within(low), high: within(high) };
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

import { logSurvival, quantile, type Distribution } from './distribution.ts';
import { quantileWithin } from './normalInterval.ts';

/** What is left beyond so many standard deviations is less than the last digit of them. */
const FURTHEST_SCORE = 1e8;

/**
 * The duration with P(T > t) = q·P(T > elapsed), where the survival function itself is too small for doubles; u = 1 −
 * q. Undefined where nothing is left at `elapsed`.
 *
 * In closed form where there is one, else the smallest double at which the logarithm of the survival function has
 * fallen far enough.
 */
export function farRemainder(
  distribution: Distribution,
  elapsed: number,
  { u, q }: { u: number; q: number },
): number | undefined {
  if (elapsed === Infinity) return undefined;
  // A normal score above that of `elapsed`, up to `high`.
  const score = (z: number, high = Infinity): number =>
    z > FURTHEST_SCORE ? z : quantileWithin({ low: z, high }, u, q);
  switch (distribution.kind) {
    case 'exponential':
      return elapsed - distribution.mean * Math.log(q);
    case 'gumbel':
      return elapsed - distribution.scale * Math.log(q);
    case 'geometric':
      return Math.floor(elapsed) + quantile(distribution, u);
    case 'pareto':
      return elapsed * q ** (-1 / distribution.alpha);
    case 'loglogistic':
      return elapsed * q ** (-1 / distribution.shape);
    case 'weibull': {
      const { shape, scale } = distribution;
      // The power may be no double any more, but its inverse is.
      return elapsed * Math.exp(Math.log1p(-Math.log(q) * (scale / elapsed) ** shape) / shape);
    }
    case 'normal':
      return distribution.mean + distribution.sd * score((elapsed - distribution.mean) / distribution.sd);
    case 'lognormal': {
      const { meanLog, sdLog } = distribution;
      return Math.exp(meanLog + sdLog * score((Math.log(elapsed) - meanLog) / sdLog));
    }
    case 'truncatedNormal': {
      const { mean, sd, max } = distribution;
      if (max !== null && elapsed >= max) return undefined;
      return mean + sd * score((elapsed - mean) / sd, max === null ? Infinity : (max - mean) / sd);
    }
    case 'lowModeHigh': {
      const { mode, sdHigh, max } = distribution;
      if (max !== null && elapsed >= max) return undefined;
      return Math.min(max ?? Infinity, mode + sdHigh * score((elapsed - mode) / sdHigh));
    }
    default: {
      const here = logSurvival(distribution, elapsed);
      return here === -Infinity ? undefined : firstAtMost(distribution, elapsed, here + Math.log(q));
    }
  }
}

/** The smallest double from `elapsed` on with ln P(T > t) at most `log`. */
function firstAtMost(distribution: Distribution, elapsed: number, log: number): number {
  let low = elapsed;
  let reach = Math.abs(elapsed) * Number.EPSILON || Number.EPSILON;
  while (elapsed + reach < Number.MAX_VALUE && logSurvival(distribution, elapsed + reach) > log) {
    low = elapsed + reach;
    reach *= 2;
  }
  let high = Math.min(elapsed + reach, Number.MAX_VALUE);
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return high;
    if (logSurvival(distribution, middle) <= log) high = middle;
    else low = middle;
  }
}

import type { Distribution } from './distribution.ts';
import { quantileWithin } from './normalInterval.ts';

/**
 * The duration with P(T > t) = q·P(T > elapsed), where the survival function itself is too small for doubles; u = 1 − q. Undefined for kinds
 * whose tail has no such form here.
 */
export function farRemainder(
  distribution: Distribution,
  elapsed: number,
  { u, q }: { u: number; q: number },
): number | undefined {
  // A normal score above that of `elapsed`, up to `high`.
  const score = (z: number, high = Infinity): number => quantileWithin({ low: z, high }, u, q);
  switch (distribution.kind) {
    case 'exponential':
      return elapsed - distribution.mean * Math.log(q);
    case 'gumbel':
      return elapsed - distribution.scale * Math.log(q);
    case 'weibull': {
      const { shape, scale } = distribution;
      return scale * ((elapsed / scale) ** shape - Math.log(q)) ** (1 / shape);
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
      if (sdHigh === 0 || (max !== null && elapsed >= max)) return undefined;
      return Math.min(max ?? Infinity, mode + sdHigh * score((elapsed - mode) / sdHigh));
    }
    default:
      return undefined;
  }
}

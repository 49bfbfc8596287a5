import { countMomentsUpTo } from './countMoments.ts';
import type { Distribution } from './distribution.ts';
import type { Clamped } from './distributions/clamped.ts';
import { rankIntegral } from './rankIntegral.ts';
import type { Shape } from './shape.ts';

/**
 * Mean and variance of a distribution with its values outside of bounds moved onto them: the mass on the bounds, and
 * what lies between in closed form where the values are whole numbers, else as an integral over the ranks. Infinite
 * where a tail without a moment has no bound.
 */
export function clampedMoments(d: Clamped, shape: Shape<Distribution>): { mean: number; variance: number } {
  const { of, min, max } = d;
  const below = min === null ? 0 : shape.cdf(of, min);
  const beyond = max === null ? 0 : shape.survival(of, max);
  const about = (power: 1 | 2, centre: number): number =>
    (min === null || below === 0 ? 0 : (min - centre) ** power * below) +
    between(d, shape, power, centre) +
    (max === null || beyond === 0 ? 0 : (max - centre) ** power * beyond);
  if (!isFinite(d, shape.mean(of))) return { mean: max === null ? Infinity : -Infinity, variance: Infinity };
  // About the median: small beside a mean far from 0.
  const start = Math.max(min ?? -Infinity, Math.min(shape.quantile(of, 0.5), max ?? Infinity));
  const mean = start + about(1, start);
  return { mean, variance: isFinite(d, shape.variance(of)) ? Math.max(0, about(2, mean)) : Infinity };
}

/** Whether a moment is finite with the bounds: only Student's t has a heavy tail below. */
function isFinite({ of, min, max }: Clamped, unclamped: number): boolean {
  if (Number.isFinite(unclamped)) return true;
  return max !== null && (min !== null || of.kind !== 'studentT');
}

/** E[(X − centre)ᵏ; min < X ≤ max]. */
function between(
  { of, min, max }: Clamped,
  shape: Shape<Distribution>,
  power: 1 | 2,
  centre: number,
): number {
  const [upToMax, upToMin] = [max ?? Infinity, min ?? -Infinity].map((x) => countMomentsUpTo(of, x));
  if (upToMax !== undefined && upToMin !== undefined) {
    const share = shape.cdf(of, max ?? Infinity) - shape.cdf(of, min ?? -Infinity);
    const first = upToMax[0] - upToMin[0];
    if (power === 1) return first - centre * share;
    return upToMax[1] - upToMin[1] - 2 * centre * first + centre * centre * share;
  }
  const f = (x: number): number => (x - centre) ** power;
  const cuts = bends(of, shape);
  // From both ends, so that neither tail is rounded away.
  const lower = inPieces((u) => shape.quantile(of, u), f, {
    from: shape.cdf(of, min ?? -Infinity),
    to: Math.min(0.5, shape.cdf(of, max ?? Infinity)),
    cuts,
  });
  const upper = inPieces((q) => shape.upperQuantile(of, q), f, {
    from: shape.survival(of, max ?? Infinity),
    to: Math.min(0.5, shape.survival(of, min ?? -Infinity)),
    cuts: cuts.map((cut) => 1 - cut),
  });
  return lower + upper;
}

/** Lower ranks at which a quantile has a bend. */
function bends(of: Distribution, shape: Shape<Distribution>): number[] {
  if (of.kind === 'triangular') return [(of.mode - of.min) / (of.max - of.min)];
  if (of.kind !== 'lowModeHigh') return [];
  const { max } = of;
  // Its own greatest value stands at the top ranks: all that a little less has not reached.
  const bounds = [
    of.min === null ? 0 : shape.cdf(of, of.min),
    max === null ? 1 : shape.cdf({ ...of, max: null }, max),
  ];
  return [of.below, ...bounds];
}

function inPieces(
  value: (u: number) => number,
  f: (x: number) => number,
  { from, to, cuts }: { from: number; to: number; cuts: readonly number[] },
): number {
  const ends = [from, ...cuts.filter((cut) => cut > from && cut < to).sort((a, b) => a - b), to];
  return ends.slice(1).reduce((sum, end, i) => sum + rankIntegral(value, f, ends[i]!, end), 0);
}

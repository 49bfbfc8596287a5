import { requireFinite, requireNumber, requireObject, requireWidth } from '../requirement.ts';
import type { Shape } from '../shape.ts';
import { normalCdf, normalDensity } from '../normalCdf.ts';
import { logNormalSurvival } from '../normalInterval.ts';
import { normalQuantile } from '../normalQuantile.ts';
import { constant, type Constant } from './constant.ts';

export interface LowModeHigh {
  readonly kind: 'lowModeHigh';
  readonly mode: number;
  readonly sdLow: number;
  readonly sdHigh: number;
  /** P(X < mode) before clamping, = sdLow / (sdLow + sdHigh). */
  readonly below: number;
  readonly min: number | null;
  readonly max: number | null;
}

/**
 * Two-piece (split) normal with P10 = low, the given mode and P90 = high, then clamped to [min, max] where given.
 *
 * This is what low / mode / high of the catalog mean. `low = mode` or `mode = high` is allowed (the limit puts 10 % on
 * that side); three equal numbers give a constant. Clamping moves the mass outside the bounds onto them. Source of the
 * shape: K. F. Wallis, "The two-piece normal, binormal, or double Gaussian distribution", Statistical Science 29
 * (2014).
 *
 * @throws RangeError when low ≤ mode ≤ high or min ≤ low, high ≤ max does not hold
 * @example lowModeHigh(20, 50, 80, { min: 0 })
 */
export function lowModeHigh(
  low: number,
  mode: number,
  high: number,
  bounds: { min?: number | undefined; max?: number | undefined } = {},
): LowModeHigh | Constant {
  requireObject('low / mode / high bounds', bounds, 'an object with a min or a max');
  const { min, max } = bounds;
  requireFinite('low', low);
  requireNumber('mode', mode, mode >= low, `at least the low value ${low}`);
  requireNumber('high', high, high >= mode, `at least the mode ${mode}`);
  requireWidth('high', high, low, 'low value');
  if (min !== undefined) requireNumber('min', min, min <= low, `at most the low value ${low}`);
  if (max !== undefined) requireNumber('max', max, max >= high, `at least the high value ${high}`);
  if (low === high) return constant(mode);
  const below = shareBelowMode(mode - low, high - mode);
  const above = 1 - below;
  // The wider side carries the scale; the other follows from continuity at the mode, also where it has no width.
  const sdHigh =
    high - mode >= mode - low
      ? (high - mode) / tenthPoint(above)
      : (((mode - low) / tenthPoint(below)) * above) / below;
  return {
    kind: 'lowModeHigh',
    mode,
    sdLow: (sdHigh * below) / above,
    sdHigh,
    below,
    min: min ?? null,
    max: max ?? null,
  };
}

// Standard deviations between the mode and the 10 % point of a side that holds the given share.
function tenthPoint(share: number): number {
  return -normalQuantile(0.05 / share);
}

// Root of width_low·(1−p)·t(1−p) = width_high·p·t(p) on [0.1, 0.9]: the right side rises in p, the left side falls.
function shareBelowMode(widthLow: number, widthHigh: number): number {
  if (widthLow === widthHigh) return 0.5;
  if (widthLow === 0) return 0.1;
  if (widthHigh === 0) return 0.9;
  let from = 0.1;
  let to = 0.9;
  for (let step = 0; step < 80; step++) {
    const p = (from + to) / 2;
    if (p === from || p === to) break;
    if (widthLow * (1 - p) * tenthPoint(1 - p) > widthHigh * p * tenthPoint(p)) from = p;
    else to = p;
  }
  return (from + to) / 2;
}

function clamp(value: number, { min, max }: LowModeHigh): number {
  if (min !== null && value < min) return min;
  return max !== null && value > max ? max : value;
}

function lowerSide(d: LowModeHigh, u: number): number {
  return clamp(d.mode + d.sdLow * normalQuantile(u / (2 * d.below)), d);
}

function upperSide(d: LowModeHigh, q: number): number {
  return clamp(d.mode - d.sdHigh * normalQuantile(q / (2 * (1 - d.below))), d);
}

function unclampedCdf(d: LowModeHigh, x: number): number {
  return x < d.mode
    ? 2 * d.below * normalCdf((x - d.mode) / d.sdLow)
    : 1 - 2 * (1 - d.below) * normalCdf((d.mode - x) / d.sdHigh);
}

function unclampedSurvival(d: LowModeHigh, x: number): number {
  return x < d.mode
    ? 1 - 2 * d.below * normalCdf((x - d.mode) / d.sdLow)
    : 2 * (1 - d.below) * normalCdf((d.mode - x) / d.sdHigh);
}

// First and second moment of the deviation from the mode: two clamped half normals and the mass on the bounds.
function deviationMoments(d: LowModeHigh): [number, number] {
  const low = side((d.mode - (d.min ?? -Infinity)) / d.sdLow);
  const high = side(((d.max ?? Infinity) - d.mode) / d.sdHigh);
  const above = 1 - d.below;
  return [
    above * d.sdHigh * high[0] - d.below * d.sdLow * low[0],
    above * d.sdHigh ** 2 * high[1] + d.below * d.sdLow ** 2 * low[1],
  ];
}

// E min(|Z|, b) and E min(|Z|, b)² of a standard normal.
function side(bound: number): [number, number] {
  if (bound === Infinity) return [2 * normalDensity(0), 1];
  const beyond = 2 * normalCdf(-bound);
  return [
    2 * (normalDensity(0) - normalDensity(bound)) + bound * beyond,
    1 - beyond - 2 * bound * normalDensity(bound) + bound * bound * beyond,
  ];
}

export const lowModeHighShape: Shape<LowModeHigh> = {
  quantile: (d, u) => (u < d.below ? lowerSide(d, u) : upperSide(d, 1 - u)),
  upperQuantile: (d, q) => (q <= 1 - d.below ? upperSide(d, q) : lowerSide(d, 1 - q)),
  cdf: (d, x) => {
    if (d.min !== null && x < d.min) return 0;
    return d.max !== null && x >= d.max ? 1 : unclampedCdf(d, x);
  },
  survival: (d, x) => {
    if (d.min !== null && x < d.min) return 1;
    return d.max !== null && x >= d.max ? 0 : unclampedSurvival(d, x);
  },
  logSurvival: (d, x) => {
    if (d.max !== null && x >= d.max) return -Infinity;
    if (d.min !== null && x < d.min) return 0;
    if (x < d.mode) return Math.log(unclampedSurvival(d, x));
    return Math.log(2 * (1 - d.below)) + logNormalSurvival((x - d.mode) / d.sdHigh);
  },
  mean: (d) => d.mode + deviationMoments(d)[0],
  variance: (d) => {
    const [first, second] = deviationMoments(d);
    return second < Infinity ? second - first * first : Infinity;
  },
};

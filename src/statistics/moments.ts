import { mean } from 'simple-statistics';
import { scaled, timesPower } from './scaled.ts';
import { varies } from './varies.ts';

export interface Moments {
  readonly count: number;
  readonly mean: number;
  /** Unbiased (n − 1); NaN below two values. */
  readonly variance: number;
  readonly sd: number;
}

/**
 * Count, mean and variance of a sample in two passes, in the order of the values.
 *
 * The sum is simple-statistics', compensated after A. Neumaier (1974); the corrected two-pass variance is after T. F.
 * Chan, G. H. Golub and R. J. LeVeque, Amer. Statistician 37 (1983), since theirs is uncorrected.
 *
 * @throws RangeError at a value that is not a finite number: a censored time has no place in a mean
 */
export function moments(values: ArrayLike<number>): Moments {
  const count = values.length;
  if (count > 1 && isOneNumber(values)) return { count, mean: meanOf([values[0]]), variance: 0, sd: 0 };
  const { samples, exponent } = scaled([values]);
  const found = plainMoments(samples[0]);
  if (exponent === 0) return found;
  return {
    count,
    mean: timesPower(found.mean, exponent),
    variance: timesPower(found.variance, 2 * exponent),
    sd: timesPower(found.sd, exponent),
  };
}

function plainMoments(values: ArrayLike<number>): Moments {
  const count = values.length;
  const mean = plainMean(values);
  let squares = 0;
  let rest = 0;
  for (let i = 0; i < count; i++) {
    const difference = values[i] - mean;
    squares += difference * difference;
    rest += difference;
  }
  const variance = count < 2 ? NaN : (squares - (rest * rest) / count) / (count - 1);
  return { count, mean, variance, sd: Math.sqrt(variance) };
}

// The mean of equal numbers may round, and then each of them is off it.
function isOneNumber(values: ArrayLike<number>): boolean {
  for (let i = 1; i < values.length; i++) if (values[i] !== values[0]) return false;
  return true;
}

/** The mean, by simple-statistics' compensated sum; NaN for an empty sample. */
export function meanOf(values: ArrayLike<number>): number {
  const { samples, exponent } = scaled([values]);
  const mean = plainMean(samples[0]);
  return exponent === 0 ? mean : timesPower(mean, exponent);
}

function plainMean(values: ArrayLike<number>): number {
  const { length } = values;
  if (length === 0) return NaN;
  for (let i = 0; i < length; i++) {
    if (!Number.isFinite(values[i]))
      throw new RangeError(`value ${i + 1}: ${values[i]}, expected a finite number in a mean`);
  }
  // It asks for no more of an array than this; adding 0 makes -0 a plain 0.
  return mean(values as readonly number[] as number[]) + 0;
}

/** Correlation of neighbours: Σ(xᵢ−m)(xᵢ₊₁−m) / Σ(xᵢ−m)²; undefined where the values do not vary. */
export function lag1Autocorrelation(values: ArrayLike<number>): number | undefined {
  if (!varies(Array.from(values))) return undefined;
  return plainLag1(scaled([values]).samples[0]);
}

function plainLag1(values: ArrayLike<number>): number {
  const mean = plainMean(values);
  let products = 0;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    const difference = values[i] - mean;
    squares += difference * difference;
    if (i > 0) products += difference * (values[i - 1] - mean);
  }
  return products / squares;
}

/** Pearson correlation of pairs; undefined where one side does not vary or there are fewer than two. */
export function correlation(first: ArrayLike<number>, second: ArrayLike<number>): number | undefined {
  if (first.length !== second.length) {
    throw new RangeError(`pairs: ${first.length} with ${second.length} values, expected as many of both`);
  }
  if (!varies(Array.from(first)) || !varies(Array.from(second))) return undefined;
  // Each by its own power: their sizes have nothing to do with one another.
  return plainCorrelation(scaled([first]).samples[0], scaled([second]).samples[0]);
}

function plainCorrelation(first: ArrayLike<number>, second: ArrayLike<number>): number {
  const firstMean = plainMean(first);
  const secondMean = plainMean(second);
  let products = 0;
  let firstSquares = 0;
  let secondSquares = 0;
  for (let i = 0; i < first.length; i++) {
    const a = first[i] - firstMean;
    const b = second[i] - secondMean;
    products += a * b;
    firstSquares += a * a;
    secondSquares += b * b;
  }
  return Math.max(-1, Math.min(1, products / Math.sqrt(firstSquares) / Math.sqrt(secondSquares)));
}

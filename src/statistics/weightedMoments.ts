import { scaled, timesPower } from './scaled.ts';
import { requireWeights, weightSums } from './weights.ts';

/** Mean of a weighted sample, and how well it is known. */
export interface WeightedMoments {
  /** Kish's effective size. */
  readonly effective: number;
  readonly mean: number;
  /** Of the values: Σw(x − m)² / Σw. */
  readonly variance: number;
  /** Standard error of the mean, by the delta method. */
  readonly standardError: number;
}

/**
 * Self-normalized mean Σwx / Σw with its standard error √(Σw²(x − m)²) / Σw, corrected for degrees of freedom by
 * n/(n − 1) with Kish's effective size for n, so that equal weights give the usual s/√n. What has no weight is not
 * looked at, so that it may be infinite. Nothing where no value has weight.
 *
 * Source: A. B. Owen, Monte Carlo Theory, Methods and Examples (2013), section 9.2.
 *
 * @throws RangeError on weights that do not fit, and at a value with weight that is not a finite number.
 */
export function weightedMoments(
  values: ArrayLike<number>,
  given: ArrayLike<number>,
): WeightedMoments | undefined {
  requireWeights(values, given);
  const { weights, total, squares } = weightSums(given);
  if (total === 0) return undefined;
  const looked = Float64Array.from(values, (value, i) => {
    if (weights[i] === 0) return 0;
    if (!Number.isFinite(value))
      throw new RangeError(`value ${i + 1}: ${value}, expected a finite number in a mean`);
    return value;
  });
  const { samples, exponent } = scaled([looked]);
  const sample = samples[0]!;
  // About one of the values, so that equal ones leave nothing but themselves.
  const about = sample[firstWithWeight(weights)]!;
  let sum = 0;
  for (let i = 0; i < sample.length; i++) sum += weights[i]! * (sample[i]! - about);
  const mean = about + sum / total;
  let spread = 0;
  let errors = 0;
  for (let i = 0; i < sample.length; i++) {
    const part = weights[i]! * (sample[i]! - mean) ** 2;
    spread += part;
    errors += weights[i]! * part;
  }
  const effective = total ** 2 / squares;
  const corrected = effective > 1 ? effective / (effective - 1) : Infinity;
  return {
    effective,
    mean: timesPower(mean, exponent),
    variance: timesPower(spread / total, 2 * exponent),
    standardError: errors === 0 ? 0 : timesPower(Math.sqrt(errors * corrected) / total, exponent),
  };
}

function firstWithWeight(weights: ArrayLike<number>): number {
  let place = 0;
  while (weights[place] === 0) place++;
  return place;
}

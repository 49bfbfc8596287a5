import { asWritten } from '../refusal/index.ts';
import { scaled } from './scaled.ts';

/**
 * How much each value of a sample counts, at least 0; nothing where all count alike.
 *
 * Only ratios matter: twice all weights are the same weights.
 */
export type Weights = ArrayLike<number> | undefined;

/**
 * Kish's effective size of a weighted sample, (Σw)² / Σw²: how many values that count alike tell as much of a mean. 0
 * where all weights are.
 *
 * Source: L. Kish, Survey Sampling (1965), section 11.7; of importance weights A. Kong, A Note on Importance Sampling
 * using Standardized Weights, University of Chicago (1992).
 *
 * @example effectiveSize([1, 1, 0, 0]) // 2
 */
export function effectiveSize(weights: ArrayLike<number>): number {
  const { total, squares } = weightSums(weights);
  return total === 0 ? 0 : total ** 2 / squares;
}

/**
 * Importance weights from their logarithms, with a mean of 1; −Infinity is no weight, and none at all gives zeros.
 *
 * @throws RangeError at a logarithm that is not a number, or infinite.
 * @example importanceWeights([0, Math.log(3)]) // [0.5, 1.5]
 */
export function importanceWeights(logarithms: ArrayLike<number>): Float64Array {
  let most = -Infinity;
  for (let i = 0; i < logarithms.length; i++) {
    const value = logarithms[i]!;
    if (typeof value !== 'number' || Number.isNaN(value) || value === Infinity)
      throw new RangeError(
        `logarithm of weight ${i + 1}: ${asWritten(value)}, expected a number below Infinity`,
      );
    if (value > most) most = value;
  }
  if (most === -Infinity) return new Float64Array(logarithms.length);
  const weights = Float64Array.from(logarithms, (value) => Math.exp(value - most));
  const { total } = weightSums(weights);
  return weights.map((weight) => (weight * weights.length) / total);
}

/** Weights, by a power of two where their squares would be no doubles, with their sum and that of their squares. */
export interface SummedWeights {
  readonly weights: ArrayLike<number>;
  readonly total: number;
  readonly squares: number;
}

/** @throws RangeError at a weight that is negative or no number. */
export function weightSums(given: ArrayLike<number>): SummedWeights {
  for (let i = 0; i < given.length; i++) {
    if (!(Number.isFinite(given[i]) && given[i]! >= 0))
      throw new RangeError(`weight ${i + 1}: ${asWritten(given[i])}, expected a finite number from 0`);
  }
  const weights = scaled([given]).samples[0]!;
  let total = 0;
  let squares = 0;
  for (let i = 0; i < weights.length; i++) {
    total += weights[i]!;
    squares += weights[i]! * weights[i]!;
  }
  return { weights, total, squares };
}

/** @throws RangeError where there are not as many weights as values. */
export function requireWeights(values: ArrayLike<number>, weights: ArrayLike<number>): void {
  if (weights.length !== values.length)
    throw new RangeError(`weights: ${weights.length} for ${values.length} values, expected as many`);
}

/** The weights at some places; nothing where there are none. */
export function weightsAt(weights: Weights, places: ArrayLike<number>): Float64Array | undefined {
  return weights === undefined ? undefined : Float64Array.from(places, (place) => weights[place]!);
}

/** Some values with their weights, of those whose value is kept. */
export function keptValues(
  values: Float64Array,
  weights: Weights,
  isKept: (value: number, place: number) => boolean,
): { values: Float64Array; weights: Float64Array | undefined } {
  if (weights === undefined) return { values: values.filter(isKept), weights };
  return {
    values: values.filter(isKept),
    weights: Float64Array.from(weights).filter((_, place) => isKept(values[place]!, place)),
  };
}

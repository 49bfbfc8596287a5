import { asWritten } from '../refusal/index.ts';

/** A test of one sample against the uniform law on 0 … 1. */
export interface UniformTest {
  /** Largest distance between the two distribution functions. */
  readonly distance: number;
  /** Chance of a distance at least so large if the law is uniform. */
  readonly pValue: number;
}

const MOST_TERMS = 200;

/**
 * Kolmogorov's test of a sample against the uniform law, such as that of probability integral transforms.
 *
 * The asymptotic law at √n + 0.12 + 0.11/√n, good from five values on. Source: M. A. Stephens, J. Roy. Statist. Soc. B
 * 32 (1970).
 *
 * @throws RangeError at a value that is not a number
 * @example uniformTest([0.1, 0.3, 0.5, 0.7, 0.9]) // distance 0.1
 */
export function uniformTest(values: ArrayLike<number>): UniformTest | undefined {
  const n = values.length;
  if (n === 0) return undefined;
  for (let i = 0; i < n; i++)
    if (typeof values[i] !== 'number' || Number.isNaN(values[i]))
      throw new RangeError(`value ${i + 1}: ${asWritten(values[i])}, expected a number`);
  let distance = 0;
  Float64Array.from(values)
    .sort()
    .forEach((value, i) => {
      distance = Math.max(distance, (i + 1) / n - value, value - i / n);
    });
  const root = Math.sqrt(n);
  return { distance, pValue: kolmogorovTail((root + 0.12 + 0.11 / root) * distance) };
}

/** 2 Σ (−1)^(k−1) exp(−2 k² x²); 1 where x is so small that the series says nothing. */
function kolmogorovTail(x: number): number {
  if (x < 0.2) return 1;
  let sum = 0;
  for (let k = 1; k <= MOST_TERMS; k++) {
    const term = Math.exp(-2 * k * k * x * x);
    sum += k % 2 === 1 ? term : -term;
    if (term < 1e-17) break;
  }
  return Math.min(1, Math.max(0, 2 * sum));
}

import { normalCdf, normalQuantile, type Stream } from '../random/index.ts';
import { asWritten, givenText } from '../refusal/index.ts';
import { available, NOT_AVAILABLE, requireConfidence, type Estimate } from './estimate.ts';
import { scaled } from './scaled.ts';
import { varies } from './varies.ts';
import { quantile7 } from './sampleQuantile.ts';

export interface BootstrapOptions {
  /** Where the resampling takes its numbers from; the same stream gives the same interval for ever. */
  readonly stream: Stream;
  readonly resamples?: number;
  readonly confidence?: number;
  /** `bca` corrects bias and skewness, `percentile` is the plain interval. */
  readonly method?: 'bca' | 'percentile';
}

const MOST_RESAMPLES = 65_536;
const MOST_JACKKNIFE_GROUPS = 200;

/**
 * Any statistic of independent replications with its bootstrap interval.
 *
 * `statistic` gets the indices of the replications that it has to take, some of them several times. Resample b draws
 * index i at serial i and occurrence b of the stream. A statistic of ±Infinity is censored; one that is not a number is
 * refused. Source: B. Efron, "Better bootstrap confidence intervals", J. Amer. Statist. Assoc. 82 (1987); the
 * acceleration is from a jackknife over at most 200 groups of neighbours.
 *
 * @example bootstrap(days.length, (indices) => median(indices, days), { stream })
 */
export function bootstrap(
  count: number,
  statistic: (indices: Int32Array) => number,
  { stream, resamples = 2000, confidence = 0.95, method = 'bca' }: BootstrapOptions,
): Estimate {
  requireConfidence(confidence);
  requireResamples(resamples);
  if (count === 0) return NOT_AVAILABLE;
  const evaluate = (indices: Int32Array): number => {
    const value: unknown = statistic(indices);
    if (typeof value !== 'number' || Number.isNaN(value))
      throw new RangeError(`bootstrap statistic: ${givenText(value)}, expected a number for every resample`);
    return value;
  };
  const estimate = evaluate(Int32Array.from({ length: count }, (_, i) => i));
  if (count < 2) return { estimate: available(estimate), low: undefined, high: undefined };
  const values = new Float64Array(resamples);
  const indices = new Int32Array(count);
  for (let b = 0; b < resamples; b++) {
    for (let i = 0; i < count; i++) indices[i] = Math.floor(stream.uniform(i, b) * count);
    values[b] = evaluate(indices);
  }
  values.sort();
  const tail = (1 - confidence) / 2;
  const level =
    method === 'bca' ? bcaLevel(values, estimate, acceleration(count, evaluate)) : (p: number): number => p;
  return {
    estimate: available(estimate),
    low: available(quantile7(values, level(tail))),
    high: available(quantile7(values, level(1 - tail))),
  };
}

/** Throws unless a stream has occurrences for that many resamples. */
export function requireResamples(resamples: number): void {
  if (!Number.isInteger(resamples) || resamples < 1 || resamples > MOST_RESAMPLES)
    throw new RangeError(
      `resamples: ${asWritten(resamples)}, expected a whole number from 1 to ${MOST_RESAMPLES}`,
    );
}

function bcaLevel(sorted: Float64Array, estimate: number, skew: number): (p: number) => number {
  let below = 0;
  for (const value of sorted) below += value < estimate ? 1 : value === estimate ? 0.5 : 0;
  // All resamples on one side say that the bias cannot be told; the plain interval stays.
  if (below === 0 || below === sorted.length) return (p) => p;
  const bias = normalQuantile(below / sorted.length);
  return (p) => {
    const z = bias + normalQuantile(p);
    const shrink = 1 - skew * z;
    return shrink > 0 ? normalCdf(bias + z / shrink) : p;
  };
}

function acceleration(count: number, evaluate: (indices: Int32Array) => number): number {
  const groups = Math.min(count, MOST_JACKKNIFE_GROUPS);
  const jackknife = Array.from({ length: groups }, (_, group) => {
    const from = Math.floor((group * count) / groups);
    const to = Math.floor(((group + 1) * count) / groups);
    return evaluate(
      Int32Array.from({ length: count - (to - from) }, (__, i) => (i < from ? i : i + to - from)),
    );
  });
  // What rounding leaves of one value has no skewness.
  if (!jackknife.every((value) => Number.isFinite(value)) || !varies(jackknife)) return 0;
  const values = Array.from(scaled([jackknife]).samples[0]);
  const mean = values.reduce((sum, value) => sum + value, 0) / groups;
  let squares = 0;
  let cubes = 0;
  for (const value of values) {
    squares += (mean - value) ** 2;
    cubes += (mean - value) ** 3;
  }
  return squares > 0 ? cubes / (6 * squares ** 1.5) : 0;
}

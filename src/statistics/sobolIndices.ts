import type { Stream } from '../random/index.ts';
import { requireResamples } from './bootstrap.ts';
import { NOT_AVAILABLE, requireConfidence, type Estimate } from './estimate.ts';
import { quantile7 } from './sampleQuantile.ts';
import { scaled } from './scaled.ts';
import { varies } from './varies.ts';

/** The part of the variance that one factor explains alone, and with all its interactions. */
export interface SobolIndex {
  readonly first: Estimate;
  readonly total: Estimate;
}

/** Fewest rows below which no interval is given. */
const FEWEST_ROWS = 16;

/**
 * First-order and total Sobol indices from the responses to Saltelli's matrices, with percentile bootstrap intervals
 * over rows.
 *
 * First order: mean of (b − m)(ab − a) over V, with m and V the mean and variance of all a and b. Centring changes
 * nothing in expectation and much in variance. Total: mean of (a − ab)² / 2V. Where the response does not vary nothing
 * is available, nor where one to A or B is not a finite number; one with a column from B leaves out that factor.
 * Indices are parts of a variance: estimates and intervals are cut to [0, 1], and what lies outside with its whole
 * interval, as where a rare event is hardly in A and B, is not available. Sources: A. Saltelli et al., Computer Physics
 * Communications 181 (2010), table 2 (b) and (f), the latter by M. J. W. Jansen (1999); the centring as in I. M.
 * Sobol', Math. Comput. Simul. 55 (2001).
 *
 * @param mixed the responses to A with one column from B, factor by factor
 * @throws RangeError when the responses differ in number
 */
export function sobolIndices(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  mixed: readonly ArrayLike<number>[],
  { stream, resamples = 500, confidence = 0.95 }: { stream: Stream; resamples?: number; confidence?: number },
): SobolIndex[] {
  requireConfidence(confidence);
  requireResamples(resamples);
  const rows = a.length;
  for (const values of [b, ...mixed]) {
    if (values.length !== rows) {
      throw new RangeError(`responses: ${values.length}, expected ${rows} as many as to matrix A`);
    }
  }
  // Shares of a variance, whatever the size of the responses: their squares have to be doubles.
  const [ofA, ofB, ...ofMixed] = scaled([a, b, ...mixed]).samples;
  const isKnown = [ofA, ofB].every(isFiniteThroughout);
  const all = Int32Array.from({ length: rows }, (_, row) => row);
  const estimates = isKnown ? indicesOver(all, ofA, ofB, ofMixed) : undefined;
  if (estimates === undefined) return mixed.map(() => ({ first: NOT_AVAILABLE, total: NOT_AVAILABLE }));
  const samples =
    rows < FEWEST_ROWS
      ? []
      : resampled(rows, resamples, stream, (chosen) => indicesOver(chosen, ofA, ofB, ofMixed));
  const tail = (1 - confidence) / 2;
  const interval = (factor: number, part: 'first' | 'total'): Estimate => {
    if (!isFiniteThroughout(ofMixed[factor])) return NOT_AVAILABLE;
    const estimate = estimates[factor][part];
    if (samples.length === 0) return asShare({ estimate, low: undefined, high: undefined });
    const sorted = Float64Array.from(samples, (sample) => sample[factor][part]).sort();
    return asShare({ estimate, low: quantile7(sorted, tail), high: quantile7(sorted, 1 - tail) });
  };
  return mixed.map((_, factor) => ({ first: interval(factor, 'first'), total: interval(factor, 'total') }));
}

function isFiniteThroughout(values: ArrayLike<number>): boolean {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return false;
  return true;
}

function asShare({ estimate, low, high }: Estimate): Estimate {
  const least = Math.min(estimate!, low ?? estimate!);
  const most = Math.max(estimate!, high ?? estimate!);
  if (least > 1 || most < 0) return NOT_AVAILABLE;
  const cut = (value: number | undefined): number | undefined =>
    value === undefined ? undefined : Math.min(1, Math.max(0, value));
  return { estimate: cut(estimate), low: cut(low), high: cut(high) };
}

interface Indices {
  readonly first: number;
  readonly total: number;
}

/** Resamples without variance are left out: they have no indices. */
function resampled(
  rows: number,
  resamples: number,
  stream: Stream,
  statistic: (chosen: Int32Array) => Indices[] | undefined,
): Indices[][] {
  const chosen = new Int32Array(rows);
  const samples: Indices[][] = [];
  for (let resample = 0; resample < resamples; resample++) {
    for (let row = 0; row < rows; row++) chosen[row] = Math.floor(stream.uniform(row, resample) * rows);
    const indices = statistic(chosen);
    if (indices !== undefined) samples.push(indices);
  }
  return samples;
}

function indicesOver(
  chosen: Int32Array,
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  mixed: readonly ArrayLike<number>[],
): Indices[] | undefined {
  const count = chosen.length;
  const both = new Float64Array(2 * count);
  for (let i = 0; i < count; i++) {
    both[2 * i] = a[chosen[i]];
    both[2 * i + 1] = b[chosen[i]];
  }
  if (!varies(both)) return undefined;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += a[chosen[i]] + b[chosen[i]];
  const mean = sum / (2 * count);
  let squares = 0;
  for (let i = 0; i < count; i++) squares += (a[chosen[i]] - mean) ** 2 + (b[chosen[i]] - mean) ** 2;
  const variance = squares / (2 * count);
  return mixed.map((values) => {
    let first = 0;
    let total = 0;
    for (let i = 0; i < count; i++) {
      const row = chosen[i];
      const change = values[row] - a[row];
      first += (b[row] - mean) * change;
      total += change * change;
    }
    return { first: first / count / variance, total: total / (2 * count) / variance };
  });
}

import type { LayerDatum } from './layer.ts';
import { NOISES, type NoiseName } from './noise.ts';

// Nothing that was seen is impossible; this keeps its logarithm finite where all kernels underflow.
const LEAST = 1e-300;

/**
 * Log-likelihood of one datum at a shift and a log spread: kernel density over the simulated draws for what was seen, survival for what
 * is censored or known between two bounds, and both given survival up to the entry.
 */
export function logLikelihood(
  { simulated, observed, interval, censored, entry }: LayerDatum,
  { noise, shift, logSpread }: { noise: NoiseName; shift: number; logSpread: number },
): number {
  const { logDensity } = NOISES[noise];
  const spread = Math.exp(logSpread);
  let value: number;
  if (observed !== undefined) {
    let sum = 0;
    for (const log of simulated) sum += Math.exp(logDensity((observed - log - shift) / spread));
    value = Math.log(Math.max(LEAST, sum / simulated.length)) - logSpread;
  } else if (interval === undefined)
    value = Math.log(Math.max(LEAST, survivalAt(simulated, censored!, { noise, shift, spread })));
  else {
    const [low, high] = interval.map((log) => survivalAt(simulated, log, { noise, shift, spread })) as [
      number,
      number,
    ];
    value = Math.log(Math.max(LEAST, low - high));
  }
  if (entry === undefined) return value;
  return value - Math.log(Math.max(LEAST, survivalAt(simulated, entry, { noise, shift, spread })));
}

/** Chance that the duration exceeds exp(log). */
export function survivalAt(
  simulated: Float64Array,
  log: number,
  { noise, shift, spread }: { noise: NoiseName; shift: number; spread: number },
): number {
  const { survival } = NOISES[noise];
  let sum = 0;
  for (const draw of simulated) sum += survival((log - draw - shift) / spread);
  return sum / simulated.length;
}

/** Value, slopes and curvatures of a datum's log-likelihood in (shift, log spread). */
export interface Local {
  readonly value: number;
  readonly slope: readonly [shift: number, logSpread: number];
  readonly curvature: readonly [shift: number, mixed: number, logSpread: number];
}

const STEP = 1e-3;

/** By central differences: their error is 1e-6 of a curvature, far below what Newton's steps need. */
export function localLikelihood(
  datum: LayerDatum,
  { noise, shift, logSpread }: { noise: NoiseName; shift: number; logSpread: number },
): Local {
  const at = (i: number, j: number): number =>
    logLikelihood(datum, { noise, shift: shift + i * STEP, logSpread: logSpread + j * STEP });
  const [here, right, left, up, down] = [at(0, 0), at(1, 0), at(-1, 0), at(0, 1), at(0, -1)];
  const mixed = (at(1, 1) + at(-1, -1) + 2 * here - right - left - up - down) / (2 * STEP * STEP);
  return {
    value: here,
    slope: [(right - left) / (2 * STEP), (up - down) / (2 * STEP)],
    curvature: [(right + left - 2 * here) / (STEP * STEP), mixed, (up + down - 2 * here) / (STEP * STEP)],
  };
}

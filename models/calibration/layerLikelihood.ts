import type { LayerDatum } from './layer.ts';
import { NOISES, type NoiseName } from './noise.ts';

// A mean below this may have lost its digits to underflow.
const LEAST = 1e-280;

/**
 * Log-likelihood of one datum at a shift and a log spread: kernel density over the simulated draws for what was seen,
 * survival for what is censored or known between two bounds, and both given survival up to the entry.
 */
export function logLikelihood(
  { simulated, observed, interval, censored, entry }: LayerDatum,
  { noise, shift, logSpread }: { noise: NoiseName; shift: number; logSpread: number },
): number {
  const law = { noise, shift, spread: Math.exp(logSpread) };
  let value: number;
  if (observed !== undefined) {
    const { logDensity } = NOISES[noise];
    value = logMean(simulated, (draw) => logDensity((observed - draw - shift) / law.spread)) - logSpread;
  } else if (interval === undefined) value = logSurvivalAt(simulated, censored!, law);
  else {
    const [low, high] = interval.map((log) => logSurvivalAt(simulated, log, law)) as [number, number];
    value = low + Math.log(Math.max(Number.MIN_VALUE, -Math.expm1(high - low)));
  }
  return entry === undefined ? value : value - logSurvivalAt(simulated, entry, law);
}

/** Logarithm of the mean of exp(f) over the draws. */
function logMean(draws: Float64Array, logOf: (draw: number) => number): number {
  let sum = 0;
  for (const draw of draws) sum += Math.exp(logOf(draw));
  if (sum > LEAST) return Math.log(sum / draws.length);
  const logs = draws.map(logOf);
  const largest = logs.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY);
  return largest + Math.log(logs.reduce((total, log) => total + Math.exp(log - largest), 0) / draws.length);
}

/** Law of what is left at a site: its noise, moved and stretched. */
interface LeftLaw {
  readonly noise: NoiseName;
  readonly shift: number;
  readonly spread: number;
}

function logSurvivalAt(simulated: Float64Array, log: number, { noise, shift, spread }: LeftLaw): number {
  const survival = survivalAt(simulated, log, { noise, shift, spread });
  if (survival > LEAST) return Math.log(survival);
  const { logSurvival } = NOISES[noise];
  return logMean(simulated, (draw) => logSurvival((log - draw - shift) / spread));
}

/** Chance that the duration exceeds exp(log). */
export function survivalAt(simulated: Float64Array, log: number, { noise, shift, spread }: LeftLaw): number {
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

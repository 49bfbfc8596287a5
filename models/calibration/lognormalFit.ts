import { normalDensity, normalSurvival } from '../../src/random/index.ts';

/** A lognormal law by the median and the standard deviation of the logarithm. */
export interface LognormalFit {
  readonly median: number;
  readonly sigma: number;
}

/** A duration that was seen to end, or that had not ended so far. */
export interface Lasted {
  readonly days: number;
  readonly isOver: boolean;
}

const MOST_STEPS = 200;
const CLOSE = 1e-10;

/**
 * Fits a lognormal law to durations of which some are not over, by maximum likelihood.
 *
 * By expectation and maximization: what is not over stands in by its mean and variance given that it lasts longer.
 *
 * @throws RangeError when fewer than two of them are over.
 * @example fitLognormal([{ days: 400, isOver: true }, { days: 900, isOver: true }, { days: 300, isOver: false }])
 */
export function fitLognormal(durations: readonly Lasted[]): LognormalFit {
  const over = durations.filter(({ isOver }) => isOver);
  if (over.length < 2) throw new RangeError(`durations that are over: ${over.length}, expected at least 2`);
  const logs = durations.map(({ days, isOver }) => ({ log: Math.log(days), isOver }));
  let mean = logs.reduce((sum, { log }) => sum + log, 0) / logs.length;
  let sigma = Math.sqrt(logs.reduce((sum, { log }) => sum + (log - mean) ** 2, 0) / logs.length) || CLOSE;
  for (let step = 0; step < MOST_STEPS; step++) {
    const stands = logs.map(({ log, isOver }) => {
      if (isOver) return { first: log, second: log * log };
      const z = (log - mean) / sigma;
      const hazard = normalDensity(z) / normalSurvival(z);
      return {
        first: mean + sigma * hazard,
        second: mean * mean + sigma * sigma + sigma * (log + mean) * hazard,
      };
    });
    const nextMean = stands.reduce((sum, { first }) => sum + first, 0) / stands.length;
    const square = stands.reduce((sum, { second }) => sum + second, 0) / stands.length;
    const nextSigma = Math.sqrt(Math.max(CLOSE, square - nextMean * nextMean));
    const moved = Math.abs(nextMean - mean) + Math.abs(nextSigma - sigma);
    mean = nextMean;
    sigma = nextSigma;
    if (moved < CLOSE) break;
  }
  return { median: Math.exp(mean), sigma };
}

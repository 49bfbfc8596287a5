import { Z90 } from '../z90.ts';
import { requireFinite, requireNumber, requirePositive } from '../requirement.ts';
import type { Shape } from '../shape.ts';
import { normalCdf, normalSurvival } from '../normalCdf.ts';
import { logNormalSurvival } from '../normalInterval.ts';
import { normalQuantile } from '../normalQuantile.ts';
import { constant, type Constant } from './constant.ts';

export interface Lognormal {
  readonly kind: 'lognormal';
  readonly meanLog: number;
  readonly sdLog: number;
}

/** Below it ln(1 + r²) is r², above the other ln r². */
const SMALL = 1e-100;
const LARGE = 1e100;

/** Lognormal by its median and sigma, the standard deviation of the logarithm; sigma 0 gives a constant. */
export function lognormal(median: number, sigma: number): Lognormal | Constant {
  requirePositive('lognormal median', median);
  requireNumber('lognormal sigma', sigma, sigma >= 0, 'at least 0');
  return sigma === 0 ? constant(median) : { kind: 'lognormal', meanLog: Math.log(median), sdLog: sigma };
}

/**
 * Lognormal by the mean and the standard deviation of its logarithm, as R, SciPy and Python's `random` take it; sd 0
 * gives a constant.
 */
export function lognormalFromLogMean(meanLog: number, sdLog: number): Lognormal | Constant {
  requireFinite('lognormal mean of the logarithm', meanLog);
  requireNumber('lognormal sd of the logarithm', sdLog, sdLog >= 0, 'at least 0');
  if (sdLog === 0)
    requireNumber(
      'lognormal mean of the logarithm',
      meanLog,
      Math.exp(meanLog) < Infinity,
      'one whose exponential is a double where the sd is 0',
    );
  return sdLog === 0 ? constant(Math.exp(meanLog)) : { kind: 'lognormal', meanLog, sdLog };
}

/** Lognormal by its own mean and standard deviation; sd 0 gives a constant. */
export function lognormalFromMean(mean: number, sd: number): Lognormal | Constant {
  requirePositive('lognormal mean', mean);
  requireNumber('lognormal sd', sd, sd >= 0, 'at least 0');
  const ratio = sd / mean;
  if (ratio === 0) return constant(mean);
  const varianceLog = ratio < LARGE ? Math.log1p(ratio ** 2) : 2 * (Math.log(sd) - Math.log(mean));
  // Of a small ratio the square may be no double any more; the logarithm of a mean beside it has no digits for it.
  const sdLog = ratio > SMALL ? Math.sqrt(varianceLog) : ratio;
  return { kind: 'lognormal', meanLog: Math.log(mean) - varianceLog / 2, sdLog };
}

/**
 * Lognormal whose central 80 % interval is [low, high]: what `low to high` means in a scenario.
 *
 * @example fromInterval80(3, 8) // P10 = 3, median = √24, P90 = 8
 */
export function fromInterval80(low: number, high: number): Lognormal | Constant {
  requirePositive('interval low', low);
  requireNumber('interval high', high, high >= low, `at least the low end ${low}`);
  if (low === high) return constant(low);
  return {
    kind: 'lognormal',
    meanLog: (Math.log(low) + Math.log(high)) / 2,
    // The quotient of very unlike ends may be no double.
    sdLog: (high / low < Infinity ? Math.log(high / low) : Math.log(high) - Math.log(low)) / (2 * Z90),
  };
}

export const lognormalShape: Shape<Lognormal> = {
  quantile: ({ meanLog, sdLog }, u) => Math.exp(meanLog + sdLog * normalQuantile(u)),
  upperQuantile: ({ meanLog, sdLog }, q) => Math.exp(meanLog - sdLog * normalQuantile(q)),
  cdf: ({ meanLog, sdLog }, x) => (x <= 0 ? 0 : normalCdf((Math.log(x) - meanLog) / sdLog)),
  survival: ({ meanLog, sdLog }, x) => (x <= 0 ? 1 : normalSurvival((Math.log(x) - meanLog) / sdLog)),
  logSurvival: ({ meanLog, sdLog }, x) => (x <= 0 ? 0 : logNormalSurvival((Math.log(x) - meanLog) / sdLog)),
  mean: ({ meanLog, sdLog }) => Math.exp(meanLog + (sdLog * sdLog) / 2),
  variance: ({ meanLog, sdLog }) => {
    const square = sdLog * sdLog;
    // eˢ − 1 is eˢ there, which need not be a double for the whole to be one; and s below.
    if (square > 700) return Math.exp(2 * (meanLog + square));
    if (sdLog < SMALL) return (sdLog * Math.exp(meanLog)) ** 2;
    return Math.expm1(square) * Math.exp(2 * meanLog + square);
  },
};

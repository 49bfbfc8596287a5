import { betaLogitQuantile } from '../betaQuantile.ts';
import { betaLogitDensity, incompleteBeta, logIncompleteBeta } from '../incompleteBeta.ts';
import { requireFinite, requireNumber, requireWidth, requireWithin } from '../requirement.ts';
import type { Shape } from '../shape.ts';
import {
  knotOfExact,
  tabulatedQuantile,
  tabulateQuantile,
  type QuantileTable,
} from '../tabulatedQuantile.ts';
import { constant, type Constant } from './constant.ts';

export interface Beta {
  readonly kind: 'beta';
  readonly alpha: number;
  readonly beta: number;
  readonly min: number;
  readonly max: number;
  /** Logit of the quantile on [0, 1], for draws; without it they take the exact one. */
  readonly table?: QuantileTable;
}

/** Beta distribution stretched over [min, max]. Its quantile is tabulated once, here (a few milliseconds). */
export function beta(alpha: number, betaParameter: number, min = 0, max = 1): Beta {
  requireWithin('beta alpha', alpha, 0.01, 1e8);
  requireWithin('beta beta', betaParameter, 0.01, 1e8);
  requireFinite('beta min', min);
  requireNumber('beta max', max, max > min, `more than the minimum ${min}`);
  requireWidth('beta max', max, min, 'minimum');
  const table = tabulateQuantile(
    knotOfExact(
      (u, q) => betaLogitQuantile(alpha, betaParameter, u, q),
      (logit) =>
        betaLogitDensity(alpha, betaParameter, 1 / (1 + Math.exp(-logit)), 1 / (1 + Math.exp(logit))),
    ),
  );
  const value = { kind: 'beta', alpha, beta: betaParameter, min, max } as const;
  return table === undefined ? value : { ...value, table };
}

/** Times the largest parameter a double. */
const LARGE = 1e300;

/**
 * PERT: a beta over true ends whose mean is (min + λ·mode + max) / (λ + 2). Three equal numbers give a constant.
 *
 * Source: D. G. Malcolm et al., Operations Research 7 (1959), for λ = 4.
 *
 * @example pert(2, 5, 12)
 */
export function pert(min: number, mode: number, max: number, lambda = 4): Beta | Constant {
  requireFinite('pert min', min);
  requireNumber('pert mode', mode, mode >= min, `at least the minimum ${min}`);
  requireNumber('pert max', max, max >= mode, `at least the mode ${mode}`);
  requireWidth('pert max', max, min, 'minimum');
  requireWithin('pert lambda', lambda, 0.01, 1e7);
  if (min === max) return constant(min);
  // By a power of two where a multiple of the width is more than any double, which changes none of the quotients.
  const shrink = max - min > LARGE ? 2 ** -64 : 1;
  const [below, above] = [(mode - min) * shrink, (max - mode) * shrink];
  const width = (max - min) * shrink;
  return beta(1 + (lambda * below) / width, 1 + (lambda * above) / width, min, max);
}

function fromLogit({ min, max }: Beta, logit: number): number {
  return logit < 0 ? min + (max - min) / (1 + Math.exp(-logit)) : max - (max - min) / (1 + Math.exp(logit));
}

export const betaShape: Shape<Beta> = {
  quantile: (d, u) => fromLogit(d, betaLogitQuantile(d.alpha, d.beta, u, 1 - u)),
  upperQuantile: (d, q) => fromLogit(d, betaLogitQuantile(d.alpha, d.beta, 1 - q, q)),
  variate: (d, u, q) =>
    fromLogit(d, tabulatedQuantile(d.table, u, q) ?? betaLogitQuantile(d.alpha, d.beta, u, q)),
  cdf: ({ alpha, beta: second, min, max }, x) =>
    incompleteBeta(alpha, second, (x - min) / (max - min), (max - x) / (max - min)),
  survival: ({ alpha, beta: second, min, max }, x) =>
    incompleteBeta(second, alpha, (max - x) / (max - min), (x - min) / (max - min)),
  logSurvival: ({ alpha, beta: second, min, max }, x) =>
    logIncompleteBeta(second, alpha, (max - x) / (max - min), (x - min) / (max - min)),
  mean: ({ alpha, beta: second, min, max }) =>
    max - min < LARGE
      ? min + ((max - min) * alpha) / (alpha + second)
      : min + (max - min) * (alpha / (alpha + second)),
  variance: ({ alpha, beta: second, min, max }) => {
    const total = alpha + second;
    const usual = ((max - min) ** 2 * alpha * second) / (total * total * (total + 1));
    if (usual < Infinity) return usual;
    // In an order in which no part is more than a double where the whole is one.
    return ((((max - min) / total) * (alpha / (total + 1)) * (max - min)) / total) * second;
  },
};

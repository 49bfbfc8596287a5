import { describe, expect, test } from 'vitest';
import {
  beta,
  betaQuantile,
  binomial,
  cdf,
  constant,
  custom,
  discrete,
  exponential,
  gamma,
  geometric,
  gumbel,
  loglogistic,
  lognormal,
  lowModeHigh,
  mixture,
  negativeBinomial,
  normal,
  normalQuantile,
  pareto,
  poisson,
  quantile,
  remainingQuantile,
  remainingVariate,
  studentT,
  studentTQuantile,
  survival,
  triangular,
  truncatedNormal,
  uniform,
  upperQuantile,
  variate,
  weibull,
  type Distribution,
} from '../../src/random/index.ts';

const KINDS: Distribution[] = [
  beta(2, 3),
  binomial(20, 0.3),
  constant(4),
  custom({ quantile: (u) => u }),
  discrete([1, 2], [1, 1]),
  exponential(1),
  gamma(2.5, 4),
  geometric(0.2),
  gumbel(10, 2),
  loglogistic(4, 10),
  lognormal(3, 0.5),
  lowModeHigh(20, 50, 80),
  mixture([{ of: exponential(1), weight: 1 }]),
  negativeBinomial(5, 0.4),
  normal(10, 2),
  pareto(3, 2),
  poisson(6),
  studentT(4),
  triangular(2, 5, 12),
  truncatedNormal(10, 4, { min: 0 }),
  uniform(2, 5),
  weibull(1.5, 10),
];

const OUTSIDE = [-1, -Number.MIN_VALUE, 0, 1, 2, NaN, Infinity, '0.5' as unknown as number];

describe('a probability that is none', () => {
  test.each(KINDS.map((d) => [d.kind, d] as const))('has no quantile of a %s distribution', (_, d) => {
    for (const u of OUTSIDE) {
      const shown = typeof u === 'string' ? '"0.5"' : `${u}`;
      const reason = `: ${shown}, expected a number strictly between 0 and 1`;
      expect(() => quantile(d, u)).toThrow(`probability of the quantile${reason}`);
      expect(() => upperQuantile(d, u)).toThrow(`upper probability of the quantile${reason}`);
      expect(() => variate(d, u)).toThrow(`uniform of the variate${reason}`);
      expect(() => remainingQuantile(d, 1, u)).toThrow(`probability of the remainder${reason}`);
      expect(() => remainingVariate(d, 1, u)).toThrow(`probability of the remainder${reason}`);
    }
  });

  test.each(KINDS.map((d) => [d.kind, d] as const))('%s: nothing lies up to or beyond no number', (_, d) => {
    for (const x of [NaN, '3' as unknown as number]) {
      expect(() => cdf(d, x)).toThrow(/value of the cdf: (NaN|"3"), expected a number/);
      expect(() => survival(d, x)).toThrow(/value of the survival function: (NaN|"3"), expected a number/);
      expect(() => remainingQuantile(d, x, 0.5)).toThrow(/elapsed: (NaN|"3"), expected a number/);
    }
    expect([cdf(d, -Infinity), survival(d, -Infinity)]).toEqual([0, 1]);
    expect([cdf(d, Infinity), survival(d, Infinity)]).toEqual([1, 0]);
  });

  test('has no quantile of the standard functions, which take 0 and 1', () => {
    for (const u of [-0.1, 1.1, NaN]) {
      expect(() => normalQuantile(u)).toThrow(
        `probability of the normal quantile: ${u}, expected a number from 0 to 1`,
      );
      expect(() => betaQuantile(2, 3, u)).toThrow(`probability of the beta quantile: ${u}`);
      expect(() => studentTQuantile(4, u)).toThrow(`probability of the student t quantile: ${u}`);
    }
    expect([0, 1].map(normalQuantile)).toEqual([-Infinity, Infinity]);
    expect([0, 1].map((u) => betaQuantile(2, 3, u))).toEqual([0, 1]);
    expect([0, 1].map((u) => studentTQuantile(4, u))).toEqual([-Infinity, Infinity]);
  });
});

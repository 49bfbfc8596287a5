import { assert, constantFrom, double, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  beta,
  binomial,
  cdf,
  clamped,
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
  median,
  mixture,
  negativeBinomial,
  normal,
  pareto,
  pert,
  poisson,
  quantile,
  remainingQuantile,
  remainingVariate,
  Streams,
  studentT,
  survival,
  triangular,
  truncatedNormal,
  uniform,
  weibull,
  type Distribution,
} from '../../src/random/index.ts';

import { logSurvival } from '../../src/random/distribution.ts';

const DISTRIBUTIONS: Distribution[] = [
  exponential(10),
  gamma(2.5, 4),
  lognormal(20, 0.6),
  lowModeHigh(5, 10, 30, { min: 0 }),
  pert(2, 5, 12),
  uniform(0, 40),
];

describe('the remaining duration', () => {
  const anyOf = constantFrom(...DISTRIBUTIONS);
  const unit = double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });

  test('before anything can have finished is the plain quantile, bit for bit', () => {
    for (const distribution of DISTRIBUTIONS) {
      expect(remainingQuantile(distribution, -1, 0.37)).toBe(quantile(distribution, 0.37));
    }
  });

  test('is longer than what has elapsed, and has the conditional probability u', () => {
    assert(
      property(anyOf, unit, unit, (distribution, start, u) => {
        const elapsed = quantile(distribution, start * 0.98);
        const total = remainingQuantile(distribution, elapsed, u);
        const finished = cdf(distribution, elapsed);
        expect(total).toBeGreaterThanOrEqual(elapsed);
        expect((cdf(distribution, total) - finished) / (1 - finished)).toBeCloseTo(u, 5);
      }),
      { numRuns: 1000, seed: 1 },
    );
  });

  test('rises in u', () => {
    assert(
      property(anyOf, unit, unit, unit, (distribution, start, a, b) => {
        const elapsed = quantile(distribution, start * 0.98);
        const low = remainingQuantile(distribution, elapsed, Math.min(a, b));
        expect(low).toBeLessThanOrEqual(
          remainingQuantile(distribution, elapsed, Math.max(a, b)) * (1 + 1e-12),
        );
      }),
      { numRuns: 1000, seed: 1 },
    );
  });

  test('of an exponential has no memory, however far in the tail', () => {
    for (const elapsed of [0, 1, 100, 5000]) {
      expect(remainingQuantile(exponential(10), elapsed, 0.25)).toBeCloseTo(elapsed - 10 * Math.log(0.75), 8);
    }
  });

  test('of a normal far in its tail is nearly exponential with rate equal to the hazard', () => {
    const elapsed = 30;
    const remainder = remainingQuantile({ kind: 'normal', mean: 0, sd: 1 }, elapsed, 0.5) - elapsed;
    // Mills' ratio: the hazard at z is z + 1/z − 2/z³ + …
    expect(remainder * (elapsed + 1 / elapsed)).toBeCloseTo(Math.log(2), 3);
  });

  // mpmath 1.3, 80 digits: the z with Q(z) = (1 − u) Q(elapsed).
  test.each([
    [40, 0.5, 40.01731412676465],
    [40, 0.9, 40.05748745803602],
    [100, 0.25, 100.00287649176595],
  ])(
    'of a normal at %d standard deviations, where its survival is no double, keeps its digits',
    (elapsed, u, z) => {
      expect(remainingQuantile(normal(0, 1), elapsed, u)).toBeCloseTo(z, 12);
      expect(remainingQuantile(normal(7, 2), 7 + 2 * elapsed, u)).toBeCloseTo(7 + 2 * z, 11);
      expect(remainingQuantile(truncatedNormal(0, 1, { min: 0 }), elapsed, u)).toBeCloseTo(z, 12);
      expect(Math.log(remainingQuantile(lognormal(1, 0.1), Math.exp(0.1 * elapsed), u))).toBeCloseTo(
        0.1 * z,
        12,
      );
      const { mode, sdHigh } = lowModeHigh(1, 2, 3) as Extract<Distribution, { kind: 'lowModeHigh' }>;
      expect(remainingQuantile(lowModeHigh(1, 2, 3), mode + sdHigh * elapsed, u)).toBeCloseTo(
        mode + sdHigh * z,
        11,
      );
    },
  );

  test('far out in other tails is that of their hazard, and a bound still holds', () => {
    expect(remainingQuantile(exponential(10), 1e6, 0.25)).toBeCloseTo(1e6 - 10 * Math.log(0.75), 8);
    expect(remainingQuantile(gumbel(3, 2), 1e5, 0.25)).toBeCloseTo(1e5 - 2 * Math.log(0.75), 8);
    expect(remainingQuantile(weibull(2, 5), 1e3, 0.25)).toBeCloseTo(
      5 * Math.sqrt(200 ** 2 - Math.log(0.75)),
      8,
    );
    for (const u of [1e-9, 0.5, 1 - 1e-9]) {
      for (const one of [lowModeHigh(1, 2, 3, { max: 50 }), truncatedNormal(2, 0.5, { max: 50 })]) {
        const total = remainingQuantile(one, 49.99, u);
        expect(total).toBeGreaterThanOrEqual(49.99);
        expect(total).toBeLessThanOrEqual(50);
      }
    }
    expect(() => remainingQuantile(truncatedNormal(2, 0.5, { max: 50 }), 50, 0.5)).toThrow('elapsed: 50');
  });

  // mpmath 1.3, 60 digits: the root of the tail, or for whole numbers the first whose tail is small enough.
  test.each<[string, Distribution, number, number, number]>([
    ['gamma', gamma(2.5, 4), 5000, 0.5, 5002.775916235044],
    ['gamma', gamma(2.5, 4), 5000, 0.9, 5009.221387012142],
    ['beta', beta(2, 500), 0.9, 0.5, 0.9001385640687137],
    ['beta', beta(2, 500), 0.99, 0.25, 0.9900057521024497],
    ["Student's t", studentT(4), 1e80, 0.5, 1.1892071150027211e80],
    ["Student's t", studentT(4), 1e200, 0.5, 1.189207115002721e200],
    ["Student's t", studentT(1e6), 60, 0.5, 60.01158971326693],
    ['poisson', poisson(6), 400, 0.5, 401],
    ['poisson', poisson(1000), 3000, 0.99, 3005],
    ['poisson', poisson(1000), 3000, 0.9999, 3009],
    ['binomial', binomial(2000, 0.1), 1500, 0.99, 1502],
    ['binomial', binomial(2000, 0.1), 1998, 0.5, 1999],
    ['negative binomial', negativeBinomial(5, 0.4), 3000, 0.5, 3002],
    ['negative binomial', negativeBinomial(0.5, 0.4), 3000, 0.9999, 3019],
    ['geometric', geometric(0.5), 1100, 0.5, 1101],
    ['geometric', geometric(0.5), 1100.5, 0.76, 1103],
    ['geometric', geometric(0.2), 5000, 0.9, 5011],
    ['pareto', pareto(3, 2), 1e120, 0.875, 2e120],
    ['loglogistic', loglogistic(4, 10), 1e100, 0.9375, 2e100],
    ['weibull whose power is no double', weibull(200, 1), 100, 0.5, 100],
    ['normal farther out than it has digits', normal(0, 1), 1e200, 0.5, 1e200],
    [
      'mixture of normals',
      mixture([normal(0, 1), normal(1, 1)].map((of) => ({ of, weight: 1 }))),
      50,
      0.5,
      50.01413793861023,
    ],
    [
      'mixture of exponentials',
      mixture([exponential(1), exponential(10)].map((of) => ({ of, weight: 1 }))),
      1e4,
      0.25,
      1e4 - 10 * Math.log(0.75),
    ],
    ['clamped exponential', clamped(exponential(10), { max: 1e4 }), 9000, 0.25, 9000 - 10 * Math.log(0.75)],
    ['clamped exponential at its bound', clamped(exponential(10), { max: 9001 }), 9000, 0.5, 9001],
    [
      'mixture with a bound',
      mixture([{ of: truncatedNormal(2, 0.5, { max: 50 }), weight: 1 }]),
      49,
      0.5,
      49 + (0.5 ** 2 * Math.log(2)) / 47,
    ],
    [
      'mixture of low / mode / high',
      mixture([{ of: lowModeHigh(1, 2, 3, { max: 60 }), weight: 1 }]),
      60 - 1e-9,
      1 - 1e-9,
      60,
    ],
  ])('of a %s far in its tail has the rest of it: %#', (kind, distribution, elapsed, u, expected) => {
    const total = remainingQuantile(distribution, elapsed, u);
    // The hazard at 94 standard deviations is 1 part in 94² more.
    const bar = kind === 'mixture with a bound' ? 1e-6 : 1e-13;
    expect(Math.abs(total / expected - 1)).toBeLessThan(bar);
    expect(remainingVariate(distribution, elapsed, u)).toBe(total);
  });

  test('at and beyond the end of anything with an end is refused', () => {
    for (const [distribution, end] of [
      [beta(2, 500, 0, 4), 4],
      [binomial(20, 0.3), 20],
      [triangular(2, 5, 12), 12],
      [discrete([1, 2], [1, 1]), 2],
      [clamped(normal(10, 2), { max: 40 }), 40],
      [mixture([{ of: uniform(0, 3), weight: 1 }]), 3],
      [custom({ quantile: (u) => u }), 1],
      [exponential(2), Infinity],
      [normal(0, 1), Infinity],
    ] as const)
      expect(() => remainingQuantile(distribution, end, 0.5)).toThrow(`elapsed: ${end}, expected less than`);
  });

  test.each(
    DISTRIBUTIONS.concat(
      binomial(20, 0.3),
      geometric(0.2),
      gumbel(10, 2),
      loglogistic(4, 10),
      negativeBinomial(5, 0.4),
      normal(10, 2),
      pareto(3, 2),
      poisson(6),
      studentT(4, 1, 2),
      studentT(1e6),
      truncatedNormal(10, 4, { min: 0, max: 20 }),
      weibull(1.5, 10),
      beta(2, 5000),
      gamma(3000, 0.01),
      clamped(normal(10, 2), { min: 8, max: 13 }),
      triangular(2, 5, 12),
      mixture([
        { of: exponential(1), weight: 1 },
        { of: normal(5, 1), weight: 2 },
      ]),
    ).map((d) => [d.kind, d] as const),
  )('a %s has the logarithm of its survival function', (_, d) => {
    for (const x of [
      -1e300,
      -1,
      0,
      0.5,
      ...[1e-9, 0.1, 0.5, 0.9, 1 - 1e-9].map((u) => quantile(d, u)),
      1e300,
      Infinity,
    ]) {
      const [log, expected] = [logSurvival(d, x), Math.log(survival(d, x))];
      if (expected > -500)
        expect(Math.abs(log - expected)).toBeLessThan(
          1e-13 * Math.max(1, -log) + (x > 1e200 ? 1e-12 * -log : 0),
        );
    }
    expect(logSurvival(d, Infinity)).toBe(-Infinity);
  });

  test('drawn from a table is within 1e-6 of the exact one, and has its bounds', () => {
    for (const one of [gamma(2.5, 4), pert(2, 5, 12)]) {
      for (const elapsed of [0, 3, 8, 11.9]) {
        for (const u of [0.01, 0.5, 0.99]) {
          const exact = remainingQuantile(one, elapsed, u);
          expect(Math.abs(remainingVariate(one, elapsed, u) / exact - 1)).toBeLessThan(1e-6);
        }
      }
    }
  });

  test('where it must have finished is refused, and a stream names itself', () => {
    expect(() => remainingQuantile(constant(50), 60, 0.5)).toThrow(
      /elapsed: 60, expected less than the longest/,
    );
    expect(() => remainingQuantile(lowModeHigh(1, 2, 3, { max: 4 }), 4, 0.5)).toThrow(/elapsed: 4/);
    const stream = new Streams({ seed: 's' }).open('power', 'site-1', 'lead');
    expect(() => stream.drawRemaining(uniform(0, 10), 10)).toThrow(/power\/site-1\/lead: elapsed: 10/);
  });

  test('drawn before the start is the draw at the same address', () => {
    const stream = new Streams({ seed: 's' }).open('power', 'site-1', 'lead');
    const lead = lognormal(20, 0.5);
    expect(stream.drawRemaining(lead, 0, 3, 1)).toBe(stream.draw(lead, 3, 1));
    expect(new Streams({ seed: 's', atPlan: ['power'] }).open('power', 'a', 'b').drawRemaining(lead, 0)).toBe(
      median(lead),
    );
  });
});

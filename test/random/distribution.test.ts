import { assert, constantFrom, double, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  beta,
  binomial,
  cdf,
  constant,
  discrete,
  erlang,
  exponential,
  fromInterval80,
  gamma,
  geometric,
  gumbel,
  loglogistic,
  lognormal,
  lognormalFromMean,
  lowModeHigh,
  mean,
  median,
  negativeBinomial,
  normal,
  pareto,
  pert,
  poisson,
  quantile,
  studentT,
  survival,
  triangular,
  truncatedNormal,
  uniform,
  upperQuantile,
  variance,
  weibull,
  type Distribution,
} from '../../src/random/index.ts';
import reference from '../fixtures/distributions.json' with { type: 'json' };

/** The reference's own names for its cases. */
const BY_NAME: Record<string, Distribution> = {
  'triangular(2,5,12)': triangular(2, 5, 12),
  'betaPERT(2,5,12,lambda=4)': pert(2, 5, 12),
  'lognormal(meanlog=0,sdlog=0.5)': lognormal(1, 0.5),
  'lognormal(mean=10,sd=5)': lognormalFromMean(10, 5),
  'weibull(shape=1.5,scale=10)': weibull(1.5, 10),
  'gamma(shape=2.5,scale=4)': gamma(2.5, 4),
  'beta(2,3)': beta(2, 3),
  'exponential(mean=3)': exponential(3),
  'uniform(2,5)': uniform(2, 5),
  'normal(10,2)': normal(10, 2),
  'erlang(3,mean=6)': erlang(3, 6),
  'pareto(alpha=3,xm=2)': pareto(3, 2),
  'gumbel_max(10,2)': gumbel(10, 2),
  'loglogistic(shape=4,scale=10)': loglogistic(4, 10),
  'truncnormal(10,4;0,inf)': truncatedNormal(10, 4, { min: 0 }),
  'students_t(4)': studentT(4),
  'poisson(6)': poisson(6),
  'binomial(20,0.3)': binomial(20, 0.3),
  'negbinomial(5,0.4)': negativeBinomial(5, 0.4),
  'geometric(0.2)': geometric(0.2),
};

const CONTINUOUS: Distribution[] = [
  ...Object.values(BY_NAME).slice(0, 16),
  beta(0.5, 0.5),
  beta(0.3, 8, 0, 5),
  beta(40, 60),
  fromInterval80(3, 8),
  gamma(0.2, 1),
  gamma(80, 0.1),
  lowModeHigh(20, 50, 80),
  lowModeHigh(20, 25, 80),
  lowModeHigh(20, 20, 80),
  lowModeHigh(20, 80, 80),
  studentT(1.5, 10, 3),
  studentT(30),
  triangular(0, 0, 1),
  triangular(0, 1, 1),
  truncatedNormal(0, 1, { min: 4, max: 6 }),
  truncatedNormal(0, 1, { min: -6, max: -4 }),
];

const DISCRETE: Distribution[] = [
  ...Object.values(BY_NAME).slice(16),
  poisson(0.01),
  poisson(3000),
  binomial(5000, 0.999),
  negativeBinomial(0.5, 0.01),
  discrete([60, 24, 36], [1, 1, 2]),
];

const BOUNDED = new Set(['uniform', 'triangular', 'beta', 'truncatedNormal']);

const withoutTable = (distribution: Distribution): Distribution => {
  const { table: _, ...exact } = distribution as Distribution & { table?: readonly number[] };
  return exact as Distribution;
};

const relativeError = (value: number, expected: number): number =>
  Math.abs(value - expected) / Math.max(Math.abs(expected), 1e-300);

describe.each(reference.cases)('$name', ({ inputs, expected, tolerance }) => {
  const distribution = BY_NAME[inputs.distribution];
  const close = (value: number, wanted: number, bar = tolerance.value): void => {
    expect(Math.abs(value - wanted)).toBeLessThanOrEqual(bar * Math.max(Math.abs(wanted), 1e-12));
  };

  test('has the mean and variance of the reference', () => {
    close(mean(distribution), expected.mean);
    close(variance(distribution), expected.variance);
  });

  test('has the exact quantiles of the reference, and tabulated ones within 1e-6', () => {
    for (const [u, x] of expected.ppf) {
      close(quantile(withoutTable(distribution), u), x);
      close(upperQuantile(withoutTable(distribution), 1 - u), x);
      close(quantile(distribution, u), x, 1e-6);
    }
  });

  test('has the probabilities of the reference', () => {
    for (const [x, p] of expected.cdf ?? []) {
      close(cdf(distribution, x), p);
      close(survival(distribution, x), 1 - p);
    }
    for (const [k, p] of expected.pmf ?? []) {
      close(cdf(distribution, k) - cdf(distribution, k - 1), p);
      close(survival(distribution, k - 1) - survival(distribution, k), p);
    }
  });
});

describe('every continuous distribution', () => {
  const anyOf = constantFrom(...CONTINUOUS);
  const inside = double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
  const open = double({ min: 1e-15, max: 1 - 1e-15, noNaN: true });

  test('has a quantile that rises in u, to the twelfth digit', () => {
    assert(
      property(anyOf, open, open, (distribution, a, b) => {
        const [low, high] = a <= b ? [a, b] : [b, a];
        const upper = quantile(distribution, high);
        expect(quantile(distribution, low)).toBeLessThanOrEqual(upper + 1e-12 * Math.abs(upper));
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  test('has cdf(quantile(u)) = u, nearly to the last digit exactly and to 1e-5 from the table', () => {
    assert(
      property(anyOf, open, (distribution, u) => {
        const exact = withoutTable(distribution);
        expect(Math.abs(cdf(exact, quantile(exact, u)) - u)).toBeLessThan(1e-11 * u + 1e-13);
        expect(Math.abs(cdf(distribution, quantile(distribution, u)) - u)).toBeLessThan(
          1e-5 * Math.min(u, 1 - u) + 1e-12,
        );
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  test('has an upper quantile and a survival that keep their digits in the upper tail', () => {
    assert(
      property(anyOf, double({ min: -30, max: -0.4, noNaN: true }), (distribution, exponent) => {
        const q = 10 ** exponent;
        const exact = withoutTable(distribution);
        const x = upperQuantile(exact, q);
        // A bounded support has no room for values that far out.
        if (survival(exact, x) === 0 || x === upperQuantile(exact, q / 2)) return;
        if (BOUNDED.has(exact.kind)) {
          expect(Math.abs(survival(exact, x) - q)).toBeLessThan(1e-7);
        } else {
          expect(relativeError(survival(exact, x), q)).toBeLessThan(1e-6);
        }
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  test('has a table within 1e-6 of the exact quantile, relative', () => {
    assert(
      property(constantFrom(...CONTINUOUS.filter((d) => 'table' in d)), inside, (distribution, u) => {
        const exact = quantile(withoutTable(distribution), u);
        expect(relativeError(quantile(distribution, u), exact)).toBeLessThan(1e-6);
      }),
      { numRuns: 3000, seed: 1 },
    );
  });

  test.each(CONTINUOUS.filter(({ kind }) => kind !== 'pareto' && kind !== 'studentT'))(
    'has the mean and variance of its quantile function: $kind',
    (distribution) => {
      // Midpoint rule in the normal score, where every quantile is smooth and its square integrable.
      let first = 0;
      let second = 0;
      let weight = 0;
      const centre = mean(distribution);
      const step = 0.01;
      for (let z = -8; z <= 8; z += step) {
        const density = Math.exp((-z * z) / 2);
        const u = cdf(normal(0, 1), z);
        const x = z < 0 ? quantile(distribution, u) : upperQuantile(distribution, cdf(normal(0, 1), -z));
        first += density * (x - centre);
        second += density * (x - centre) ** 2;
        weight += density;
      }
      const sd = Math.sqrt(variance(distribution));
      expect(Math.abs(first / weight / sd)).toBeLessThan(1e-4);
      expect(relativeError(second / weight, sd * sd)).toBeLessThan(2e-3);
    },
  );

  test('survives JSON and structured cloning with the same quantiles', () => {
    for (const distribution of [...CONTINUOUS, ...DISCRETE]) {
      const copies = [
        structuredClone(distribution),
        JSON.parse(JSON.stringify(distribution)) as Distribution,
      ];
      for (const copy of copies) expect(quantile(copy, 0.3)).toBe(quantile(distribution, 0.3));
    }
  });
});

describe('every discrete distribution', () => {
  test('has the smallest value whose cdf reaches u as its quantile', () => {
    assert(
      property(constantFrom(...DISCRETE), integer({ min: 1, max: 2 ** 26 - 1 }), (distribution, odd) => {
        const u = (odd + 0.5) / 2 ** 26;
        const k = quantile(distribution, u);
        expect(upperQuantile(distribution, 1 - u)).toBe(k);
        expect(cdf(distribution, k)).toBeGreaterThanOrEqual(u - 1e-12);
        expect(cdf(distribution, k - 1e-9)).toBeLessThan(u + 1e-12);
      }),
      { numRuns: 1000, seed: 1 },
    );
  });
});

describe('low / mode / high', () => {
  test('puts 10 % below low and 10 % above high, and its density is the same on both sides of the mode', () => {
    for (const [low, mode, high] of [
      [20, 50, 80],
      [20, 25, 80],
      [20, 75, 80],
      [1, 1.001, 50],
      [-5, 0, 5],
    ]) {
      const distribution = lowModeHigh(low, mode, high);
      expect(cdf(distribution, low)).toBeCloseTo(0.1, 12);
      expect(survival(distribution, high)).toBeCloseTo(0.1, 12);
      const width = (high - low) * 1e-7;
      const left = cdf(distribution, mode) - cdf(distribution, mode - width);
      const right = cdf(distribution, mode + width) - cdf(distribution, mode);
      expect(left / right).toBeCloseTo(1, 3);
    }
  });

  test('with equal widths is the normal distribution with that 80 % interval', () => {
    const distribution = lowModeHigh(20, 50, 80);
    expect(median(distribution)).toBe(50);
    expect(Math.sqrt(variance(distribution))).toBeCloseTo(30 / 1.2815515655446004, 10);
  });

  test('with low = mode or mode = high is the limit of ever closer ones', () => {
    for (const u of [0.05, 0.1, 0.3, 0.5, 0.9, 0.95]) {
      expect(quantile(lowModeHigh(20, 20, 80), u)).toBeCloseTo(
        quantile(lowModeHigh(20 - 1e-9, 20, 80), u),
        5,
      );
      expect(quantile(lowModeHigh(20, 80, 80), u)).toBeCloseTo(
        quantile(lowModeHigh(20, 80, 80 + 1e-9), u),
        5,
      );
    }
    expect(cdf(lowModeHigh(20, 20, 80), 20)).toBeCloseTo(0.1, 12);
  });

  test('three equal numbers are a constant', () => {
    expect(lowModeHigh(5, 5, 5)).toEqual(constant(5));
  });

  test('is clamped to hard bounds, which take the mass beyond them', () => {
    const clamped = lowModeHigh(1, 5, 12, { min: 0, max: 15 });
    const free = lowModeHigh(1, 5, 12);
    expect(quantile(clamped, 1e-6)).toBe(0);
    expect(upperQuantile(clamped, 1e-6)).toBe(15);
    expect(median(clamped)).toBe(median(free));
    expect([cdf(clamped, -0.1), cdf(clamped, 15)]).toEqual([0, 1]);
    expect(cdf(clamped, 0)).toBe(cdf(free, 0));
    const cells = 200_000;
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < cells; i++) {
      const x = quantile(clamped, (i + 0.5) / cells);
      sum += x;
      squares += x * x;
    }
    expect(mean(clamped)).toBeCloseTo(sum / cells, 4);
    expect(variance(clamped)).toBeCloseTo(squares / cells - (sum / cells) ** 2, 3);
  });

  test('refuses numbers out of order and bounds inside them', () => {
    expect(() => lowModeHigh(5, 4, 6)).toThrow('mode: 4, expected at least the low value 5');
    expect(() => lowModeHigh(1, 2, NaN)).toThrow(/high: NaN, expected/);
    expect(() => lowModeHigh(1, 2, 3, { min: 1.5 })).toThrow('min: 1.5, expected at most the low value 1');
  });
});

test('an interval "a to b" has its ends as P10 and P90', () => {
  const distribution = fromInterval80(3, 8);
  expect(quantile(distribution, 0.1)).toBeCloseTo(3, 12);
  expect(quantile(distribution, 0.9)).toBeCloseTo(8, 12);
  expect(median(distribution)).toBeCloseTo(Math.sqrt(24), 12);
});

test('beyond its ends a distribution has probability 0 or 1', () => {
  const bounded: [Distribution, number, number][] = [
    [uniform(2, 5), 2, 5],
    [triangular(2, 3, 5), 2, 5],
    [pert(2, 3, 5), 2, 5],
    [truncatedNormal(3, 1, { min: 2, max: 5 }), 2, 5],
    [lowModeHigh(3, 3.5, 4, { min: 2, max: 5 }), 2, 5],
    [discrete([2, 5], [1, 1]), 2, 5],
    [binomial(5, 0.5), 0, 5],
    [constant(3), 3, 3],
    [exponential(2), 0, Infinity],
    [lognormal(2, 1), 0, Infinity],
    [gamma(2, 1), 0, Infinity],
    [weibull(2, 1), 0, Infinity],
    [loglogistic(2, 1), 0, Infinity],
    [pareto(2, 1), 1, Infinity],
    [poisson(3), 0, Infinity],
    [negativeBinomial(3, 0.5), 0, Infinity],
    [geometric(0.5), 1, Infinity],
  ];
  for (const [distribution, low, high] of bounded) {
    expect([cdf(distribution, low - 1), survival(distribution, low - 1)]).toEqual([0, 1]);
    expect([cdf(distribution, high), survival(distribution, high)]).toEqual([1, 0]);
  }
});

test('heavy tails have infinite moments, and none where they are undefined', () => {
  expect([mean(pareto(1, 2)), variance(pareto(2, 2))]).toEqual([Infinity, Infinity]);
  expect([mean(loglogistic(1, 2)), variance(loglogistic(2, 2))]).toEqual([Infinity, Infinity]);
  expect([mean(studentT(1)), variance(studentT(1)), variance(studentT(2))]).toEqual([NaN, NaN, Infinity]);
});

test('a choice among numbers has their probabilities', () => {
  const regime = discrete([60, 24, 36, 24], [1, 1, 2, 0]);
  expect(regime).toMatchObject({ kind: 'discrete', values: [24, 36, 60], probabilities: [0.25, 0.5, 0.25] });
  expect([0.2, 0.25, 0.26, 0.75, 0.76].map((u) => quantile(regime, u))).toEqual([24, 24, 36, 36, 60]);
  expect([0.2, 0.24, 0.26, 0.74, 0.76].map((q) => upperQuantile(regime, q))).toEqual([60, 60, 36, 36, 24]);
  expect([mean(regime), variance(regime)]).toEqual([39, 171]);
  expect([cdf(regime, 30), survival(regime, 30)]).toEqual([0.25, 0.75]);
});

test('a constant is itself at every rank', () => {
  const value = constant(7);
  expect([
    quantile(value, 0.1),
    upperQuantile(value, 0.1),
    median(value),
    mean(value),
    variance(value),
  ]).toEqual([7, 7, 7, 7, 0]);
});

test('a shape too extreme for a table keeps the exact quantile', () => {
  const spike = gamma(0.01, 1);
  expect('table' in spike).toBe(false);
  expect(cdf(spike, quantile(spike, 0.7))).toBeCloseTo(0.7, 12);
});

test('spreads of nothing are constants', () => {
  const degenerate = [
    uniform(3, 3),
    triangular(3, 3, 3),
    pert(3, 3, 3),
    lognormal(3, 0),
    fromInterval80(3, 3),
  ];
  for (const distribution of [...degenerate, binomial(3, 1), discrete([3], [2])]) {
    expect(distribution).toEqual(constant(3));
  }
});

test.each<[string, () => unknown]>([
  ['constant: NaN', () => constant(NaN)],
  ['uniform max: 1', () => uniform(2, 1)],
  ['triangular mode: 1', () => triangular(2, 1, 3)],
  ['normal sd: 0', () => normal(0, 0)],
  ['lognormal median: -1', () => lognormal(-1, 1)],
  ['interval low: 0', () => fromInterval80(0, 1)],
  ['exponential mean: Infinity', () => exponential(Infinity)],
  ['gamma shape: 0, expected a number from 0.01 to 100000000', () => gamma(0, 1)],
  ['gamma shape: 1e+300', () => gamma(1e300, 1)],
  ['degrees of freedom: 1e+300', () => studentT(1e300)],
  ['poisson mean: 1000000000000000', () => poisson(1e15)],
  ['erlang stages: 1.5', () => erlang(1.5, 1)],
  ['beta max: 0', () => beta(1, 1, 0, 0)],
  ['truncated normal: ends from', () => truncatedNormal(0, 1, { min: 2e6 })],
  ['binomial probability: 1.1', () => binomial(3, 1.1)],
  ['geometric probability: 0', () => geometric(0)],
  ['discrete values: 2 with 1 weights', () => discrete([1, 2], [1])],
  ['distribution kind: zeta', () => quantile({ kind: 'zeta' } as unknown as Distribution, 0.5)],
])('a bad parameter is refused by name: %s', (message, make) => {
  expect(make).toThrow(message);
});

import { describe, expect, test } from 'vitest';
import {
  cdf,
  constant,
  custom,
  discrete,
  empirical,
  exponential,
  lognormal,
  lognormalFromLogMean,
  mean,
  median,
  mixture,
  normal,
  quantile,
  Streams,
  survival,
  uniform,
  upperQuantile,
  variance,
} from '../../src/random/index.ts';

describe('a distribution by its quantile function', () => {
  const ours = custom({ quantile: (u) => -10 * Math.log1p(-u), upperQuantile: (q) => -10 * Math.log(q) });
  const known = exponential(10);

  test('has the mean and the variance of the integral of its quantile', () => {
    expect(mean(ours)).toBeCloseTo(10, 9);
    expect(variance(ours)).toBeCloseTo(100, 7);
    const square = custom({ quantile: (u) => 5 * u * u });
    expect(mean(square)).toBeCloseTo(5 / 3, 12);
    expect(variance(square)).toBeCloseTo(25 * (1 / 5 - 1 / 9), 11);
  });

  test.each([1e-9, 0.3, 3, 30, 300, 600])('has the probabilities of the quantile at %s', (x) => {
    expect(cdf(ours, x)).toBeCloseTo(cdf(known, x), 12);
    expect(survival(ours, x) / survival(known, x)).toBeCloseTo(1, 10);
  });

  test('takes the moments that it is given, and draws what its function says', () => {
    const told = custom({ quantile: (u) => u, mean: 7, variance: 3 });
    expect([mean(told), variance(told)]).toEqual([7, 3]);
    const [a, b] = [ours, known].map((each) => {
      const streams = new Streams({ seed: '1' });
      streams.begin(0);
      return streams.open('cause', 'thing', 'time').draw(each);
    });
    expect(a).toBeCloseTo(b!, 9);
  });

  test('is refused where its function falls or is no number', () => {
    expect(() => custom({ quantile: (u) => -u })).toThrow(
      'custom quantile at 0.5: -0.5, expected a finite number',
    );
    expect(() => custom({ quantile: () => NaN })).toThrow('custom quantile at 0.1: NaN');
  });

  test.each([
    ['"5"', '5'],
    ['NaN', NaN],
    ['undefined', undefined],
    ['5n', 5n],
    ['a promise', Promise.resolve(5)],
  ])('is refused at the draw where its function gives %s between the points looked at', (written, given) => {
    const asked = [0.1, 0.5, 0.9];
    const half = (u: number): number => (asked.includes(u) ? u : (given as number));
    const ours = custom({ quantile: half, mean: 0.5, variance: 1 });
    const streams = new Streams({ seed: '1' });
    streams.begin(0);
    const stream = streams.open('cause', 'thing', 'time');
    const calls: (() => unknown)[] = [
      () => stream.draw(ours),
      () => stream.drawEach(ours, [1, 2]),
      () => stream.drawShared(ours, 0, 0.5),
      () => stream.drawRemaining(ours, 0.2),
      () => streams.input('x', ours, { cause: 'cause' }),
      () => quantile(ours, 0.3),
      () => upperQuantile(ours, 0.3),
      () => cdf(ours, 0.3),
      () => survival(ours, 0.3),
      () =>
        variance(
          mixture([
            { of: uniform(0, 1), weight: 1 },
            { of: custom({ quantile: half }), weight: 1 },
          ]),
        ),
      () => quantile(mixture([{ of: ours, weight: 1 }]), 0.3),
      () => custom({ quantile: half }),
    ];
    for (const call of calls)
      expect(call).toThrow(new RegExp(`custom quantile at [\\d.e-]+: ${written}, expected a number$`));
  });
});

describe('a distribution that is written by hand', () => {
  test.each([
    ['constant', { kind: 'constant', value: '3' }],
    ['constant', { kind: 'constant', value: NaN }],
    ['normal', { kind: 'normal', mean: '5', sd: 1 }],
    ['uniform', { kind: 'uniform', min: '1', max: 2 }],
  ])('is refused at the draw where its values would be texts or no numbers: %s', (kind, written) => {
    const ours = written as never;
    const streams = new Streams({ seed: '1' });
    streams.begin(0);
    const stream = streams.open('cause', 'thing', 'time');
    const expected = new RegExp(`^variate of the ${kind} distribution: .*, expected a number$`);
    expect(() => stream.draw(ours)).toThrow(expected);
    expect(() => stream.drawEach(ours, [1])).toThrow(expected);
    expect(() => quantile(ours, 0.3)).toThrow(/^quantile of the .* distribution: .*, expected a number$/);
  });

  test('has a mean that is a number, or none', () => {
    expect(() => mean({ kind: 'constant', value: '3' } as never)).toThrow(
      'mean of the constant distribution: "3", expected a number',
    );
  });
});

describe('a mixture', () => {
  const hyper = mixture([
    { of: exponential(1), weight: 3 },
    { of: exponential(10), weight: 1 },
  ]);

  test('has the moments of its parts: those of a hyperexponential', () => {
    expect(mean(hyper)).toBeCloseTo(0.75 * 1 + 0.25 * 10, 12);
    expect(variance(hyper)).toBeCloseTo(2 * (0.75 + 0.25 * 100) - mean(hyper) ** 2, 10);
  });

  test.each([1e-12, 0.01, 0.25, 0.5, 0.9, 1 - 1e-9])(
    'has a quantile that its distribution function leads back at %s',
    (u) => {
      expect(cdf(hyper, quantile(hyper, u)) / u).toBeCloseTo(1, 11);
      expect(survival(hyper, upperQuantile(hyper, u)) / u).toBeCloseTo(1, 11);
    },
  );

  test('of numbers has the smallest that its probability reaches', () => {
    const coin = mixture([
      { of: constant(0), weight: 1 },
      { of: constant(1), weight: 1 },
    ]);
    expect(median(coin)).toBe(0);
    expect(quantile(coin, 0.500001)).toBe(1);
    const third = mixture([1, 2, 3].map((value) => ({ of: constant(value), weight: 1 })));
    expect([1 / 3, 2 / 3, 0.99].map((u) => quantile(third, u))).toEqual([1, 2, 3]);
  });

  test('may hold mixtures, and skips what has no weight', () => {
    const nested = mixture([
      { of: hyper, weight: 1 },
      { of: normal(0, 1), weight: 0 },
    ]);
    expect(mean(nested)).toBeCloseTo(mean(hyper), 12);
    expect(quantile(nested, 0.3)).toBeCloseTo(quantile(hyper, 0.3), 11);
  });

  test('of nothing, or with a weight below 0, is refused', () => {
    expect(() => mixture([])).toThrow('sum of mixture weights: 0, expected a number above 0');
    expect(() => mixture([{ of: uniform(0, 1), weight: -1 }])).toThrow(
      'mixture weight: -1, expected at least 0',
    );
  });
});

describe('the distribution of a sample', () => {
  test('has each value as often as it occurs', () => {
    const sample = empirical([31, 12, 9, 12]);
    expect([0.25, 0.26, 0.75, 0.76].map((u) => quantile(sample, u))).toEqual([9, 12, 12, 31]);
    expect(mean(sample)).toBe(16);
    expect(cdf(sample, 12)).toBe(0.75);
  });

  test('of thousands has the order statistics for quantiles', () => {
    const sample = empirical(Array.from({ length: 4001 }, (_, i) => (i * 1777) % 4001));
    expect([0.1, 0.5, 0.9].map((u) => quantile(sample, u))).toEqual([400, 2000, 3600]);
  });

  test('of one number is that number, and of none is refused', () => {
    expect(empirical([5, 5])).toEqual(constant(5));
    expect(() => empirical([])).toThrow('empirical values: none, expected at least one');
  });
});

test('a lognormal by the mean of its logarithm is that by its median', () => {
  expect(lognormalFromLogMean(2, 0.5)).toEqual({ kind: 'lognormal', meanLog: 2, sdLog: 0.5 });
  expect(mean(lognormalFromLogMean(2, 0.5))).toBeCloseTo(Math.exp(2.125), 12);
  expect(mean(lognormalFromLogMean(Math.log(8), 1))).toBeCloseTo(mean(lognormal(8, 1)), 10);
  expect(lognormalFromLogMean(0, 0)).toEqual(constant(1));
  expect(() => lognormalFromLogMean(NaN, 1)).toThrow('lognormal mean of the logarithm: NaN');
});

test('weights whose sum is more than any double have the shares that they have', () => {
  const numbers = discrete([1, 2, 3, 4], [1e308, 1e308, 1e308, 1e308]);
  expect(numbers).toEqual(discrete([1, 2, 3, 4], [1, 1, 1, 1]));
  expect(median(numbers)).toBe(2);
  expect(discrete([1, 2, 2], [1e308, 1.5e308, 1.5e308])).toEqual(discrete([1, 2], [1e300, 3e300]));
  const halves = mixture([0, 1].map((value) => ({ of: constant(value), weight: 1.7e308 })));
  expect(mean(halves)).toBe(0.5);
});

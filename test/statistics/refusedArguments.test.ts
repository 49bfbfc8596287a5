import { describe, expect, test } from 'vitest';
import { Streams } from '../../src/random/index.ts';
import {
  bootstrap,
  brier,
  crpsNormal,
  decide,
  dkw,
  effectiveSize,
  fixedLooks,
  importanceWeights,
  kimNelson,
  meanInterval,
  quantileInterval,
  rankCorrelation,
  relativePrecisionSize,
  sobolIndices,
  uniformTest,
  weightedQuantiles,
  weightedRankCorrelation,
  weightedShare,
  wilksSampleSize,
} from '../../src/statistics/index.ts';

/** What a script hands over that no compiler looks at. */
const wrong = <T>(value: unknown): T => value as T;
const stream = new Streams({ seed: 'arguments' }).open('test', 'arguments', 'bootstrap');
const NONE = { estimate: undefined, low: undefined, high: undefined };
const wave = (count: number, speed: number): number[] =>
  Array.from({ length: count }, (_, i) => Math.sin(i * speed));

describe('Sobol indices', () => {
  const [a, b, mixed] = [wave(32, 12.9), wave(32, 7), wave(32, 3)];

  test.each([NaN, Infinity, -Infinity])('of a response of %d to A or B are not available', (value) => {
    for (const [ofA, ofB] of [
      [a.with(3, value), b],
      [a, b.with(3, value)],
    ])
      expect(sobolIndices(ofA!, ofB!, [mixed], { stream })).toEqual([{ first: NONE, total: NONE }]);
  });

  test.each([NaN, Infinity])(
    'of a response of %d with one column from B leave out that factor alone',
    (value) => {
      const [left, out] = sobolIndices(a, b, [mixed, mixed.with(3, value)], { stream });
      expect(out).toEqual({ first: NONE, total: NONE });
      expect(left).toEqual(sobolIndices(a, b, [mixed], { stream })[0]);
    },
  );

  test.each([0, -1, 1.5, NaN, 1e6, '10'])('with %s resamples are refused, as a bootstrap is', (resamples) => {
    const shown = typeof resamples === 'string' ? '"10"' : String(resamples);
    const message = `resamples: ${shown}, expected a whole number from 1 to 65536`;
    const options = { stream, resamples: wrong<number>(resamples) };
    expect(() => sobolIndices(a, b, [mixed], options)).toThrow(message);
    expect(() => bootstrap(3, () => 1, options)).toThrow(message);
  });
});

describe('the procedure KN', () => {
  const [a, b] = [wave(100, 12.9), wave(100, 7)];

  test.each([NaN, Infinity, -Infinity])(
    'refuses a utility of %d at any stage, naming whose it is',
    (value) => {
      for (const place of [3, 60])
        expect(() => kimNelson([a, b.with(place, value)], { indifference: 0.01, first: 50 })).toThrow(
          `utility of system 2 in replication ${place + 1}: ${value}, expected a finite number`,
        );
    },
  );

  test.each([
    ['1', '"1"'],
    [NaN, 'NaN'],
    [Infinity, 'Infinity'],
    [0, '0'],
  ])('refuses an indifference of %s', (indifference, shown) => {
    expect(() => kimNelson([a, b], { indifference: wrong(indifference) })).toThrow(
      `indifference: ${shown}, expected a number above 0`,
    );
  });

  test('refuses an error probability at which two systems have no guarantee, and takes it of three', () => {
    const options = { indifference: 1, first: 2, alpha: 0.6 };
    expect(() => kimNelson([a, b], options)).toThrow('alpha: 0.6, expected at most 0.5 for two systems');
    expect(kimNelson([a, b], { ...options, alpha: 0.5 }).selected).toBeDefined();
    expect(kimNelson([a, b, a.slice()], options).replications).toBeGreaterThan(0);
  });
});

describe('a decision', () => {
  test.each([-Infinity, Infinity, NaN])('refuses a utility of %d and names the policy', (value) => {
    expect(() =>
      decide([
        [1, 3, 2, 2],
        [1, 2, value, 4],
      ]),
    ).toThrow(`utility of policy 2 in replication 3: ${value}, expected a finite number`);
  });

  test('does not look at what has no weight', () => {
    const { chosen, best } = decide(
      [
        [1, 3, 2, 2],
        [5, 4, -Infinity, 4],
      ],
      { weights: [1, 1, 0, 1] },
    );
    expect([chosen, best]).toEqual([1, 1]);
  });
});

test('a value that is not a number has no rank, so that no rank correlation is available', () => {
  const [values, others] = [
    [1, NaN, 3, 4, 5],
    [2, 1, 4, 3, 5],
  ];
  expect(rankCorrelation(values!, others!)).toEqual(NONE);
  expect(rankCorrelation(others!, values!)).toEqual(NONE);
  expect(weightedRankCorrelation(values!, others!, [1, 1, 1, 1, 1])).toEqual(NONE);
});

test('a value that is not a number stands last in a weighted sample, as in a plain one', () => {
  const [low, high] = weightedQuantiles([NaN, 3, 1, NaN, 2], [1, 1, 1, 1, 1], [0.25, 0.9]);
  expect([low!.estimate, high!.estimate]).toEqual([2, undefined]);
});

test('a share does not look at what has no weight', () => {
  expect(weightedShare([1, 2, Infinity], [2, 4, Infinity], [1, 1, 0]).estimate).toBe(0.5);
});

describe('a text is no number, whatever it compares with', () => {
  test.each<[string, () => unknown]>([
    [
      'relative error: "0.1", expected a number above 0',
      () => relativePrecisionSize([1, 2], { relativeError: wrong('0.1') }),
    ],
    [
      'minimum: "5", expected a number of values',
      () => relativePrecisionSize([1, 2], { relativeError: 1, minimum: wrong('5') }),
    ],
    ['growth of looks: "2", expected a number from 1.001', () => fixedLooks(1, 9, wrong('2'))],
    ['first look: "1", expected a whole number', () => fixedLooks(wrong('1'), 9)],
    ['standard deviation of the forecast: "1", expected', () => crpsNormal(0, wrong('1'), 0)],
    ['weight 2: "1", expected a finite number from 0', () => effectiveSize(wrong([1, '1']))],
    ['logarithm of weight 1: "0", expected', () => importanceWeights(wrong(['0']))],
    ['value 2: NaN, expected a number', () => uniformTest([0.5, NaN])],
    ['value 1: "0.5", expected a number', () => uniformTest(wrong(['0.5']))],
    ['sample size: "9", expected a whole number', () => dkw(wrong('9'))],
    ['confidence: "0.9", expected a number strictly', () => meanInterval([1, 2], wrong('0.9'))],
    ['probability: "0.5", expected a number from 0 to 1', () => brier(wrong('0.5'), true)],
  ])('%s', (message, call) => {
    expect(call).toThrow(message);
  });
});

describe('a search ends', () => {
  test('for the largest level that a double can say', () => {
    const p = 1 - 2 ** -53;
    const size = wilksSampleSize(p);
    expect(size / (Math.log(0.05) / Math.log1p(-(2 ** -53)))).toBeCloseTo(1, 12);
    expect(1 - p ** size).toBeGreaterThanOrEqual(0.95);
  });

  test('or is refused where sizes are no whole numbers any more, or steps too small', () => {
    expect(() => quantileInterval(2 ** 60, 0.5)).toThrow(
      `sample size: ${2 ** 60}, expected a whole number from 0 to 9007199254740991`,
    );
    expect(quantileInterval(Number.MAX_SAFE_INTEGER, 0.5).lower).toBeLessThan(Number.MAX_SAFE_INTEGER / 2);
    expect(() => fixedLooks(1, 1e9, 1 + 1e-12)).toThrow('expected a number from 1.001');
    expect(fixedLooks(1, Number.MAX_SAFE_INTEGER, 1.001).at(-1)).toBe(Number.MAX_SAFE_INTEGER);
  });
});

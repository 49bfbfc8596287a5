import { describe, expect, test } from 'vitest';
import { Streams } from '../../src/random/index.ts';
import {
  available,
  brier,
  clopperPearson,
  correlation,
  crpsNormal,
  crossedMean,
  decide,
  dkw,
  elementaryEffects,
  fixedLooks,
  kimNelson,
  meanInterval,
  meanOf,
  moments,
  pairedDifference,
  pairedProportions,
  pinball,
  quantileCoverage,
  quantileInterval,
  ratioOfMeans,
  relativeHalfWidths,
  relativePrecisionSize,
  sampleQuantile,
  wilksSampleSize,
  wilson,
  bootstrap,
} from '../../src/statistics/index.ts';

const NONE = { estimate: undefined, low: undefined, high: undefined };
const stream = new Streams({ seed: 'edges' }).open('test', 'edges', 'bootstrap');

describe('a confidence', () => {
  test.each([0, 1, -0.1, 1.1, NaN])('of %d is refused by every estimator', (confidence) => {
    const message = `confidence: ${confidence}, expected a number strictly between 0 and 1`;
    for (const estimate of [
      () => wilson(1, 2, confidence),
      () => clopperPearson(1, 2, confidence),
      () => dkw(10, confidence),
      () => meanInterval([1, 2], confidence),
      () => crossedMean([1, 2], [1, 2], confidence),
      () => pairedProportions([1, 0], [0, 0], confidence),
      () => ratioOfMeans([1, 2], [1, 2], confidence),
      () => quantileInterval(10, 0.5, confidence),
      () => wilksSampleSize(0.5, confidence),
    ])
      expect(estimate).toThrow(message);
  });

  test('that is a text is refused: half of one more than it would be more than 1', () => {
    expect(() => meanInterval([1, 2], '0.9' as unknown as number)).toThrow(
      'confidence: "0.9", expected a number',
    );
  });
});

describe('a level or a probability', () => {
  test('that is none is refused by the scores and the quantiles of a sample', () => {
    for (const p of [-1, 2, NaN, '0.5' as unknown as number]) {
      expect(() => pinball(p, 1, 2)).toThrow('quantile level: ');
      expect(() => brier(p, true)).toThrow('probability: ');
      expect(() => quantileCoverage(10, p, { lower: 1, upper: 9 })).toThrow('quantile level: ');
      expect(() => sampleQuantile([1, 2], p)).toThrow('quantile level: ');
    }
    for (const sd of [0, -1, NaN])
      expect(() => crpsNormal(0, sd, 1)).toThrow('standard deviation of the forecast: ');
  });
});

describe('counts', () => {
  test.each([
    [-1, 3],
    [4, 3],
    [0.5, 3],
  ])('of %d successes in %d trials are refused', (successes, trials) => {
    expect(() => wilson(successes, trials)).toThrow(
      `successes: ${successes}, expected a whole number from 0 to 3`,
    );
    expect(() => clopperPearson(successes, trials)).toThrow('successes: ');
  });

  test.each([-1, 2.5, NaN])('of %d trials are refused', (trials) => {
    expect(() => wilson(0, trials)).toThrow(`trials: ${trials}, expected a whole number from 0`);
  });

  test('of none and of all are counts', () => {
    expect([wilson(0, 3).low, wilson(3, 3).high]).toEqual([0, 1]);
    expect(wilson(0, 0)).toEqual(NONE);
  });
});

test('what is not finite is not available', () => {
  expect([undefined, NaN, Infinity, -Infinity, 0, -3].map(available)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    0,
    -3,
  ]);
});

describe('the mean of a sample', () => {
  test('has no interval below two values, and none at all where one is censored or there is none', () => {
    expect(meanInterval([])).toEqual(NONE);
    expect(meanInterval([1, Infinity, 3])).toEqual(NONE);
    expect(meanInterval([7])).toEqual({ estimate: 7, low: undefined, high: undefined, n: 1 });
  });

  // scipy 1.17: t.ppf times the standard error.
  test('has Student’s interval from two values on', () => {
    const two = meanInterval([3, 5]);
    expect([two.low, two.high].map((end) => end! - 4)).toEqual([
      expect.closeTo(-12.706204736174694, 9),
      expect.closeTo(12.706204736174694, 9),
    ]);
    expect(meanInterval([3, 5, 10], 0.9).high! - 6).toBeCloseTo(6.078434701553731, 9);
  });
});

describe('the mean over two crossed samples', () => {
  // scipy 1.17: t.ppf(0.975) with Satterthwaite's degrees of freedom.
  test('has an interval that holds the spread of both', () => {
    const { estimate, low, high } = crossedMean([1, 2, 4, 7], [2, 3, 5.5]);
    expect(estimate).toBe(3.5);
    expect(low).toBeCloseTo(-0.8286232600703141, 9);
    expect(high).toBeCloseTo(7.828623260070314, 9);
  });

  test('has none where one of them has a single value, and is a point where nothing varies', () => {
    expect(crossedMean([], [])).toEqual(NONE);
    expect(crossedMean([3, 5], [4])).toEqual({ estimate: 4, low: undefined, high: undefined });
    expect(crossedMean([3], [4, 5])).toEqual({ estimate: 3, low: undefined, high: undefined });
    expect(crossedMean([0.1, 0.1, 0.1], [0.1, 0.1])).toEqual({
      estimate: expect.closeTo(0.1, 15),
      low: expect.closeTo(0.1, 15),
      high: expect.closeTo(0.1, 15),
    });
  });
});

describe('elementary effects', () => {
  test('have a spread from two on, a mean with its sign and a size without', () => {
    expect(elementaryEffects([], stream)).toEqual({ mean: NONE, size: NONE, spread: undefined });
    expect(elementaryEffects([-3], stream)).toMatchObject({
      mean: { estimate: -3, low: undefined, high: undefined, n: 1 },
      size: { estimate: 3, low: undefined, high: undefined },
      spread: undefined,
    });
    const { mean, size, spread } = elementaryEffects([-3, 5], stream);
    expect([mean.estimate, size.estimate, spread]).toEqual([1, 4, Math.sqrt(32)]);
    // Resampled pairs of 3 and 5: the percentiles are the ends.
    expect([size.low, size.high]).toEqual([3, 5]);
  });
});

describe('KN', () => {
  const settings = { indifference: 1, alpha: 0.05, first: 4 };
  const up = [1, 5, 2, 8, 4, 4, 6, 3];

  test('takes constant differences as certain at the end of the first stage', () => {
    const behind = up.map((value) => value - 2);
    expect(kimNelson([behind, up], settings)).toEqual({
      selected: 1,
      eliminatedAt: [4, undefined],
      replications: 4,
    });
  });

  test('needs the whole first stage, and no more than that', () => {
    const behind = up.map((value) => value - 2);
    const of = (count: number) => kimNelson([up.slice(0, count), behind.slice(0, count)], settings);
    expect(of(3)).toEqual({ selected: undefined, eliminatedAt: [undefined, undefined], replications: 3 });
    expect(of(4)).toEqual({ selected: 0, eliminatedAt: [undefined, 4], replications: 4 });
  });

  test('rules out what is behind two that are equal, and takes the first of these', () => {
    const behind = up.map((value) => value - 2);
    expect(kimNelson([behind, up, up.slice()], settings)).toEqual({
      selected: 1,
      eliminatedAt: [4, undefined, undefined],
      replications: 4,
    });
  });

  test('goes on while one pair may still differ, though another is equal', () => {
    const noisy = up.map((value, i) => value + (i % 2 === 0 ? 9 : -9));
    const found = kimNelson([up, up.slice(), noisy], settings);
    expect(found.selected).toBeUndefined();
    expect(found.replications).toBe(up.length);
  });

  test('takes the first of two with equal sums once the slack is gone, and not before', () => {
    // Differences 1, −1, 1, −1 and then none: h²S² / δ = 3 (0.1^(−2/3) − 1) · 4/3 = 14.57, so the slack ends with replication 15.
    const wave = Array.from({ length: 30 }, (_, i) => (i >= 4 ? 0 : i % 2 === 0 ? 1 : -1));
    const flat = wave.map(() => 0);
    const found = { selected: 0, eliminatedAt: [undefined, undefined], replications: 15 };
    expect(kimNelson([wave, flat], settings)).toEqual(found);
    expect(kimNelson([wave.slice(0, 14), flat.slice(0, 14)], settings).selected).toBeUndefined();
  });

  test('decides at the last replication there is', () => {
    // Differences 0, 2, 0, 2, … of variance 4/3 in the first stage, on the side of the first.
    const first = Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? 0 : 2));
    const second = first.map(() => 0);
    const { replications, selected } = kimNelson([first, second], { ...settings, indifference: 0.5 });
    expect(selected).toBe(0);
    const exact = kimNelson([first.slice(0, replications), second.slice(0, replications)], {
      ...settings,
      indifference: 0.5,
    });
    expect(exact).toMatchObject({ selected: 0, replications });
    const fewer = kimNelson([first.slice(0, replications - 1), second.slice(0, replications - 1)], {
      ...settings,
      indifference: 0.5,
    });
    expect(fewer.selected).toBeUndefined();
  });

  test('refuses one system, samples of different sizes, and a probability of 0', () => {
    expect(() => kimNelson([], settings)).toThrow('systems: 0, expected at least two');
    expect(() => kimNelson([up], settings)).toThrow('systems: 1, expected at least two');
    expect(() => kimNelson([up, up, [1]], settings)).toThrow('utilities: samples of different sizes');
    for (const alpha of [0, 1, NaN]) {
      expect(() => kimNelson([up, up], { ...settings, alpha })).toThrow(`alpha: ${alpha}, expected`);
    }
    expect(() => kimNelson([up, up], { ...settings, first: 2 })).not.toThrow();
    expect(() => kimNelson([up, up], { ...settings, first: 2.5 })).toThrow('first stage: 2.5, expected');
  });
});

describe('a decision', () => {
  test('names the best over all replications beside the one that the first half chose, with its lead', () => {
    // The first half favours a, all of it b: by 10 / 6 on average.
    const [a, b] = [
      [4, 5, 4, 1, 0, 1],
      [3, 3, 3, 5, 6, 5],
    ];
    const { chosen, best, lead, policies } = decide([a, b]);
    expect([chosen, best]).toEqual([0, 1]);
    const differences = b.map((value, i) => value - a[i]);
    expect(lead).toEqual(meanInterval(differences));
    expect(lead.estimate).toBeCloseTo(10 / 6, 12);
    expect(policies[best].utility).toEqual(meanInterval(b));
  });

  test('between equals is the first, with a lead of nothing', () => {
    const { best, lead, chosen } = decide([
      [1, 2],
      [1, 2],
      [0, 1],
    ]);
    expect([best, chosen, lead.estimate]).toEqual([0, 0, 0]);
  });

  test('of three leads over the second of them, not the last', () => {
    const { best, lead } = decide([
      [0, 0],
      [5, 5],
      [4, 4],
    ]);
    expect([best, lead.estimate]).toEqual([1, 1]);
  });

  test('refuses samples that differ in size', () => {
    expect(() => decide([[1, 2], [1]])).toThrow('utilities: 1 values, expected 2');
  });
});

describe('precision', () => {
  test('of a mean of nothing but zeros is perfect', () => {
    expect(relativeHalfWidths([0, 0, 0])).toEqual([0, 0]);
    expect(relativePrecisionSize([0, 0, 0, 0], { relativeError: 0.1, minimum: 2 })).toBe(2);
  });

  test('is looked at from the least size on, and never told where it is not reached', () => {
    const steady = Array.from({ length: 30 }, (_, i) => 100 + (i % 2));
    expect(relativePrecisionSize(steady, { relativeError: 0.1 })).toBe(10);
    expect(relativePrecisionSize(steady, { relativeError: 0.1, minimum: 1 })).toBe(
      2 + relativeHalfWidths(steady).findIndex((ratio) => ratio <= 0.1 / 1.1),
    );
    expect(relativePrecisionSize(steady, { relativeError: 1e-9 })).toBeUndefined();
    expect(() => relativePrecisionSize(steady, { relativeError: 0 })).toThrow('relative error: 0');
  });

  test('has looks that rise from the first to the last, each once', () => {
    expect(fixedLooks(50, 200)).toEqual([50, 75, 113, 169, 200]);
    expect(fixedLooks(1, 4)).toEqual([1, 2, 3, 4]);
    expect(fixedLooks(10, 10)).toEqual([10]);
    expect(fixedLooks(20, 10)).toEqual([10]);
    expect(() => fixedLooks(0, 5)).toThrow('first look: 0');
    expect(() => fixedLooks(2.5, 5)).toThrow('first look: 2.5');
    expect(() => fixedLooks(5, 0)).toThrow('last look: 0');
    expect(() => fixedLooks(5, 9, 1)).toThrow('growth of looks: 1');
  });
});

test('a mean keeps what small numbers add beside large ones that cancel', () => {
  expect(meanOf([1, 1e100, 1, -1e100])).toBe(0.5);
  expect(meanOf([-1e100, 1, 1e100, 1])).toBe(0.5);
  expect(moments([5])).toEqual({ count: 1, mean: 5, variance: NaN, sd: NaN });
});

test('pairs of different sizes are refused, and a censored pair has no difference', () => {
  for (const of of [correlation, pairedDifference, pairedProportions, ratioOfMeans]) {
    expect(() => of([1, 2], [1])).toThrow('pairs: 2 with 1 values, expected as many of both');
  }
  expect(pairedDifference([1, Infinity], [1, 2])).toEqual({ ...NONE, correlation: undefined });
  expect(pairedDifference([1, 2], [1, Infinity])).toEqual({ ...NONE, correlation: undefined });
  expect(pairedProportions([], [])).toEqual({ ...NONE, correlation: undefined });
});

test.each([
  ['NaN', NaN],
  ['"5"', '5'],
  ['a promise', Promise.resolve(5)],
])('a bootstrap statistic that gives %s is refused', (written, given) => {
  expect(() => bootstrap(3, () => given as never, { stream })).toThrow(
    `bootstrap statistic: ${written}, expected a number for every resample`,
  );
});

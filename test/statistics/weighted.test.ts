import { describe, expect, test } from 'vitest';
import { lognormal, normal, Streams } from '../../src/random/index.ts';
import {
  crossedMean,
  crpsEnsemble,
  decide,
  effectiveSize,
  importanceWeights,
  keptValues,
  meanInterval,
  pairedDifference,
  pairedProportions,
  quantileEstimate,
  rankCorrelation,
  shareOfMeans,
  weightedCorrelation,
  weightedDifference,
  weightedMean,
  weightedMoments,
  weightedProportion,
  weightedProportionDifference,
  weightedQuantiles,
  weightedRankCorrelation,
  weightedShare,
  weightedWelch,
  weightsAt,
  welchDifference,
  wilson,
  type Estimate,
} from '../../src/statistics/index.ts';
import { shareOfWeightSums, type WeightSums } from '../../src/statistics/shareOfWeightSums.ts';

const streams = new Streams({ seed: 'weighted estimators' });
const stream = streams.open('test', 'weighted', 'values');
const other = streams.open('test', 'weighted', 'others');
const draw = (n: number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => stream.draw(normal(10, 3), i));
const drawOthers = (n: number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => other.draw(normal(12, 5), i));

function sameEstimate(found: Estimate, expected: Estimate): void {
  for (const key of ['estimate', 'low', 'high'] as const) {
    const [a, b] = [found[key], expected[key]];
    if (b === undefined) expect(a, key).toBeUndefined();
    else expect(a, key).toBeCloseTo(b, 9);
  }
}

describe('with equal weights an estimator is the one without', () => {
  const values = draw(137);
  const others = drawOthers(137);
  const equal = new Float64Array(137).fill(0.25);

  test('mean', () => sameEstimate(weightedMean(values, equal), meanInterval(values)));

  test.each([0, 1, 20, 137])('proportion of %d in 137', (count) => {
    const hits = Float64Array.from(values, (_, i) => (i < count ? 1 : 0));
    sameEstimate(weightedProportion(hits, equal), wilson(count, 137));
    sameEstimate(weightedProportion(hits, undefined), wilson(count, 137));
  });

  test.each([
    [137, [0.01, 0.1, 0.25, 0.5, 0.8, 0.9, 0.99]],
    [20, [0.1, 0.5, 0.9]],
    [5, [0.1, 0.5, 0.9]],
    [1, [0.5]],
  ] as const)('quantiles of %d values, bounds that are not there among them', (n, levels) => {
    const part = values.slice(0, n);
    const sorted = part.slice().sort();
    const found = weightedQuantiles(part, equal.slice(0, n), levels);
    levels.forEach((p, i) => sameEstimate(found[i]!, quantileEstimate(sorted, p)));
  });

  test('quantiles of tied and censored values', () => {
    const cut = Float64Array.from(values, (value) => (value > 11 ? Infinity : Math.round(value)));
    const levels = [0.1, 0.5, 0.62, 0.9];
    const found = weightedQuantiles(cut, equal, levels);
    levels.forEach((p, i) => sameEstimate(found[i]!, quantileEstimate(cut.slice().sort(), p)));
    expect(found[3]!.estimate).toBeUndefined();
  });

  test('differences of pairs, of numbers and of proportions', () => {
    sameEstimate(weightedDifference(values, others, equal), pairedDifference(values, others));
    expect(weightedDifference(values, others, equal).correlation).toBeCloseTo(
      pairedDifference(values, others).correlation!,
      12,
    );
    const hit = (of: Float64Array): Float64Array => of.map((value) => (value > 11 ? 1 : 0));
    sameEstimate(
      weightedProportionDifference(hit(values), hit(others), equal),
      pairedProportions(hit(values), hit(others)),
    );
    const none = new Float64Array(137);
    sameEstimate(weightedProportionDifference(none, none, equal), pairedProportions(none, none));
  });

  test('rank correlation, shares of means and Welch’s difference', () => {
    const tied = values.map(Math.round);
    sameEstimate(weightedRankCorrelation(tied, others, equal), rankCorrelation(tied, others));
    const part = values.map((value, i) => value * (0.2 + (i % 7) / 10));
    sameEstimate(weightedShare(part, values, equal), shareOfMeans(part, values));
    sameEstimate(
      weightedWelch({ values, weights: equal }, { values: others.slice(0, 40), weights: equal.slice(0, 40) }),
      welchDifference(values, others.slice(0, 40)),
    );
  });
});

describe('weights', () => {
  const values = draw(60);
  const weights = Float64Array.from(values, (_, i) => stream.draw(lognormal(1, 0.8), 1000 + i));

  test('matter by their ratios only', () => {
    const twice = weights.map((weight) => 2 * weight);
    sameEstimate(weightedMean(values, twice), weightedMean(values, weights));
    sameEstimate(weightedQuantiles(values, twice, [0.3])[0]!, weightedQuantiles(values, weights, [0.3])[0]!);
    expect(effectiveSize(twice)).toBeCloseTo(effectiveSize(weights), 9);
  });

  test('do not depend on the order of the sample', () => {
    const [back, ofBack] = [values.slice().reverse(), weights.slice().reverse()];
    sameEstimate(weightedMean(back, ofBack), weightedMean(values, weights));
    sameEstimate(weightedQuantiles(back, ofBack, [0.7])[0]!, weightedQuantiles(values, weights, [0.7])[0]!);
  });

  test('of 0 are as if the value was not there, be it infinite', () => {
    const more = Float64Array.from([Infinity, ...values, 5]);
    const ofMore = Float64Array.from([0, ...weights, 0]);
    sameEstimate(weightedMean(more, ofMore), weightedMean(values, weights));
    sameEstimate(weightedQuantiles(more, ofMore, [0.9])[0]!, weightedQuantiles(values, weights, [0.9])[0]!);
    expect(weightedCorrelation(more, more, ofMore)).toBeCloseTo(1, 12);
  });

  test('are known by their sums alone as well, where a share is asked for', () => {
    const sumsOf = (kept: (value: number) => boolean): WeightSums => {
      const own = [...weights].filter((_, i) => kept(values[i]!));
      return { sum: own.reduce((sum, w) => sum + w, 0), squares: own.reduce((sum, w) => sum + w * w, 0) };
    };
    const all = sumsOf(() => true);
    for (const level of [-Infinity, ...values.slice(0, 9), Infinity]) {
      const hits = Float64Array.from(values, (value) => (value <= level ? 1 : 0));
      const { estimate, low, high, standardError } = weightedProportion(hits, weights);
      const found = shareOfWeightSums(
        sumsOf((value) => value <= level),
        all,
      );
      sameEstimate(found, { estimate, low, high });
      expect(found.standardError).toBeCloseTo(standardError!, 12);
    }
  });

  test('that are all 0 leave nothing to say', () => {
    const none = new Float64Array(60);
    for (const found of [
      weightedMean(values, none),
      weightedProportion(new Float64Array(60), none),
      weightedQuantiles(values, none, [0.5])[0]!,
      weightedShare(values, values, none),
    ])
      sameEstimate(found, { estimate: undefined, low: undefined, high: undefined });
    expect(effectiveSize(none)).toBe(0);
  });

  test('of one value alone give its value without bounds', () => {
    sameEstimate(weightedMean([4, 9], [0, 1]), { estimate: 9, low: undefined, high: undefined });
    sameEstimate(weightedQuantiles([4, 9], [0, 1], [0.5])[0]!, {
      estimate: 9,
      low: undefined,
      high: undefined,
    });
  });

  test('come from logarithms that would overflow, with a mean of 1', () => {
    const found = importanceWeights([1e4, 1e4 + Math.log(3), -Infinity, -1e9]);
    [1, 3, 0, 0].forEach((weight, i) => expect(found[i]).toBeCloseTo(weight, 12));
    expect(importanceWeights([-Infinity, -Infinity])).toEqual(new Float64Array(2));
    expect(() => importanceWeights([0, Number.NaN])).toThrow('logarithm of weight 2: NaN');
  });

  test('that are negative or too few are refused', () => {
    expect(() => weightedMean([1, 2], [1, -1])).toThrow('weight 2: -1, expected a finite number from 0');
    expect(() => weightedQuantiles([1, 2], [1], [0.5])).toThrow('weights: 1 for 2 values, expected as many');
  });

  test('stay beside the values that are kept', () => {
    const kept = keptValues(Float64Array.from([1, Infinity, 3]), [4, 5, 6], Number.isFinite);
    expect(kept).toEqual({ values: Float64Array.from([1, 3]), weights: Float64Array.from([4, 6]) });
    expect(weightsAt([4, 5, 6], [2, 0])).toEqual(Float64Array.from([6, 4]));
  });
});

describe('by hand', () => {
  test('a mean and its standard error: (3·10 + 1·20)/4, errors 3·2.5 and 1·7.5', () => {
    const found = weightedMoments([10, 20], [3, 1])!;
    expect(found.mean).toBe(12.5);
    expect(found.variance).toBeCloseTo(18.75, 12);
    expect(found.effective).toBeCloseTo(1.6, 12);
    // √(9·6.25 + 56.25)/4 = 2.65…, and 1.6/0.6 for the degrees of freedom.
    expect(found.standardError).toBeCloseTo(Math.sqrt((112.5 / 16) * (1.6 / 0.6)), 12);
  });

  test('a median of type 7: a window of 1/n* over the weighted inverse distribution', () => {
    // n* = 16/6 and the window [5/16, 11/16]: 3/6 of it at 2 (to 1/2), 3/6 at 3.
    expect(weightedQuantiles([3, 1, 2], [2, 1, 1], [0.5])[0]!.estimate).toBeCloseTo(2.5, 12);
  });

  test('a correlation of weighted pairs is that of the pairs repeated', () => {
    const [x, y, times] = [
      [1, 2, 3, 4],
      [2, 1, 5, 3],
      [3, 1, 2, 4],
    ];
    const repeated = (values: number[]): number[] =>
      values.flatMap((value, i) => Array.from({ length: times[i]! }, () => value));
    expect(weightedCorrelation(x, y, times)).toBeCloseTo(
      weightedCorrelation(repeated(x), repeated(y), undefined)!,
      12,
    );
  });
});

describe('decisions, crossed means and scores', () => {
  // Whole weights are repetitions.
  const times = [3, 0, 1, 2, 4];
  const repeated = (values: readonly number[]): number[] =>
    values.flatMap((value, i) => Array.from({ length: times[i]! }, () => value));
  const [a, b] = [
    [5, 100, 2, 8, 1],
    [4, -50, 6, 6, 3],
  ];

  test('a weighted choice has the means, chances and regrets of the repeated replications', () => {
    const found = decide([a, b], { weights: times });
    const expected = decide([repeated(a), repeated(b)]);
    found.policies.forEach(({ utility, best, regret }, policy) => {
      expect(utility.estimate).toBeCloseTo(expected.policies[policy]!.utility.estimate!, 12);
      expect(best.estimate).toBeCloseTo(expected.policies[policy]!.best.estimate!, 12);
      expect(regret.estimate).toBeCloseTo(expected.policies[policy]!.regret.estimate!, 12);
    });
    expect(found.best).toBe(expected.best);
    expect(found.lead.estimate).toBeCloseTo(expected.lead.estimate!, 12);
    expect(decide([a, b], { weights: [2, 2, 2, 2, 2] })).toMatchObject({ chosen: decide([a, b]).chosen });
  });

  test('a crossed mean of rows that count alike is the one without weights', () => {
    sameEstimate(crossedMean(a, b, 0.95, [2, 2, 2, 2, 2]), crossedMean(a, b));
    expect(crossedMean(a, b, 0.95, times).estimate).toBeCloseTo(
      repeated(a).reduce((sum, value) => sum + value, 0) / 10,
      12,
    );
  });

  test('the score of a weighted ensemble is that of the repeated one', () => {
    expect(crpsEnsemble(a, 4, { weights: times })).toBeCloseTo(crpsEnsemble(repeated(a), 4), 12);
    expect(crpsEnsemble(a, 4, { fair: true, weights: [1, 1, 1, 1, 1] })).toBeCloseTo(
      crpsEnsemble(a, 4, { fair: true }),
      12,
    );
    expect(() => crpsEnsemble(a, 4, { fair: true, weights: [1, 0, 0, 0, 0] })).toThrow('ensemble weights: 1');
  });
});

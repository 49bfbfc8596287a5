import { describe, expect, test } from 'vitest';
import {
  binomial,
  cdf,
  exponential,
  lognormal,
  mean,
  normal,
  quantile,
  Streams,
  type Distribution,
} from '../../src/random/index.ts';
import {
  bootstrap,
  crossedMean,
  meanInterval,
  pairedDifference,
  quantileCoverage,
  quantileEstimate,
  quantileInterval,
  shareOfMeans,
  wilson,
  type Estimate,
} from '../../src/statistics/index.ts';

const streams = new Streams({ seed: 'coverage' });
const sample = streams.open('coverage', 'experiment', 'sample');
const second = streams.open('coverage', 'experiment', 'second');

const covers = ({ low, high }: Estimate, truth: number): boolean =>
  (low ?? -Infinity) <= truth && truth <= (high ?? Infinity);

function observedCoverage(experiments: number, experiment: () => Estimate, truth: number): number {
  let hits = 0;
  for (let e = 0; e < experiments; e++) {
    streams.begin(e);
    if (covers(experiment(), truth)) hits++;
  }
  return hits / experiments;
}

const draw = (distribution: Distribution, n: number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => sample.draw(distribution, i));

function withinFourErrors(observed: number, exact: number, experiments: number): void {
  expect(Math.abs(observed - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / experiments));
}

describe('over repeated experiments', () => {
  test.each([
    [20, 0.5],
    [50, 0.1],
    [400, 0.02],
    [1000, 0.8],
  ])('Wilson’s interval for n = %d and p = %d covers as often as its exact coverage says', (n, p) => {
    const counts = binomial(n, p);
    let exact = 0;
    for (let k = 0; k <= n; k++) {
      if (covers(wilson(k, n), p)) exact += cdf(counts, k) - cdf(counts, k - 1);
    }
    const experiments = 4000;
    const observed = observedCoverage(experiments, () => wilson(sample.draw(counts), n), p);
    withinFourErrors(observed, exact, experiments);
    expect(exact).toBeGreaterThan(0.92);
  });

  test.each([
    [10, 0.5],
    [100, 0.9],
    [59, 0.95],
    [200, 0.1],
  ])(
    'order statistics of n = %d lognormal values around the %d quantile cover as often as their exact coverage says',
    (n, p) => {
      const distribution = lognormal(30, 0.6);
      const experiments = 4000;
      const exact = quantileCoverage(n, p, quantileInterval(n, p));
      const observed = observedCoverage(
        experiments,
        () => quantileEstimate(draw(distribution, n).sort(), p),
        quantile(distribution, p),
      );
      withinFourErrors(observed, exact, experiments);
      expect(exact).toBeGreaterThanOrEqual(0.95);
    },
  );

  test('the t interval of 15 normal values covers 92.2–97.8 % of 1,000 times', () => {
    const observed = observedCoverage(1000, () => meanInterval(draw(normal(10, 3), 15)), 10);
    expect(observed).toBeGreaterThan(0.922);
    expect(observed).toBeLessThan(0.978);
  });

  test('the paired t interval of 15 pairs with correlation 0.8 covers 92.2–97.8 % of 1,000 times', () => {
    const experiment = (): Estimate => {
      const first = draw(normal(0, 1), 15);
      const other = first.map((value, i) => 0.8 * value + 0.6 * second.normal(i) - 2);
      return pairedDifference(first, other);
    };
    const observed = observedCoverage(1000, experiment, 2);
    expect(observed).toBeGreaterThan(0.922);
    expect(observed).toBeLessThan(0.978);
  });

  test('the BCa bootstrap of the mean of 80 exponential values covers 92.2–97.8 % of 1,000 times', () => {
    const resampling = streams.open('coverage', 'bootstrap', 'indices');
    const distribution = exponential(5);
    const experiment = (): Estimate => {
      const values = draw(distribution, 80);
      const average = (indices: Int32Array): number => {
        let sum = 0;
        for (const i of indices) sum += values[i];
        return sum / indices.length;
      };
      return bootstrap(80, average, { stream: resampling, resamples: 400 });
    };
    const observed = observedCoverage(1000, experiment, mean(distribution));
    expect(observed).toBeGreaterThan(0.922);
    expect(observed).toBeLessThan(0.978);
  });

  test('a share over 100 replications, blocked at random with common and rare causes, covers 92.2–97.8 % of 1,000 times', () => {
    // whole ~ exponential(1); part = whole with probability p, so that E[part]/E[whole] = p exactly.
    for (const p of [0.5, 0.1]) {
      const experiment = (): Estimate => {
        const whole = draw(exponential(1), 100);
        return shareOfMeans(
          whole.map((value, i) => (second.chance(p, i) ? value : 0)),
          whole,
        );
      };
      const observed = observedCoverage(1000, experiment, p);
      expect(observed).toBeGreaterThan(0.922);
      expect(observed).toBeLessThan(0.978);
    }
  });
});

describe('a mean over two crossed samples', () => {
  test('covers at least as often as it says when rows, columns and cells all vary', () => {
    const [rows, columns] = [30, 12];
    const noise = normal(0, 1);
    const crossed = (): Estimate => {
      const byRow = draw(noise, rows);
      const byColumn = Float64Array.from({ length: columns }, (_, j) => second.draw(noise, j));
      const cell = (i: number, j: number): number => second.draw(noise, 1000 + i * columns + j);
      const rowMeans = byRow.map(
        (row, i) => row + byColumn.reduce((sum, column, j) => sum + column + cell(i, j), 0) / columns,
      );
      const columnMeans = byColumn.map(
        (column, j) => column + byRow.reduce((sum, row, i) => sum + row + cell(i, j), 0) / rows,
      );
      return crossedMean(rowMeans, columnMeans);
    };
    const observed = observedCoverage(1000, crossed, 0);
    expect(observed).toBeGreaterThan(0.95 - 4 * Math.sqrt((0.95 * 0.05) / 1000));
    expect(observed).toBeLessThan(0.99);
  });

  test('has no bounds with a single row or column, and no width where nothing varies', () => {
    expect(crossedMean([1, 2, 3], [2])).toEqual({ estimate: 2, low: undefined, high: undefined });
    expect(crossedMean([5, 5], [5, 5])).toEqual({ estimate: 5, low: 5, high: 5 });
  });
});

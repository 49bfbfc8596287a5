import { describe, expect, test } from 'vitest';
import { normal, normalQuantile, Streams } from '../../src/random/index.ts';
import {
  effectiveSize,
  importanceWeights,
  weightedDifference,
  weightedMean,
  weightedProportion,
  weightedQuantiles,
  weightedShare,
  type Estimate,
} from '../../src/statistics/index.ts';

/**
 * θ ~ N(0, 1) is seen as y with an error of N(0, τ): what is drawn from the prior and weighted by the likelihood has
 * the posterior N(k·y, 1 − k), k = 1/(1 + τ²). What is estimated is x = θ + N(0, 0.5).
 */
const EXPERIMENTS = 1000;
const SPREAD = 0.5;

const streams = new Streams({ seed: 'weighted coverage' });
const ofState = streams.open('coverage', 'experiment', 'state');
const ofNoise = streams.open('coverage', 'experiment', 'noise');
const ofOther = streams.open('coverage', 'experiment', 'other');
const standard = normal(0, 1);

interface Case {
  readonly draws: number;
  readonly seen: number;
  readonly error: number;
}

const covers = ({ low, high }: Estimate, truth: number): boolean =>
  (low ?? -Infinity) <= truth && truth <= (high ?? Infinity);

/** Coverage of every interval, and the mean effective size. */
function coverage({ draws, seen, error }: Case): Record<string, number> {
  const gain = 1 / (1 + error ** 2);
  const mean = gain * seen;
  const deviation = Math.sqrt(1 - gain + SPREAD ** 2);
  const at = (p: number): number => mean + deviation * normalQuantile(p);
  const found: Record<string, number> = { effective: 0 };
  const count = (name: string, estimate: Estimate, truth: number): void => {
    found[name] = (found[name] ?? 0) + (covers(estimate, truth) ? 1 : 0) / EXPERIMENTS;
  };
  for (let experiment = 0; experiment < EXPERIMENTS; experiment++) {
    streams.begin(experiment);
    const state = Float64Array.from({ length: draws }, (_, i) => ofState.draw(standard, i));
    const x = state.map((value, i) => value + SPREAD * ofNoise.draw(standard, i));
    const later = x.map((value, i) => value + 0.3 + 0.2 * state[i]! + 0.4 * ofOther.draw(standard, i));
    const weights = importanceWeights(state.map((value) => -0.5 * ((value - seen) / error) ** 2));
    found['effective']! += effectiveSize(weights) / EXPERIMENTS;
    count('mean', weightedMean(x, weights), mean);
    count('difference', weightedDifference(later, x, weights), 0.3 + 0.2 * mean);
    [0.1, 0.5, 0.9].forEach((p, i) => {
      count(`quantile ${p}`, weightedQuantiles(x, weights, [0.1, 0.5, 0.9])[i]!, at(p));
      count(
        `share ${p}`,
        weightedProportion(
          x.map((value) => (value < at(p) ? 1 : 0)),
          weights,
        ),
        p,
      );
    });
    // One of two parts, whose means are 2 + mean/10 and 4 − mean/10.
    const part = state.map((value) => 2 + value / 10);
    const whole = part.map((value, i) => value + 4 - state[i]! / 10 + 0.5 * ofOther.draw(standard, i));
    count('part of a whole', weightedShare(part, whole, weights), (2 + mean / 10) / 6);
  }
  return found;
}

// 0.95 less and plus four standard errors of a coverage over 1,000 experiments.
const [LEAST, MOST] = [
  0.95 - 4 * Math.sqrt((0.95 * 0.05) / EXPERIMENTS),
  0.95 + 4 * Math.sqrt((0.95 * 0.05) / EXPERIMENTS),
];

describe('a normal mean given a normal observation, in closed form', () => {
  test.each<Case & { effective: number }>([
    { draws: 400, seen: 1, error: 0.5, effective: 168 },
    { draws: 400, seen: 2, error: 0.5, effective: 58 },
    { draws: 200, seen: 2, error: 0.3, effective: 14 },
  ])(
    'intervals of $draws draws cover what the posterior has at y = $seen ± $error, effectively $effective',
    ({ effective, ...one }) => {
      const { effective: found, ...intervals } = coverage(one);
      expect(Math.abs(found! - effective)).toBeLessThan(2);
      for (const [name, covered] of Object.entries(intervals)) {
        expect(covered, name).toBeGreaterThan(LEAST);
        // The quantiles and shares of few effective values are cautious; means, differences and parts are not.
        if (/^(mean|difference|part)/.test(name)) expect(covered, name).toBeLessThan(MOST);
      }
    },
  );
});

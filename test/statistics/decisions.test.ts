import { describe, expect, test } from 'vitest';
import { Streams } from '../../src/random/index.ts';
import { decide, kimNelson, pairedProportions } from '../../src/statistics/index.ts';

const streams = new Streams({ seed: 'decisions' });
const shared = streams.open('test', 'decisions', 'shared');
const own = streams.open('test', 'decisions', 'own');

/** Normal utilities with these means, correlated over systems through common draws. */
function utilities(means: readonly number[], count: number, correlation: number): Float64Array[] {
  return means.map((mean, system) =>
    Float64Array.from({ length: count }, (_, i) => {
      const common = Math.sqrt(correlation) * shared.normal(i);
      return mean + common + Math.sqrt(1 - correlation) * own.normal(i, system);
    }),
  );
}

function observed(experiments: number, holds: () => boolean): number {
  let hits = 0;
  for (let experiment = 0; experiment < experiments; experiment++) {
    streams.begin(experiment);
    if (holds()) hits++;
  }
  return hits / experiments;
}

describe('KN', () => {
  const settings = { indifference: 0.5, first: 20, alpha: 0.05 };

  test('selects the best of five, better by the indifference, at least as often as promised', () => {
    const experiments = 400;
    const share = observed(experiments, () => {
      const { selected } = kimNelson(utilities([0, 0, 0.5, 0, 0], 600, 0.5), settings);
      return selected === 2;
    });
    expect(share).toBeGreaterThan(0.95 - 4 * Math.sqrt((0.95 * 0.05) / experiments));
  });

  test('needs fewer replications the more the draws are common', () => {
    const needed = (correlation: number): number => {
      streams.begin(1);
      const tight = { ...settings, indifference: 0.2 };
      return kimNelson(utilities([0, 0.2, 0], 4000, correlation), tight).replications;
    };
    expect(needed(0.9)).toBeLessThan(needed(0));
  });

  test('rules out systems one by one and says when', () => {
    streams.begin(2);
    const { selected, eliminatedAt, replications } = kimNelson(utilities([0, 3, 1], 500, 0), settings);
    expect(selected).toBe(1);
    expect(eliminatedAt[1]).toBeUndefined();
    expect(Math.max(eliminatedAt[0]!, eliminatedAt[2]!)).toBe(replications);
  });

  test('ends at once when systems are the same, and says when there is too little data', () => {
    const same = Float64Array.from({ length: 40 }, (_, i) => i % 7);
    expect(kimNelson([same, same.slice()], settings)).toMatchObject({ selected: 0, replications: 20 });
    expect(kimNelson([same.slice(0, 10), same.slice(0, 10)], settings).selected).toBeUndefined();
  });

  test.each([
    [{ indifference: 0 }, 'indifference: 0, expected a number above 0'],
    [{ indifference: 1, alpha: 1 }, 'alpha: 1, expected a number strictly between 0 and 1'],
    [{ indifference: 1, first: 1 }, 'first stage: 1, expected a whole number from 2'],
  ])('refuses %o', (bad, message) => {
    expect(() => kimNelson([[1], [2]], bad)).toThrow(message);
  });
});

describe('a decision', () => {
  test('has the regrets, chances and choice of a case small enough to count', () => {
    const { policies, chosen, perfectInformation, utility } = decide([
      [4, 4, 1, 5],
      [3, 3, 3, 3],
    ]);
    expect(policies.map(({ regret }) => regret.estimate)).toEqual([0.5, 1]);
    expect(policies.map(({ best }) => best.estimate)).toEqual([0.75, 0.25]);
    expect(chosen).toBe(0);
    expect(perfectInformation.estimate).toBe(1);
    expect(utility.estimate).toBe(3);
  });

  test('shares a replication among policies that are equally good', () => {
    const { policies } = decide([
      [1, 2],
      [1, 1],
    ]);
    expect(policies.map(({ best }) => best.estimate)).toEqual([0.75, 0.25]);
  });

  test('is not certain of a policy that is best in the few replications that there are', () => {
    const { policies } = decide([
      [3, 4, 5, 6],
      [1, 2, 3, 4],
    ]);
    expect(policies.map(({ best }) => [best.low, best.estimate, best.high])).toEqual([
      [expect.closeTo(0.5101, 4), 1, 1],
      [0, 0, expect.closeTo(0.4899, 4)],
    ]);
  });

  test('between independent normal utilities has the known value of perfect information', () => {
    // E max of two independent standard normals is 1/√π; the sample is one experiment of 20,000 replications.
    streams.begin(3);
    const { perfectInformation } = decide(utilities([0, 0], 20_000, 0));
    expect(perfectInformation.low!).toBeLessThan(1 / Math.sqrt(Math.PI));
    expect(perfectInformation.high!).toBeGreaterThan(1 / Math.sqrt(Math.PI));
  });

  test('refuses one policy alone', () => {
    expect(() => decide([[1, 2]])).toThrow('policies: 1, expected at least two');
  });
});

describe('the difference of paired proportions', () => {
  test.each([
    [30, 0.5, 0.3],
    [200, 0.9, 0.05],
  ])('for n = %d covers at least nearly as often as it says', (count, p, discordant) => {
    const experiments = 2000;
    const truth = -discordant;
    const share = observed(experiments, () => {
      const first = Array.from({ length: count }, (_, i) => Number(shared.uniform(i) < p - discordant));
      const second = Array.from({ length: count }, (_, i) => Number(shared.uniform(i) < p));
      const { low, high } = pairedProportions(first, second);
      return low! <= truth && truth <= high!;
    });
    expect(share).toBeGreaterThan(0.93);
  });

  test('has a width even when no pair differs', () => {
    const all = Array.from({ length: 50 }, (_, i) => i % 2);
    const { estimate, low, high, correlation } = pairedProportions(all, all);
    expect(estimate).toBe(0);
    expect(correlation).toBeCloseTo(1, 12);
    expect(high).toBeGreaterThan(0.01);
    expect(low).toBeLessThan(-0.01);
  });
});

import { describe, expect, test } from 'vitest';
import { Streams } from '../../src/random/index.ts';
import { kimNelson } from '../../src/statistics/index.ts';

/** Independent normal utilities with these means and standard deviation 1; `run` tells macro-replications apart. */
function utilities(means: readonly number[], count: number, run: number): Float64Array[] {
  const streams = new Streams({ seed: 'kim nelson' });
  streams.begin(run);
  return means.map((mean, system) => {
    const stream = streams.open('test', `system ${system}`, 'utility');
    return Float64Array.from({ length: count }, (_, i) => mean + stream.normal(i));
  });
}

/**
 * KN as its paper states it (S.-H. Kim and B. L. Nelson 2001, c = 1): η = ½[(2α/(k−1))^(−2/(n₀−1)) − 1], h² = 2η(n₀−1), and system i stays
 * at r while Σ(X_i − X_l) ≥ −W_il(r) for all l, W_il(r) = max(0, δ/2 · (h²S²_il/δ² − r)).
 */
function asPublished(
  x: readonly Float64Array[],
  { indifference: delta, alpha, first }: { indifference: number; alpha: number; first: number },
): { selected: number | undefined; eliminatedAt: (number | undefined)[] } {
  const k = x.length;
  const eta = 0.5 * (((2 * alpha) / (k - 1)) ** (-2 / (first - 1)) - 1);
  const h2 = 2 * eta * (first - 1);
  const s2 = (i: number, l: number): number => {
    const d = Array.from({ length: first }, (_, j) => x[i]![j]! - x[l]![j]!);
    const mean = d.reduce((a, b) => a + b, 0) / first;
    return d.reduce((a, b) => a + (b - mean) ** 2, 0) / (first - 1);
  };
  let left = x.map((_, i) => i);
  const eliminatedAt: (number | undefined)[] = x.map(() => undefined);
  for (let r = first; r <= x[0]!.length && left.length > 1; r++) {
    const sum = (i: number): number => x[i]!.subarray(0, r).reduce((a, b) => a + b, 0);
    const stays = left.filter((i) =>
      left.every(
        (l) => l === i || sum(i) >= sum(l) - Math.max(0, (delta / 2) * ((h2 * s2(i, l)) / delta ** 2 - r)),
      ),
    );
    for (const i of left) if (!stays.includes(i)) eliminatedAt[i] = r;
    left = stays;
  }
  return { selected: left.length === 1 ? left[0] : undefined, eliminatedAt };
}

describe('the procedure KN', () => {
  test.each([
    [[0, 0.3], 0.05, 10],
    [[0, 0.1, 0.5, 0.2], 0.1, 20],
    [[0.2, 0, 0.2, 0.1, 0.05, 0], 0.01, 50],
  ])('rules out what its paper rules out, at the same replication (means %o)', (means, alpha, first) => {
    for (let run = 0; run < 20; run++) {
      const x = utilities(means, 400, run);
      const settings = { indifference: 0.3, alpha, first };
      const { selected, eliminatedAt } = kimNelson(x, settings);
      expect({ selected, eliminatedAt }).toEqual(asPublished(x, settings));
    }
  });

  test.each([
    [2, 0.1],
    [5, 0.1],
    [4, 0.05],
  ])(
    'selects the best of %i with at least the promised probability where the others are just as much behind as matters',
    (systems, alpha) => {
      const runs = 600;
      const means = Array.from({ length: systems }, (_, i) => (i === 1 ? 0.5 : 0));
      let right = 0;
      for (let run = 0; run < runs; run++) {
        const { selected } = kimNelson(utilities(means, 600, run), { indifference: 0.5, alpha, first: 10 });
        if (selected === 1) right++;
      }
      const promised = 1 - alpha;
      expect(right / runs).toBeGreaterThan(promised - 4 * Math.sqrt((promised * alpha) / runs));
    },
  );

  test('takes longer for a larger probability and for more systems, on the same draws', () => {
    const after = (means: readonly number[], alpha: number): number =>
      kimNelson(utilities(means, 3000, 1), { indifference: 0.2, alpha, first: 10 }).replications;
    expect(after([0, 0.2], 0.01)).toBeGreaterThan(after([0, 0.2], 0.2));
    expect(after([0, 0.2, 0, 0, 0, 0], 0.05)).toBeGreaterThanOrEqual(after([0, 0.2], 0.05));
  });
});

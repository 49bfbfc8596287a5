import { describe, expect, test } from 'vitest';
import { antitheticOrders } from '../../src/design/index.ts';
import { blame, type Blame, type CoalitionValues } from '../../src/explain/index.ts';
import { Streams, uniform } from '../../src/random/index.ts';
import reference from '../fixtures/statistics-decisions.json' with { type: 'json' };

const published = reference.cases.find(({ name }) => name === 'delay_attribution_series_parallel')!;
const { planned, actual } = published.inputs as { planned: number[]; actual: number[] };
const expected = published.expected as Record<'removeOne' | 'addOne' | 'shapley', number[]> & {
  delay: number;
};

/** T = max(chips, substation + cooling) + commissioning, with the groups of a mask as built. */
const seriesParallel: CoalitionValues = (disturbed) => {
  const [chips, substation, cooling, commission] = planned.map((plan, i) =>
    ((disturbed >> i) & 1) === 1 ? actual[i]! : plan,
  );
  return Float64Array.of(Math.max(chips!, substation! + cooling!) + commission!);
};

/** A random response: any number for any coalition, in so many replications. */
function randomGame(groups: number, replications: number, seed: string): CoalitionValues {
  const stream = new Streams({ seed }).open('test', 'game', 'values');
  const table = Array.from({ length: 2 ** groups }, (_, disturbed) =>
    Float64Array.from({ length: replications }, (__, i) =>
      stream.draw(uniform(0, 400), disturbed * replications + i),
    ),
  );
  return (disturbed) => table[disturbed]!;
}

/** Shapley values by their definition: the mean marginal over all m! orders. */
function byAllOrders(groups: number, values: CoalitionValues): number[] {
  const orders = permutations(Array.from({ length: groups }, (_, index) => index));
  const sums = Array.from({ length: groups }, () => 0);
  for (const order of orders) {
    let disturbed = 0;
    for (const group of order) {
      sums[group]! -= values(disturbed)[0]!;
      disturbed += 2 ** group;
      sums[group]! += values(disturbed)[0]!;
    }
  }
  return sums.map((sum) => sum / orders.length);
}

function permutations(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}

function largestError({ shapley, delay }: Blame): number {
  let worst = 0;
  delay.forEach((total, i) => {
    const sum = shapley.reduce((days, share) => days + share[i]!, 0);
    worst = Math.max(worst, Math.abs(sum - total));
  });
  return worst;
}

describe('the published series-parallel case', () => {
  const found = blame({ groups: 4, values: seriesParallel });
  const only = (arrays: readonly Float64Array[]): number[] => arrays.map(([value]) => value!);

  test('leave-one-out says that chips cost nothing', () => {
    expect(only(found.leaveOneOut)).toEqual(expected.removeOne);
  });
  test('add-one', () => expect(only(found.addOne)).toEqual(expected.addOne));
  test('Shapley values', () => {
    only(found.shapley).forEach((days, i) => expect(days).toBeCloseTo(expected.shapley[i]!, 12));
    expect(found.delay[0]).toBe(expected.delay);
  });
});

describe('exact Shapley values', () => {
  test.each([1, 2, 3, 5, 6])('of %d groups are the mean over all orders', (groups) => {
    const values = randomGame(groups, 1, `game of ${groups}`);
    const { shapley } = blame({ groups, values });
    byAllOrders(groups, values).forEach((share, i) => expect(shapley[i]![0]).toBeCloseTo(share, 9));
  });

  test('sum to T − T(plan) in every replication within 1e-9', () => {
    expect(largestError(blame({ groups: 7, values: randomGame(7, 200, 'sum') }))).toBeLessThan(1e-9);
  });

  test('are exactly nothing for a cause that changes nothing, whatever the others do', () => {
    const others = randomGame(4, 50, 'dummy');
    const { shapley } = blame({ groups: 5, values: (disturbed) => others(disturbed & 15) });
    expect([...new Set(shapley[4])]).toEqual([0]);
  });

  test('are negative for a cause that helps, and nothing for one that does nothing', () => {
    const helps: CoalitionValues = (disturbed) => Float64Array.of(disturbed % 2 === 1 ? 90 : 100);
    expect(blame({ groups: 2, values: helps }).shapley.map(([days]) => days)).toEqual([-10, 0]);
  });
});

describe('Shapley values by sampled orders', () => {
  const values = randomGame(8, 50, 'sampled');

  test('sum to T − T(plan) in every replication within 1e-9', () => {
    const orders = antitheticOrders(8, { pairs: 10, seed: '1' });
    expect(largestError(blame({ groups: 8, values, orders }))).toBeLessThan(1e-9);
  });

  test('come to the exact ones within 4 standard errors of the pairs', () => {
    const pairs = 400;
    const exact = blame({ groups: 8, values }).shapley.map(mean);
    const { shapley, shapleyByPair } = blame({
      groups: 8,
      values,
      orders: antitheticOrders(8, { pairs, seed: 'many' }),
    });
    shapley.forEach((share, group) => {
      const byPair = shapleyByPair[group]!;
      expect(mean(byPair)).toBeCloseTo(mean(share), 9);
      const spread = Math.sqrt(mean(byPair.map((value) => (value - mean(byPair)) ** 2)) / pairs);
      expect(Math.abs(mean(share) - exact[group]!)).toBeLessThan(4 * spread);
    });
  });

  test('are exact in one pair where causes only add up', () => {
    const additive: CoalitionValues = (disturbed) =>
      Float64Array.of(
        [3, 5, 7].reduce((sum, days, i) => sum + (((disturbed >> i) & 1) === 1 ? days : 0), 10),
      );
    const orders = antitheticOrders(3, { pairs: 1, seed: '1' });
    expect(blame({ groups: 3, values: additive, orders }).shapley.map(([days]) => days)).toEqual([3, 5, 7]);
  });
});

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

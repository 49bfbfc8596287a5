import { describe, expect, test } from 'vitest';
import { allCoalitions, antitheticOrders, coalitionsOf, type CauseGroup } from '../../src/design/index.ts';

const group = (name: string, ...causes: string[]): CauseGroup => ({
  name,
  causes: causes.length > 0 ? causes : [name],
});
const GROUPS = [group('chips'), group('power', 'substation', 'transformer'), group('crews')];

describe('coalitions of groups of causes', () => {
  test('are all subsets in binary order, each with the causes of the other groups at plan', () => {
    const rows = allCoalitions(GROUPS);
    expect(rows.map(({ disturbed }) => disturbed)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(rows[0].atPlan).toEqual(['chips', 'substation', 'transformer', 'crews']);
    expect(rows[5].atPlan).toEqual(['substation', 'transformer']);
    expect(rows[7].atPlan).toEqual([]);
    expect(rows.map(({ name }) => name)).toEqual([
      'all at plan',
      'all but chips at plan',
      'all but power at plan',
      'crews at plan',
      'all but crews at plan',
      'power at plan',
      'chips at plan',
      'none at plan',
    ]);
  });

  test('of some orders are what these pass, and every group alone in and alone out', () => {
    const four = [...GROUPS, group('policy')];
    const passed = coalitionsOf(four, [[3, 2, 1, 0]]).map(({ disturbed }) => disturbed);
    expect(passed).toEqual([0, 1, 2, 4, 7, 8, 11, 12, 13, 14, 15]);
  });

  test.each([
    ['group chips: twice, expected names that differ', [group('chips'), group('chips')]],
    ['group b: cause x is in a too, expected it in one group', [group('a', 'x'), group('b', 'x')]],
    ['groups: none, expected at least one', []],
    ['groups: 13, expected at most 12', Array.from({ length: 13 }, (_, i) => group(`c${i}`))],
  ])('refuse: %s', (message, groups) => {
    expect(() => allCoalitions(groups)).toThrow(message);
  });
});

describe('orders in antithetic pairs', () => {
  test('hold everything once, and each is followed by its reverse', () => {
    const orders = antitheticOrders(9, { pairs: 20, seed: 'orders' });
    expect(orders).toHaveLength(40);
    for (let pair = 0; pair < 20; pair++) {
      expect(orders[2 * pair].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
      expect(orders[2 * pair + 1]).toEqual(orders[2 * pair].toReversed());
    }
  });

  test('are all as likely as each other', () => {
    const pairs = 6000;
    const orders = antitheticOrders(3, { pairs, seed: 'orders' }).filter((_, index) => index % 2 === 0);
    const counts = new Map<string, number>();
    for (const order of orders) counts.set(order.join(''), (counts.get(order.join('')) ?? 0) + 1);
    expect(counts.size).toBe(6);
    const error = Math.sqrt((pairs / 6) * (5 / 6));
    for (const count of counts.values()) expect(Math.abs(count - pairs / 6)).toBeLessThan(4 * error);
  });

  test('are the same for the same seed, and others for another', () => {
    const orders = (seed: string): number[][] => antitheticOrders(8, { pairs: 3, seed });
    expect(orders('a')).toEqual(orders('a'));
    expect(orders('a')).not.toEqual(orders('b'));
  });

  test('need something to put in order', () => {
    expect(() => antitheticOrders(0, { pairs: 1, seed: '1' })).toThrow(
      'orders: of 0 things, expected at least one',
    );
    expect(() => antitheticOrders(3, { pairs: 0, seed: '1' })).toThrow(
      'pairs of orders: 0, expected a whole number',
    );
  });
});

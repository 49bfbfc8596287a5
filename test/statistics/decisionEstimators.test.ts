import { expect, test } from 'vitest';
import { decide, shareEstimators } from '../../src/statistics/index.ts';

const never = new Float64Array(50);
const always = new Float64Array(50).fill(1);

test('policies that are judged by a share have the interval of one, also where all replications agree', () => {
  const { policies, lead } = decide([never, always], { estimators: shareEstimators(1) });
  expect(policies.map(({ utility: { low, high } }) => [low, high])).toEqual([
    [0, expect.closeTo(0.0713, 4)],
    [expect.closeTo(0.9287, 4), 1],
  ]);
  expect(lead).toMatchObject({ estimate: 1, high: 1 });
  expect(lead.low).toBeLessThan(1);
});

test('where less is better, utilities are the shares below zero', () => {
  const { policies, best, lead } = decide([always.map(() => -1), never], { estimators: shareEstimators(-1) });
  expect(policies[0]!.utility).toMatchObject({ estimate: -1, low: -1, high: expect.closeTo(-0.9287, 4) });
  expect([best, lead.estimate]).toEqual([1, 1]);
});

test('a regret of shares is a share', () => {
  const { policies } = decide([never, always], { estimators: shareEstimators(1) });
  expect(policies.map(({ regret: { low, high } }) => [low, high])).toEqual([
    [expect.closeTo(0.9287, 4), 1],
    [0, expect.closeTo(0.0713, 4)],
  ]);
});

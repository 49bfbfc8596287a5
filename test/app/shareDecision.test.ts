import { expect, test } from 'vitest';
import { withShares } from '../../src/app/shareDecision.ts';
import { decide } from '../../src/statistics/index.ts';

const never = new Float64Array(50);
const always = new Float64Array(50).fill(1);

test('policies that are judged by a share have the interval of one, also where all replications agree', () => {
  const { policies } = withShares(decide([never, always]), {
    all: [never, always],
    weights: undefined,
    sign: 1,
  });
  expect(policies.map(({ utility: { low, high } }) => [low, high])).toEqual([
    [0, expect.closeTo(0.0713, 4)],
    [expect.closeTo(0.9287, 4), 1],
  ]);
});

test('where less is better, utilities are the shares below zero', () => {
  const { policies } = withShares(decide([always.map(() => -1), never]), {
    all: [always, never],
    weights: undefined,
    sign: -1,
  });
  expect(policies[0]!.utility).toMatchObject({ estimate: -1, low: -1, high: expect.closeTo(-0.9287, 4) });
});

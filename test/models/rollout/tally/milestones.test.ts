import { expect, test } from 'vitest';
import { watchMilestones } from '../../../../models/rollout/tally/milestones.ts';

test('GPU-days short of a threshold are what was missing, integrated: hand-counted', () => {
  const watch = watchMilestones([100, 200, 300]);
  watch.reach(60, 10, 1); // 60 in service from day 10
  watch.reach(150, 20, 2); // 150 from day 20
  watch.reach(200, 40, 3); // 200 from day 40 to the end, day 50
  // 100: 10 days × 100 missing, 10 days × 40 missing.
  expect(watch.shortfall(0, 50)).toBe(1000 + 400);
  // 200: 10 × 200, 10 × 140, 20 × 50.
  expect(watch.shortfall(1, 50)).toBe(2000 + 1400 + 1000);
  // 300 is not reached: 10 × 300, 10 × 240, 20 × 150, 10 × 100.
  expect(watch.shortfall(2, 50)).toBe(3000 + 2400 + 3000 + 1000);
});

test('without any GPU the whole threshold is short all the time', () => {
  expect(watchMilestones([100]).shortfall(0, 365)).toBe(36_500);
});

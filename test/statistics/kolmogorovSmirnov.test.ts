import { expect, test } from 'vitest';
import { uniformTest } from '../../src/statistics/index.ts';

test('the distance of an even sample is half a step', () => {
  expect(uniformTest([0.1, 0.3, 0.5, 0.7, 0.9])!.distance).toBeCloseTo(0.1, 12);
  expect(uniformTest([0.9, 0.1, 0.5, 0.3, 0.7])!.pValue).toBeGreaterThan(0.99);
});

test('the tabulated 5 % and 1 % points of the limit law come out', () => {
  // Distances for n = 10,000 at which √n + 0.12 + 0.11/√n times the distance is 1.3581 and 1.6276.
  const factor = 100 + 0.12 + 0.0011;
  const shifted = (distance: number): number[] =>
    Array.from({ length: 10_000 }, (_, i) => Math.min(1, Math.max(0, (i + 1) / 10_000 - distance)));
  expect(uniformTest(shifted(1.3581 / factor))!.pValue).toBeCloseTo(0.05, 3);
  expect(uniformTest(shifted(1.6276 / factor))!.pValue).toBeCloseTo(0.01, 3);
});

test('values all on one side are refused as uniform, and no values say nothing', () => {
  expect(uniformTest(Array.from({ length: 30 }, (_, i) => 0.5 + i / 100))!.pValue).toBeLessThan(1e-4);
  expect(uniformTest([])).toBeUndefined();
});

import { describe, expect, test } from 'vitest';
import { copyDays, moveOf, type Route } from '../../../../models/rollout/gravity/moving.ts';

const ROUTE: Route = {
  gigabitsPerSecond: 100,
  efficiency: 0.7,
  dollarsPerGigabyte: 0.05,
  standstill: 0,
  requalificationDays: 0,
};

// Catalog rows move-time-1-pb to move-time-300-pb and egress-cost-50-pb, egress-cost-300-pb: 8 D / (B × 0.7), $50k a PB.
describe('published moves of data', () => {
  test.each([
    [1, 100, 32 / 24, 0.05e6],
    [50, 400, 16.5, 2.5e6],
    [300, 1600, 25, 15e6],
  ])('%d PB at %d Gb/s', (petabytes, gigabitsPerSecond, days, dollars) => {
    const route = { ...ROUTE, gigabitsPerSecond };
    expect(copyDays(petabytes, route) / days).toBeCloseTo(1, 1.7);
    expect(moveOf({ gpus: 0, petabytes }, route).dollars).toBeCloseTo(dollars, 6);
  });
});

test('who stays pays nothing and loses no day', () => {
  expect(moveOf({ gpus: 100_000, petabytes: 300 }, undefined)).toEqual({
    days: 0,
    dollars: 0,
    gpuDays: 0,
  });
});

test('data are copied while a part of the fleet stands still, then the whole fleet is accepted anew', () => {
  // 0.864 PB at 80 Gb/s, all of it: 8 × 0.864e15 / 80e9 = 86,400 s.
  const move = moveOf(
    { gpus: 1000, petabytes: 0.864 },
    {
      ...ROUTE,
      gigabitsPerSecond: 80,
      efficiency: 1,
      standstill: 0.5,
      requalificationDays: 2,
    },
  );
  expect(move.days).toBeCloseTo(3, 12);
  expect(move.gpuDays).toBeCloseTo(1000 * (0.5 + 2), 9);
  expect(move.dollars).toBeCloseTo(0.864e6 * 0.05, 6);
});

test('a larger footprint never moves sooner, cheaper or with less standstill', () => {
  let before = moveOf({ gpus: 0, petabytes: 0 }, { ...ROUTE, standstill: 0.2, requalificationDays: 1 });
  for (let size = 1; size < 50; size++) {
    const move = moveOf(
      { gpus: size * 1000, petabytes: size },
      { ...ROUTE, standstill: 0.2, requalificationDays: 1 },
    );
    expect(move.days).toBeGreaterThan(before.days);
    expect(move.dollars).toBeGreaterThan(before.dollars);
    expect(move.gpuDays).toBeGreaterThan(before.gpuDays);
    before = move;
  }
});

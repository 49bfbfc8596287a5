import { expect, test } from 'vitest';
import { dayNumber } from '../../../../models/rollout/calendars.ts';
import { needsOfMix, productMix } from '../../../../models/rollout/chips/generations.ts';
import type { ProductScenario } from '../../../../models/rollout/chips/productSchema.ts';
import { constant } from '../../../../src/random/index.ts';

const dayOf = (isoDate: string): number => dayNumber('2026-01-01', isoDate);

const OLD: ProductScenario = {
  name: 'old',
  volumeDate: '2025-01-01',
  part: [
    { mark: 'from', date: '2025-01-01', value: 1 },
    { mark: 'from', date: '2026-07-01', value: 0.4 },
  ],
  eligible: true,
  packagesPerWafer: constant(15),
  memory: 288,
};
const NEW: ProductScenario = {
  name: 'new',
  volumeDate: '2026-07-01',
  part: [{ mark: 'from', date: '2026-07-01', value: 0.6 }],
  eligible: false,
  packagesPerWafer: constant(9),
  memory: 288,
};
const AUTUMN = { day: dayOf('2026-10-01'), dayOf };

test('on time, the output is what was planned', () => {
  expect(productMix([OLD, NEW], [0, 0], AUTUMN)).toEqual({ parts: [0.4, 0.6], eligible: 0.4 });
});

test('a late product is missing from the output for as long as it is late', () => {
  expect(productMix([OLD, NEW], [0, 180], AUTUMN).parts).toEqual([0.4, 0]);
});

test('where it replaces another, that one is made instead: the eligible part grows', () => {
  const replaces: ProductScenario = { ...NEW, replaces: 'old', madeInstead: 0.5 };
  expect(productMix([OLD, replaces], [0, 180], AUTUMN).eligible).toBeCloseTo(0.7, 12);
});

test('a product before its volume date is not made, whatever its plan says', () => {
  const eager: ProductScenario = { ...NEW, volumeDate: '2026-12-01' };
  expect(productMix([OLD, eager], [0, 0], AUTUMN).parts[1]).toBe(0);
});

test('wafers and memory of a package are those of the mix', () => {
  const mix = productMix([OLD, NEW], [0, 0], AUTUMN);
  const { wafers, gigabytes } = needsOfMix([OLD, NEW], mix, 0.5);
  expect(wafers).toBeCloseTo(0.4 / 15 + 0.6 / 9, 12);
  expect(gigabytes).toBeCloseTo(288, 9);
});

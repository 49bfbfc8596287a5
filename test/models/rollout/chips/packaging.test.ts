import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { dayNumber } from '../../../../models/rollout/calendars.ts';
import { outputSchema, type PackagingOutput } from '../../../../models/rollout/chips/outputSchema.ts';
import { packagedQuarters } from '../../../../models/rollout/chips/packaging.ts';
import { fitYieldUse, type FittedQuarter } from '../../../../models/rollout/chips/packagingFit.ts';
import { loadScenario, openCatalog } from '../../../../src/scenario/index.ts';

const folder = new URL('../../../../models/catalog/', import.meta.url);
const catalog = openCatalog((room) => readFileSync(new URL(`${room}.yaml`, folder), 'utf8'), {
  rooms: ['chips'],
});

const LEVELS = {
  capacity: 0.5,
  vendorShare: 0.5,
  otherAssemblers: 0.5,
  yieldUse: 0.5,
  packagesPerWafer: 0.5,
  inventory: 0.5,
  memory: 0.5,
};
const dayOf = (isoDate: string): number => dayNumber('2025-01-01', isoDate);

function packaging(over: Record<string, unknown> = {}): PackagingOutput {
  const tree = {
    output: {
      kind: 'packaging',
      from: '2025-01-01',
      until: '2025-12-31',
      capacity: 'catalog:chips.cowos-capacity',
      vendorShare: 'catalog:chips.nvidia-share-of-cowos',
      yieldUse: 'catalog:chips.packaging-yield-times-use',
      lag: '1 quarter',
      packagesPerWafer: '15.5 packages/wafer',
      monthWeights: ['25 %', '30 %', '45 %'],
      lotEvery: '7 days',
      ...over,
    },
  };
  const schema = z.strictObject({ output: outputSchema });
  return loadScenario({ source: { name: 'script', tree }, schema, catalog }).scenario
    .output as PackagingOutput;
}

// Packages shipped by quarter (median), thousands: H100/H200, H20, Blackwell. Epoch AI, ai-chip-counts, April 2026.
const SHIPPED: Readonly<Record<string, readonly [number, number, number]>> = {
  '2023-07-01': [316, 0, 0],
  '2023-10-01': [443, 0, 0],
  '2024-01-01': [552, 139, 0],
  '2024-04-01': [651, 223, 0],
  '2024-07-01': [794, 272, 0],
  '2024-10-01': [681, 324, 201],
  '2025-01-01': [329, 362, 520],
  '2025-04-01': [229, 153, 650],
  '2025-07-01': [127, 17, 888],
  '2025-10-01': [23, 0, 1161],
};
const HOPPER_A_WAFER = 29;
const BLACKWELL_A_WAFER = 15.5;

/** Wafers a package of the quarter's mix takes, and the Blackwell part of its packages. */
function mixOf(from: string): { wafers: number; blackwell: number } {
  const [hopper, h20, blackwell] = SHIPPED[from]!;
  const all = hopper + h20 + blackwell;
  return {
    wafers: ((hopper + h20) / HOPPER_A_WAFER + blackwell / BLACKWELL_A_WAFER) / all,
    blackwell: blackwell / all,
  };
}

const derived = packagedQuarters(packaging({ from: '2023-07-01' }), {
  levels: LEVELS,
  dayOf,
  needs: (day) => {
    const froms = Object.keys(SHIPPED).filter((from) => dayOf(from) <= day);
    return { wafers: mixOf(froms.at(-1)!).wafers, gigabytes: 0 };
  },
});

function blackwellAgainstSeries(from: string): number {
  const quarter = derived.find((item) => item.from === from)!;
  return (quarter.packages * mixOf(from).blackwell) / (SHIPPED[from]![2] * 1000);
}

test('Blackwell packages from packaging are within 10 % of the shipped series from Q2 2025 on', () => {
  for (const from of ['2025-04-01', '2025-07-01', '2025-10-01']) {
    expect(blackwellAgainstSeries(from)).toBeGreaterThan(0.9);
    expect(blackwellAgainstSeries(from)).toBeLessThan(1.1);
  }
});

test('in Q4 2024 and Q1 2025 packaging carries about 62 and 68 % of what was shipped', () => {
  expect(blackwellAgainstSeries('2024-10-01')).toBeCloseTo(0.62, 1);
  expect(blackwellAgainstSeries('2025-01-01')).toBeCloseTo(0.68, 1);
});

const fitted: FittedQuarter[] = derived.map(({ from, wafers }) => {
  const [hopper, h20, blackwell] = SHIPPED[from]!;
  const idealWafers = 1000 * ((hopper + h20) / HOPPER_A_WAFER + blackwell / BLACKWELL_A_WAFER);
  return { year: Number(from.slice(0, 4)), idealWafers, wafersIn: wafers };
});

test('fitted on 2023 alone, yield × use of 2024 stands at its bound and 2024 ships a third more than it gives', () => {
  const fit = fitYieldUse(fitted, 2024);
  expect(fit.unbounded).toBeGreaterThan(1);
  expect(fit.yieldUse).toBe(1);
  expect(fit.residual).toBeGreaterThan(0.25);
  expect(fit.residual).toBeLessThan(0.45);
});

test('fitted on 2023 and 2024, yield × use of 2025 is 1 and overstates 2025 by 10 to 20 %', () => {
  const fit = fitYieldUse(fitted, 2025);
  expect(fit.yieldUse).toBe(1);
  expect(fit.residual).toBeGreaterThan(-0.2);
  expect(fit.residual).toBeLessThan(-0.1);
});

test('a year before the first quarter has nothing to be fitted on', () => {
  expect(() => fitYieldUse(fitted, 2023)).toThrow('year: 2023, expected earlier quarters to fit on');
});

const constantOutput = {
  capacity: [{ at: '2024-01-01', value: '100k wafers/month' }],
  vendorShare: '50 %',
  yieldUse: '80 %',
};
const needs = () => ({ wafers: 1 / 10, gigabytes: 100 });

test('packages are capacity × share × yield and use × packages a wafer', () => {
  const [quarter] = packagedQuarters(packaging(constantOutput), { levels: LEVELS, dayOf, needs });
  expect(quarter!.packages).toBeCloseTo(3 * 100_000 * 0.5 * 0.8 * 10, 6);
});

test('wafers of other assemblers come on top, a quarter of a year of them', () => {
  const output = packaging({ ...constantOutput, otherAssemblers: '24k wafers/year' });
  const [quarter] = packagedQuarters(output, { levels: LEVELS, dayOf, needs });
  expect(quarter!.wafers).toBeCloseTo(3 * 50_000 + 6000, 6);
});

test('a year is held against the fit of the years before: 8 ideal wafers of 10 in, then 9 of 10, are an eighth more', () => {
  const quarter = (year: number, idealWafers: number): FittedQuarter => ({ year, idealWafers, wafersIn: 10 });
  expect(fitYieldUse([quarter(2023, 8), quarter(2024, 9)], 2024)).toEqual({
    year: 2024,
    yieldUse: 0.8,
    unbounded: 0.8,
    residual: expect.closeTo(0.125, 12),
  });
  // More than went in was shipped: the fit is bounded by all of it.
  expect(fitYieldUse([quarter(2023, 12), quarter(2024, 9)], 2024)).toMatchObject({
    yieldUse: 1,
    unbounded: 1.2,
    residual: expect.closeTo(-0.1, 12),
  });
  expect(() => fitYieldUse([quarter(2024, 9)], 2024)).toThrow(
    'year: 2024, expected earlier quarters to fit on',
  );
});

test('inventory is added to the first quarter only', () => {
  const output = packaging({ ...constantOutput, inventory: '70k packages' });
  const [first, second] = packagedQuarters(output, { levels: LEVELS, dayOf, needs });
  expect(first!.packages - second!.packages).toBeCloseTo(70_000, 6);
});

test('the memory gate holds packages at memory over memory a package, and only where it is the smaller', () => {
  const gated = packaging({ ...constantOutput, memory: { supply: '50M GB/quarter' } });
  const ample = packaging({ ...constantOutput, memory: { supply: '500M GB/quarter' } });
  const [short] = packagedQuarters(gated, { levels: LEVELS, dayOf, needs });
  const [enough] = packagedQuarters(ample, { levels: LEVELS, dayOf, needs });
  expect(short).toMatchObject({ packages: 500_000, memoryBound: true });
  expect(enough!.memoryBound).toBe(false);
});

test('a quarter takes the wafers of the quarter before', () => {
  const ramp = [
    { at: '2024-12-31', value: '10k wafers/month' },
    { at: '2025-03-31', value: '20k wafers/month' },
  ];
  const output = packaging({ ...constantOutput, capacity: ramp });
  const [q1, q2, q3] = packagedQuarters(output, { levels: LEVELS, dayOf, needs });
  expect(q1!.wafers).toBeCloseTo(3 * 10_000 * 0.5, -1);
  expect(q2!.wafers).toBeCloseTo(3 * 15_000 * 0.5, -3);
  expect(q3!.wafers).toBeCloseTo(3 * 20_000 * 0.5, -1);
});

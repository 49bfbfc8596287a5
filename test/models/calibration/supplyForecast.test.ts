import { describe, expect, test } from 'vitest';
import {
  packageForecasts,
  rackForecasts,
  scoreSupply,
  shareForecast,
  type PackagedPast,
} from '../../../models/calibration/index.ts';
import { supplyForecasts } from '../../../src/app/index.ts';
import { constant, normalQuantile } from '../../../src/random/index.ts';

/** A quarter whose packages all are of one architecture, ten a wafer. */
const quarter = (from: string, wafersIn: number, ratio: number): PackagedPast => ({
  from,
  wafersIn,
  idealWafers: wafersIn * ratio,
  packages: wafersIn * ratio * 10,
  packagesPerWafer: 10,
});

describe('packages, with yield and use of the years before', () => {
  const past = [0.7, 0.8, 0.8, 0.9].map((ratio, i) =>
    quarter(`2024-0${1 + 3 * i}-01`.replace('010', '10'), 1000, ratio),
  );

  test('are a lognormal about the geometric mean of the past, its spread by √(1 + 1/n)', () => {
    const [forecast] = packageForecasts([...past, quarter('2025-01-01', 2000, 0.75)], '2025-01-01');
    const logs = [0.7, 0.8, 0.8, 0.9].map(Math.log);
    const mean = logs.reduce((sum, log) => sum + log, 0) / 4;
    const sd = Math.sqrt(logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / 3);
    const { p10, p50, pit } = scoreSupply(forecast!);
    expect(p50 / (20_000 * Math.exp(mean))).toBeCloseTo(1, 4);
    expect(p10 / p50).toBeCloseTo(Math.exp(normalQuantile(0.1) * sd * Math.sqrt(1.25)), 3);
    expect(forecast!.came).toBe(15_000);
    expect(pit).toBeLessThan(0.5);
  });

  test('never take more than every package of every wafer, in the middle', () => {
    const rich = past.map((one) => ({ ...one, idealWafers: one.idealWafers * 2 }));
    const [forecast] = packageForecasts([...rich, quarter('2025-01-01', 2000, 0.75)], '2025-01-01');
    expect(scoreSupply(forecast!).p50 / 20_000).toBeCloseTo(1, 4);
  });

  test('are not fitted on the year that they foresee', () => {
    const later = [quarter('2025-01-01', 2000, 0.1), quarter('2025-04-01', 2000, 0.75)];
    const [with2025] = packageForecasts([...past, ...later], '2025-04-01');
    const [without] = packageForecasts([...past, later[1]!], '2025-04-01');
    expect(with2025!.members).toEqual(without!.members);
  });

  test('need three quarters', () => {
    expect(() => packageForecasts(past.slice(0, 2), '2025-01-01')).toThrow(
      'quarters: 2 before 2025, expected at least 3 to fit on',
    );
  });
});

test('racks that begin half a year late are a quarter of those that were expected', () => {
  const [asExpected, slipped] = rackForecasts({
    year: 2025,
    expected: { low: 40, high: 90 },
    slipMonths: constant(6),
    came: 15,
  });
  expect(scoreSupply(slipped!).p50 / scoreSupply(asExpected!).p50).toBeCloseTo(0.25, 2);
  expect(scoreSupply(asExpected!).p10).toBeCloseTo(40, 0);
  expect(scoreSupply(asExpected!).p90).toBeCloseTo(90, 0);
});

test('a share is foreseen as it is, within the error of its estimate', () => {
  const { p10, p90 } = scoreSupply(shareForecast({ customer: 'A', share: 0.1, error: 0.3, came: 0.08 }));
  expect(p10).toBeCloseTo(0.07, 3);
  expect(p90).toBeCloseTo(0.13, 3);
});

test('of the catalog: three quarters at the lower edge, racks far below the consensus and at the middle of it once slips are in, a share that fell', () => {
  const pits = supplyForecasts().forecasts.map((forecast) => scoreSupply(forecast).pit);
  expect(pits.slice(0, 3).every((pit) => pit > 0.08 && pit < 0.12)).toBe(true);
  expect(pits[3]).toBeLessThan(0.01);
  expect(pits[4]).toBeGreaterThan(0.3);
  expect(pits[5]).toBeLessThan(0.1);
});

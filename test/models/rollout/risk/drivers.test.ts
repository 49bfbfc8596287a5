import { describe, expect, test } from 'vitest';
import { openRiskDrivers } from '../../../../models/rollout/risk/drivers.ts';
import { normal, Streams } from '../../../../src/random/index.ts';
import { correlation } from '../../../../src/statistics/index.ts';

const COUNT = 20_000;
const UNIT = normal(0, 1);

/** Samples of activities: two of campus A, one of campus B, two deliveries of one class of vendors. */
function sampled(correlations: {
  campusTrades: number;
  vendorClass: number;
  acrossRegions: number;
}): Float64Array[] {
  const streams = new Streams({ seed: 'drivers' });
  const samples = Array.from({ length: 5 }, () => new Float64Array(COUNT));
  for (let replication = 0; replication < COUNT; replication++) {
    streams.begin(replication);
    const drivers = openRiskDrivers(streams, correlations);
    const follow = (driver: number, weight: number, name: string): number =>
      streams.open('test', name, 'activity').drawShared(UNIT, driver, weight, 0);
    const values = [
      follow(drivers.campus('A'), correlations.campusTrades, 'A shell'),
      follow(drivers.campus('A'), correlations.campusTrades, 'A fit-out'),
      follow(drivers.campus('B'), correlations.campusTrades, 'B shell'),
      follow(drivers.vendor('transformer'), correlations.vendorClass, 'A transformer'),
      follow(drivers.vendor('transformer'), correlations.vendorClass, 'B transformer'),
    ];
    values.forEach((value, index) => (samples[index]![replication] = value));
  }
  return samples;
}

/** Four standard errors of a sample correlation. */
const band = (rho: number): number => (4 * (1 - rho * rho)) / Math.sqrt(COUNT);

describe('shared risk drivers', () => {
  test.each([
    { campusTrades: 0.6, vendorClass: 0.5, acrossRegions: 0.15 },
    { campusTrades: 0.9, vendorClass: 0.2, acrossRegions: 0.5 },
  ])('give activities the correlations that are stated: %o', (stated) => {
    const [shell, fitOut, elsewhere, transformer, other] = sampled(stated) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    const { campusTrades, vendorClass, acrossRegions } = stated;
    expect(Math.abs(correlation(shell, fitOut)! - campusTrades)).toBeLessThan(band(campusTrades));
    expect(Math.abs(correlation(shell, elsewhere)! - acrossRegions)).toBeLessThan(band(acrossRegions));
    expect(Math.abs(correlation(transformer, other)! - vendorClass)).toBeLessThan(band(vendorClass));
    expect(Math.abs(correlation(shell, transformer)!)).toBeLessThan(band(0));
  });
});

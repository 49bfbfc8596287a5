import { expect, test } from 'vitest';
import { normalQuantile } from '../../../src/random/index.ts';
import { oneCampus, quantileOf, readyDays, runCampus } from './oneCampus.ts';

// n trades that each take a lognormal time of median 100 days, side by side and independent, before a hall can be tested.
const PATHS = ['building', 'cooling', 'network', 'storage', 'trunk'] as const;
const STAGES = ['concept', 'design', 'permits', 'civil', 'steel', 'dressOut', 'checkout'] as const;

function medianReady(paths: number, sigma: number, runs: number): number {
  const long = `lognormal(median 100, sigma ${sigma}) days`;
  const scenario = oneCampus(({ construction, site }) => {
    const of = (path: (typeof PATHS)[number]) => (PATHS.indexOf(path) < paths ? long : '0 days');
    site.halls = [{ name: 'A', power: '10 MW', startsAfter: '0 days' }];
    site.power.orders = ['0 days', '0 days', '0 days'];
    for (const stage of STAGES) construction.substation[stage] = '0 days';
    construction.commissioning.l4l5 = '0 days';
    construction.building.fitOut = of('building');
    construction.cooling.heatRejectionLeadTime = of('cooling');
    construction.network.switchLeadTime = of('network');
    construction.network.storageLeadTime = of('storage');
    construction.network.trunkFibre = of('trunk');
  });
  const days = Array.from({ length: runs }, (_, i) => readyDays(runCampus(scenario, i))[0]!);
  return quantileOf(days, 0.5);
}

test.each([
  [1, 0.3, 1],
  [2, 0.3, 1.18],
  [3, 0.3, 1.28],
  [5, 0.3, 1.4],
  [3, 0.5, 1.51],
])('the last of %d equal paths of sigma %d comes at %d medians', (paths, sigma, published) => {
  const exact = Math.exp(sigma * normalQuantile(0.5 ** (1 / paths)));
  expect(exact).toBeCloseTo(published, 2);
  const runs = 200;
  // Standard error of the median of the maximum, from its density at the median.
  const z = normalQuantile(0.5 ** (1 / paths));
  const density =
    (paths * 0.5 ** ((paths - 1) / paths) * Math.exp((-z * z) / 2)) /
    Math.sqrt(2 * Math.PI) /
    (sigma * exact);
  const error = 1 / (2 * density * Math.sqrt(runs));
  expect(Math.abs(medianReady(paths, sigma, runs) / 100 - exact)).toBeLessThan(4 * error);
});

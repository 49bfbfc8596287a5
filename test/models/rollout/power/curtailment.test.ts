import { expect, test } from 'vitest';
import { darkRacks, openCurtailment } from '../../../../models/rollout/power/curtailment.ts';
import { daysOf, oneCampus, runCampus, type Parts } from '../oneCampus.ts';

const RACKS = [
  { rack: 0, hall: 10 },
  { rack: 1, hall: 10 },
  { rack: 2, hall: 20 },
  { rack: 3, hall: 20 },
  { rack: 4, hall: 10 },
];

test.each([
  ['newest-first', [3, 4]],
  ['oldest-first', [0, 1]],
  ['by-hall', [2, 3]],
] as const)('%s: of five racks three may run', (policy, dark) => {
  expect(darkRacks(RACKS, 3, policy)).toEqual(dark);
});

test('by-hall never leaves a part of a hall running', () => {
  expect(darkRacks(RACKS, 2, 'by-hall')).toEqual([2, 3, 0, 1, 4]);
});

test('racks go dark when power falls, come back when it returns, and the load never exceeds the power', () => {
  const log: [number, boolean][] = [];
  const site = openCurtailment({
    policy: 'newest-first',
    kilowattsPerRack: 100,
    switched: (rack, isOff) => log.push([rack, isOff]),
  });
  site.supply(0.5);
  for (const rack of RACKS) site.inService(rack);
  expect(site.off.size).toBe(0);
  for (const megawatts of [0.3, 0.42, 0.1, 0.5]) {
    site.supply(megawatts);
    expect((RACKS.length - site.off.size) * 0.1).toBeLessThanOrEqual(megawatts + 1e-12);
  }
  expect(log.filter(([, isOff]) => isOff)).toHaveLength(log.filter(([, isOff]) => !isOff).length);
});

const downgrade = ({ site, construction }: Parts): void => {
  construction.switchOff = 'newest-first';
  site.power.downgrades = [{ name: 'weak grid', from: '2026-12-01', to: '2026-12-11', power: '4 MW' }];
};

test('a downgrade switches racks off in its own event and never touches what was accepted', () => {
  const plain = runCampus(oneCampus());
  const scenario = oneCampus(downgrade);
  const run = runCampus(scenario);
  const { switching } = run.world;
  expect(run.deployment.acceptedRacks).toBe(plain.deployment.acceptedRacks);
  expect(switching.mostDarkRacks).toBeGreaterThan(0);
  expect(switching.darkRacks).toBe(0);
  // 4 MW carry 32 racks of 125 kW; they are dark for the ten days of the downgrade, and those accepted in it from then on.
  const served = run.deployment.placed.filter((rack) => run.deployment.racks.inServiceAt[rack]! < 344);
  expect(switching.mostDarkRacks).toBe(served.length - 32);
  const expected = served.reduce(
    (sum, rack) => sum + 344 - Math.max(334, run.deployment.racks.inServiceAt[rack]!),
    -320,
  );
  expect(switching.darkRackDays).toBeCloseTo(expected, 6);
  expect(daysOf(run, 'grid downgrade')).toEqual([344]);
});

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

test('by-hall switches halls off one at a time, the last opened first, and no more of them than must', () => {
  const four = [0, 1, 2, 3].flatMap((hall) => [
    { rack: 2 * hall, hall },
    { rack: 2 * hall + 1, hall },
  ]);
  expect(darkRacks(four, 7, 'by-hall')).toEqual([6, 7]);
  expect(darkRacks(four, 6, 'by-hall')).toEqual([6, 7]);
  expect(darkRacks(four, 5, 'by-hall')).toEqual([6, 7, 4, 5]);
  expect(darkRacks(four, 0, 'by-hall')).toHaveLength(8);
  expect(darkRacks(four.toReversed(), 7, 'by-hall')).toEqual([7, 6]);
});

test('a rack in a hall that cools better counts as what it draws', () => {
  const mixed = [
    { rack: 0, hall: 0, load: 1 },
    { rack: 1, hall: 1, load: 0.5 },
    { rack: 2, hall: 1, load: 0.5 },
  ];
  expect(darkRacks(mixed, 2, 'newest-first')).toEqual([]);
  expect(darkRacks(mixed, 1.5, 'newest-first')).toEqual([2]);
  expect(darkRacks(mixed, 1.2, 'newest-first')).toEqual([1, 2]);
  expect(darkRacks(mixed, 1, 'oldest-first')).toEqual([0]);
});

test('of two halls that open at one instant one goes dark for an excess of one rack', () => {
  const scenario = oneCampus(({ site, construction }) => {
    construction.switchOff = 'by-hall';
    // Both halls are ready on one day.
    delete site.halls[1]!.building;
    delete site.halls[1]!.cooling;
    delete site.halls[1]!.network;
    site.power.unitRating = '25 MVA';
    // 19.9 MW carry 159 of the 160 racks of 125 kW.
    site.power.downgrades = [{ name: 'weak grid', from: '2027-06-01', to: '2027-06-11', power: '19.9 MW' }];
  });
  const run = runCampus(scenario);
  const { blocks } = run.floor.sites[0]!;
  expect(blocks).toHaveLength(2);
  expect(blocks[0]!.readyAt).toBe(blocks[1]!.readyAt);
  expect(run.programmes[0]!.need.acceptedRacks).toBe(160);
  expect(run.world.switching.mostDarkRacks).toBe(80);
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
  site.power.downgrades = [{ name: 'weak grid', from: '2026-12-01', to: '2026-12-10', power: '4 MW' }];
};

test('a downgrade switches racks off in its own event and never touches what was accepted', () => {
  const plain = runCampus(oneCampus());
  const scenario = oneCampus(downgrade);
  const run = runCampus(scenario);
  const { switching } = run.world;
  expect(run.programmes[0]!.need.acceptedRacks).toBe(plain.programmes[0]!.need.acceptedRacks);
  expect(switching.mostDarkRacks).toBeGreaterThan(0);
  expect(switching.darkRacks).toBe(0);
  // 4 MW carry 32 racks of 125 kW; they are dark for the ten days of the downgrade, and those accepted in it from then on.
  const served = run.floor.fleet.placed.filter((rack) => run.floor.fleet.racks.inServiceAt[rack]! < 344);
  expect(switching.mostDarkRacks).toBe(served.length - 32);
  const expected = served.reduce(
    (sum, rack) => sum + 344 - Math.max(334, run.floor.fleet.racks.inServiceAt[rack]!),
    -320,
  );
  expect(switching.rackDaysDarkBy(run.world.horizonDays)).toBeCloseTo(expected, 6);
  expect(daysOf(run, 'grid downgrade')).toEqual([344]);
});

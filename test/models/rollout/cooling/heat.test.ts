import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hallLoad } from '../../../../models/rollout/cooling/heat.ts';
import { unitsToPlace } from '../../../../models/rollout/cooling/installation.ts';
import { daysOf, oneCampus, readyDays, runCampus } from '../oneCampus.ts';

const plant = { kind: 'dry-coolers', peakPue: 1.3, annualPue: 1.15 } as const;

describe('the load of a hall', () => {
  test('IT × peak PUE stays within its power, and IT within the heat its plant rejects', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 300, noNaN: true }),
        fc.double({ min: 1.05, max: 2, noNaN: true }),
        fc.double({ min: 0.5, max: 300, noNaN: true }),
        fc.double({ min: 50, max: 400, noNaN: true }),
        (power, peakPue, heatRejection, kilowattsPerRack) => {
          const load = hallLoad(
            { power },
            { plant: { ...plant, peakPue, heatRejection }, kilowattsPerRack, podRacks: 8 },
          );
          const it = (load.positions * load.itKilowatts) / 1000;
          expect(it * peakPue).toBeLessThanOrEqual(power + 1e-6);
          expect(it).toBeLessThanOrEqual(heatRejection + 1e-6);
          expect(load.positions % 8).toBe(0);
        },
      ),
    );
  });

  test('a plant of the reference PUE changes nothing, a better one makes room', () => {
    const positions = (peakPue?: number) =>
      hallLoad(
        { power: 100 },
        {
          plant: peakPue === undefined ? undefined : { ...plant, peakPue },
          kilowattsPerRack: 180,
          podRacks: 1,
        },
      ).positions;
    expect(positions()).toBe(555);
    expect(positions(1.3)).toBe(555);
    expect(positions(1.15)).toBe(628);
  });

  test.each([
    [120, 0],
    [140, 555],
  ])('a hall that cools %i kW a rack takes %i racks of 132 kW', (rackLimit, positions) => {
    const load = hallLoad(
      { power: 100, rackLimit },
      { plant: undefined, kilowattsPerRack: 180, rackKilowatts: 132, podRacks: 1 },
    );
    expect(load.positions).toBe(positions);
  });
});

describe('installing plant', () => {
  test('200 MW at 20 units a month take the six months of the record', () => {
    const units = unitsToPlace(200, 1, 200 / 120);
    expect(units).toBe(120);
    const run = runCampus(
      oneCampus(({ construction, site }) => {
        site.halls = [site.halls[0]];
        construction.cooling.installRate = { units: '20 unit/month', unitPower: '0.1 MW' };
        construction.cooling.plant = plant;
      }),
    );
    // 10 MW at a PUE of 1.3 are 77 units of 0.1 MW, placed from day 160 on.
    expect(daysOf(run, 'cooling installation')[0]).toBeCloseTo(160 + (77 / 20) * 30.4375, 5);
  });

  test('the slowest item and then the factory test set the arrival, and the water permit holds the plant up', () => {
    const run = runCampus(
      oneCampus(({ construction, site }) => {
        site.halls = [site.halls[0]];
        construction.cooling.heatExchangerLeadTime = '200 days';
        construction.cooling.factoryTest = '7 days';
        construction.cooling.plant = { ...plant, kind: 'evaporative-towers' };
        construction.cooling.waterPermit = '260 days';
      }),
    );
    expect(daysOf(run, 'cooling factory test')).toEqual([207]);
    expect(readyDays(run)).toEqual([275]);
  });
});

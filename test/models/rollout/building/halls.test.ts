import { describe, expect, test } from 'vitest';
import { withPrefabrication } from '../../../../models/rollout/building/fitOut.ts';
import {
  daysOf,
  firstService,
  oneCampus,
  quantileOf,
  readyDays,
  runCampus,
  type Parts,
} from '../oneCampus.ts';
import { realConstruction } from '../realConstruction.ts';

const MONTH = 30.4375;
const RUNS = 80;

function monthsToService(change: (parts: Parts) => void): number[] {
  const scenario = oneCampus((parts) => {
    realConstruction(parts);
    change(parts);
  });
  return Array.from({ length: RUNS }, (_, i) => firstService(runCampus(scenario, i)) / MONTH);
}

describe('land clearing to the first block in service, beside satellite records', () => {
  test('usual pace, reserved transformers: the median is inside 9.7 to 31 months, P10 to P90 of starts from 2024 on', () => {
    const months = monthsToService(({ site }) => {
      site.power.regime = 'reserved';
      site.power.leadBeforeClearing = '9 months';
    });
    expect(quantileOf(months, 0.5)).toBeGreaterThan(9.7);
    expect(quantileOf(months, 0.5)).toBeLessThan(31);
  });

  test('at the pace assumed for AWS the median is within four months of its 16.4', () => {
    const months = monthsToService(({ scenario, site }) => {
      site.power.regime = 'reserved';
      site.power.leadBeforeClearing = '9 months';
      scenario.provider.pace = 0.65;
    });
    expect(Math.abs(quantileOf(months, 0.5) - 16.4)).toBeLessThan(4);
  });

  test('a conversion with live power is inside 3.5 to 12 months', () => {
    const months = monthsToService(({ scenario, construction, site }) => {
      scenario.provider.pace = 0.65;
      site.power.regime = 'held';
      site.power.leadBeforeClearing = '5 years';
      site.building = { sitePreparation: '0 days' };
      construction.buildingKinds = {
        conversion: { shell: '0.5 / 1 / 2 months', fitOut: '2 / 3.5 / 6 months', overlap: '50 %' },
      };
      for (const hall of site.halls) hall.kind = 'conversion';
      // The record is of 2023 to 2025: optics as they came then, and plant from stock.
      construction.network.opticsLeadTime = 'catalog:network.optics-lead-time-2024';
      construction.cooling.heatRejectionLeadTime = '4 / 8 / 12 weeks';
      construction.cooling.coolantDistributionLeadTime = '4 / 8 / 12 weeks';
    });
    expect(quantileOf(months, 0.5)).toBeGreaterThan(3.5);
    expect(quantileOf(months, 0.5)).toBeLessThan(12);
  });
});

test('the shell waits for the permit to build', () => {
  const run = runCampus(oneCampus(({ construction }) => (construction.building.permits = '70 days')));
  expect(daysOf(run, 'fit-out')).toEqual([220, 285]);
});

test.each([
  [100, 30, 70],
  [100, 80, 50],
  [100, 0, 100],
])('of %i days of fit-out prefabrication that saves %i leaves %i', (fitOut, saving, left) => {
  expect(withPrefabrication(fitOut, saving)).toBe(left);
});

test('a tent is named on the record for what it is', () => {
  const run = runCampus(
    oneCampus(({ construction, site }) => {
      construction.buildingKinds = { tent: { shell: '30 days' } };
      site.halls[0].kind = 'tent';
    }),
  );
  expect(daysOf(run, 'tent')).toEqual([30]);
});

describe('trade crews', () => {
  test('of the campus fit one hall out after the other when they are too few for both', () => {
    const run = runCampus(
      oneCampus(({ construction, site }) => {
        site.trades = '3 crew';
        construction.building.fitOutCrews = '2 crew';
      }),
    );
    expect(daysOf(run, 'fit-out')).toEqual([150, 365]);
  });

  test('of the region are shared by its sites and come back from one that is given up', () => {
    const run = runCampus(
      oneCampus(({ scenario, construction, site }) => {
        construction.regions = [{ name: 'valley', trades: '1 crew' }];
        site.region = 'valley';
        site.halls = [site.halls[0]];
        construction.connections = [
          { name: 'utility', study: '50 days', agreement: '0 days', dropout: { study: '100 %' } },
        ];
        scenario.sites.push({ ...structuredClone(site), name: 'D2', start: '2026-01-03' });
        site.power.connection = { utility: 'utility', requested: '2026-01-01' };
      }),
    );
    expect(daysOf(run, 'regional trades')[0]).toBe(0);
    expect(daysOf(run, 'fit-out')).toEqual([200]);
    expect(readyDays(run)).toEqual([]);
    expect(run.floor.sites[1]!.blocks).toHaveLength(1);
  });
});

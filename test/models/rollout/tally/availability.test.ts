import { describe, expect, test } from 'vitest';
import { availabilityOf } from '../../../../models/rollout/tally/availability.ts';
import { variedPaper } from '../variedPaper.ts';

const SHARES = { firstYear: '10 %', later: '4 %' };

describe('what is available', () => {
  test('is what was accepted where nothing says otherwise', () => {
    const { record } = variedPaper(() => {});
    expect(record.available_gpus).toEqual(record.gpus);
    expect(record.billable_gpus).toEqual(record.gpus);
    expect(record.largest_cluster_gpus!.at(-1)).toBe(160 * 72);
  });

  test('is 90 % of it in the first year and 96 % later', () => {
    const { record } = variedPaper((tree) => {
      tree.horizon = '2027-12-31';
      tree.deployment.outOfService = SHARES;
      tree.deployment.billable = 'available';
    });
    expect(record.available_gpus![11]).toBeCloseTo(0.9 * 17_280, 6);
    expect(record.available_gpus!.at(-1)).toBeCloseTo(0.96 * 17_280, 6);
    expect(record.billable_gpus).toEqual(record.available_gpus);
    expect(record.gpus!.at(-1)).toBe(17_280);
  });

  test('spares stand in as far as they go', () => {
    const { record } = variedPaper((tree) => {
      tree.horizon = '2027-12-31';
      tree.deployment.outOfService = SHARES;
      tree.deployment.spares = '6 %';
    });
    expect(record.available_gpus![11]).toBeCloseTo(0.96 * 17_280, 6);
    expect(record.available_gpus!.at(-1)).toBe(17_280);
  });

  test('racks that go dark are accepted all the same', () => {
    const { run } = variedPaper(() => {});
    const { world, floor } = run;
    const [programme] = run.programmes;
    const campus = floor.sites.findIndex(({ name }) => name === 'D1');
    for (let rack = 0; rack < 30; rack++) programme!.tally.rackSwitched(campus, 340, true);
    for (let rack = 0; rack < 10; rack++) programme!.tally.rackSwitched(campus, 350, false);
    const availability = availabilityOf(world, floor, programme!);
    expect(availability.available.at(-1)).toBe(240 - 20);
    expect(availability.largestCluster.at(-1)).toBe(160 - 20);
  });
});

import { describe, expect, test } from 'vitest';
import { levels } from '../../../../models/rollout/tally/curve.ts';
import { assertInvariants } from '../assertInvariants.ts';
import { variedPaper } from '../variedPaper.ts';

describe('placement', () => {
  test('racks held without end go to the dedicated campus alone, and what it cannot take stays at the dock', () => {
    const { run, record } = variedPaper(({ policies }) => {
      policies.placement = 'hold';
    });
    const { tally, sites } = run.providers[0]!;
    const filled = sites.map(({ name, index }) => [name, levels(tally.filled[index]!).at(-1)]);
    expect(filled).toEqual([
      ['E1', 0],
      ['E2', 0],
      ['D1', 160],
    ]);
    expect(record.racks_never_placed).toBe(80);
  });

  test('a rack held for ten days goes to an existing hall ten days after it docked, charged to the policy', () => {
    const { run, record, inService } = variedPaper(({ policies }) => {
      policies.placement = 'hold';
      policies.holdFor = '10 days';
    });
    expect(inService(1)).toEqual([[55, 20]]);
    expect(record.blocked_policy![0]).toBe(20);
    assertInvariants(run);
  });

  test('balanced placement deals the pods of a lot out to the crews that are free first', () => {
    const { run, inService } = variedPaper((tree) => {
      tree.policies.placement = 'balanced';
      tree.deployment.podRacks = '10 rack';
      const [first, , campus] = tree.sites;
      tree.sites = [first!, { ...first, name: 'E2' }, campus!];
    });
    const { racks } = run.floor.fleet;
    expect(Array.from(racks.site.subarray(0, 20))).toEqual([
      ...Array.from({ length: 10 }, () => 0),
      ...Array.from({ length: 10 }, () => 1),
    ]);
    // Two crews of four racks a day where the first phase of one site had one.
    expect(inService(1)).toEqual([[42.5, 20]]);
  });
});

describe('the dock', () => {
  test('no more racks wait than the staging limit, and the rest is repaid when there is room', () => {
    const { record } = variedPaper(({ policies }) => {
      policies.stagingLimit = '20 rack';
    });
    expect(Math.max(...record.racks_waiting!)).toBe(20);
    expect(record.gpus_at_horizon).toBe(17_280);
  });

  test('waiting has a price: 273,600 GPU-days of chips and 316,800 of halls at $72 a day', () => {
    const { record } = variedPaper(() => {});
    expect(record.chips_waiting_for_halls).toBe(273_600);
    expect(record.chips_waiting_value).toBe(19_699_200);
    expect(record.halls_waiting_for_chips).toBe(316_800);
    expect(record.halls_waiting_value).toBe(22_809_600);
  });
});

describe('a borrowed hall that goes back on day 181', () => {
  const returns = [{ site: 'E1', on: '2026-07-01', notice: '30 days' }];

  test('takes its racks out of what is available and leaves N as it was', () => {
    const { run, record } = variedPaper(({ policies }) => {
      policies.returns = returns;
    });
    const { record: kept } = variedPaper(() => {});
    expect(record.gpus).toEqual(kept.gpus);
    const lost = record.gpus!.map((gpus, i) => gpus - record.available_gpus![i]!);
    // Month ends: the hall is still there at the end of June and gone at the end of July.
    expect(Array.from(lost)).toEqual([0, 0, 0, 0, 0, 0, ...Array.from({ length: 6 }, () => 2880)]);
    expect(record.racks_to_replace).toBe(40);
    expect(record['filled_mw:E1']!.at(-1)).toBeCloseTo(0, 9);
    assertInvariants(run);
  });

  test('new racks elsewhere fill the old slots, as far as there are positions', () => {
    const { run, record } = variedPaper((tree) => {
      tree.policies.returns = returns;
      tree.sites.push({ ...tree.sites[0]!, name: 'E3', from: '2026-08-01' });
      (tree.chips as { tenantCap: string }).tenantCap = '50 %';
    });
    expect(record.gpus!.at(-1)).toBe(17_280);
    expect(record.available_gpus!.at(-1)).toBe(17_280);
    expect(run.programmes[0]!.need.acceptedRacks).toBe(280);
    expect(record['serving_mw:E3']!.at(-1)).toBeCloseTo(5, 9);
    assertInvariants(run);
  });
});

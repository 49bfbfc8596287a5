import { describe, expect, test } from 'vitest';
import { uniform } from '../../../../src/random/index.ts';
import { flowSteps } from '../../../../models/rollout/capacity/flowSteps.ts';
import { levels } from '../../../../models/rollout/tally/curve.ts';
import { dayNumber } from '../../../../models/rollout/calendars.ts';
import type { RolloutRun } from '../../../../models/rollout/index.ts';
import { assertInvariants } from '../assertInvariants.ts';
import { variedPaper } from '../variedPaper.ts';

const dayOf = (isoDate: string): number => dayNumber('2026-01-01', isoDate);
const constant = (value: number) => ({ kind: 'constant', value }) as const;
const rate = (value: number) => [{ mark: 'from', date: '2000-01-01', value: constant(value) }] as const;
const options = { level: 0.5, until: 365, dayOf };

describe('the steps of a flow', () => {
  test('add a part of the yearly amount each, from what is there on the first day', () => {
    const steps = flowSteps(
      { from: '2026-01-01', initial: 5, added: rate(36.525), every: 100 },
      { ...options, until: 300 },
    );
    expect(steps.map(({ day }) => day)).toEqual([0, 100, 200, 300]);
    [5, 15, 25, 35].forEach((megawatts, i) => expect(steps[i]!.megawatts).toBeCloseTo(megawatts, 12));
  });

  test('grow by the rate of their middle: over a year to the integral of the growth, within its step', () => {
    const steps = flowSteps(
      { from: '2026-01-01', added: rate(100), growth: 0.5, every: 1 },
      { ...options, until: 365 },
    );
    const whole = (100 * (1.5 ** (365 / 365.25) - 1)) / Math.log(1.5);
    expect(steps.at(-1)!.megawatts).toBeCloseTo(whole, 3);
  });

  test('follow a series from its dates', () => {
    const added = [
      { mark: 'from', date: '2026-01-01', value: constant(36.525) },
      { mark: 'from', date: '2026-07-20', value: constant(73.05) },
    ] as const;
    const steps = flowSteps({ from: '2026-01-01', added, every: 100 }, { ...options, until: 300 });
    [0, 10, 20, 40].forEach((megawatts, i) => expect(steps[i]!.megawatts).toBeCloseTo(megawatts, 9));
  });

  test('stand at the place in the range that is asked for', () => {
    const added = [{ mark: 'from', date: '2026-01-01', value: uniform(0, 365.25) }] as const;
    const steps = flowSteps({ from: '2026-01-01', added, every: 10 }, { ...options, level: 0.25, until: 10 });
    expect(steps.at(-1)!.megawatts).toBeCloseTo(2.5, 9);
  });
});

/** The hand-solved rollout with its halls as a flow: 2.5 MW, 20 positions, every 20 days. */
function flowing(change: Record<string, unknown>, policies: Record<string, unknown> = {}) {
  return variedPaper((tree) => {
    tree.provider['flow'] = {
      from: '2026-01-01',
      added: '45.65625 MW/year',
      every: '20 days',
      installTime: '10 days',
      ...change,
    };
    tree.sites = [];
    Object.assign(tree.policies, policies);
  });
}

const readyDays = ({ floor }: RolloutRun): number[] => floor.sites[0]!.blocks.map(({ readyAt }) => readyAt);

describe('a provider without sites', () => {
  test('has its positions step by step, and racks are installed in the stated time however many they are', () => {
    const { run, record, inService } = flowing({});
    expect(readyDays(run).slice(0, 3)).toEqual([20, 40, 60]);
    // Lot 1 docks on day 30: 20 racks, 10 days to install, 3 of burn-in, 7 of acceptance.
    expect(inService(1)).toEqual([[50, 20]]);
    expect(inService(2)).toEqual([[75, 20]]);
    expect(run.floor.sites.map(({ name }) => name)).toEqual(['the provider halls']);
    for (const state of ['ready', 'energized'])
      expect(record[`${state}_mw:the provider halls`]![0], state).toBeCloseTo(2.5, 9);
    assertInvariants(run);
  });

  test('may install with crews instead: 20 racks at 4 a day', () => {
    const { run, inService } = flowing({ installTime: undefined, crews: '1 crew' });
    expect(inService(1)).toEqual([[45, 20]]);
    assertInvariants(run);
  });

  test('slips as a whole', () => {
    const { run, inService } = flowing({ slip: '45 days' });
    expect(readyDays(run).slice(0, 2)).toEqual([65, 85]);
    expect(inService(1)).toEqual([[85, 20]]);
    assertInvariants(run);
  });

  test('is known to its planners in advance: under need-by no rack comes before its position but for the buffer', () => {
    const order = { kind: 'need-by', buffer: '0 days' };
    const { run } = flowing({ added: '10 MW/year' }, { order });
    const waiting = levels(run.programmes[0]!.tally.racksWaiting);
    expect(Math.max(...waiting)).toBe(0);
    expect(run.programmes[0]!.need.placedRacks).toBeGreaterThan(20);
    assertInvariants(run);
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { dateOfDay } from '../../../src/record/index.ts';
import { simulateRollout, type RolloutRun } from '../../../models/rollout/index.ts';
import { lotTotals } from '../../../models/rollout/market/market.ts';
import { rolloutRecord } from '../../../models/rollout/record.ts';
import { drivingPath, Simulation } from '../../../src/kernel/index.ts';
import { Streams } from '../../../src/random/index.ts';
import { shippedScenario } from './shippedScenario.ts';

// The hand solution: lot, hall, dock, ready, start, in service, date, GPUs.
const TABLE = [
  [1, 'E1', 30, 0, 30, 45, '2026-02-15', 1440],
  [2, 'E1', 55, 0, 55, 70, '2026-03-12', 2880],
  [3, 'E2', 80, 90, 90, 105, '2026-04-16', 4320],
  [4, 'E2', 105, 90, 105, 120, '2026-05-01', 5760],
  [5, 'D1', 130, 210, 210, 225, '2026-08-14', 7200],
  [6, 'D1', 155, 210, 215, 230, '2026-08-19', 8640],
  [7, 'D1', 180, 210, 220, 235, '2026-08-24', 10080],
  [8, 'D1', 205, 210, 225, 240, '2026-08-29', 11520],
  [9, 'D1', 230, 240, 240, 255, '2026-09-13', 12960],
  [10, 'D1', 255, 240, 255, 270, '2026-09-28', 14400],
  [11, 'D1', 280, 240, 280, 295, '2026-10-23', 15840],
  [12, 'D1', 305, 240, 305, 320, '2026-11-17', 17280],
] as const;

const RACKS_A_LOT = 20;

function run(settings: Record<string, string | number | boolean> = {}): RolloutRun {
  const { scenario } = shippedScenario('paper-and-pencil', settings);
  const streams = new Streams({ seed: 'any' });
  streams.begin(0);
  return simulateRollout(new Simulation(), scenario, streams);
}

function milestone(result: RolloutRun, gpus: number): number {
  const { milestones } = result.programmes[0]!;
  return milestones.days[milestones.thresholds.indexOf(gpus)]!;
}

function pathTo(result: RolloutRun, gpus: number) {
  const { milestones } = result.programmes[0]!;
  return drivingPath(result.world.simulation, milestones.events[milestones.thresholds.indexOf(gpus)]!, {
    view: 'stop',
    since: 0,
  });
}

describe('the hand-solved rollout', () => {
  let result: RolloutRun;
  beforeAll(() => {
    result = run();
  });

  test.each(TABLE)('lot %i goes to %s: dock %i, ready %i, start %i, in service %i', (...row) => {
    const [lot, site, dock, ready, start, inService, date, gpus] = row;
    const { sites, fleet } = result.floor;
    const { racks } = fleet;
    const { milestones } = result.programmes[0]!;
    for (let rack = (lot - 1) * RACKS_A_LOT; rack < lot * RACKS_A_LOT; rack++) {
      expect(racks.lot[rack]).toBe(lot - 1);
      expect(sites[racks.site[rack]!]!.name).toBe(site);
      expect(racks.dockedAt[rack]).toBe(dock);
      expect(racks.readyAt[rack]).toBe(ready);
      expect(racks.installStartAt[rack]).toBe(start);
      expect(racks.inServiceAt[rack]).toBe(inService);
    }
    const index = milestones.thresholds.indexOf(gpus);
    expect(milestones.days[index]).toBe(inService);
    expect(dateOfDay('2026-01-01', inService)).toBe(date);
  });

  test('racks wait 3,800 rack-days for positions and 1,170 for their turn with a crew', () => {
    const record = rolloutRecord(result);
    expect(record.racks_waiting_for_positions).toBe(3800);
    expect(record.racks_waiting_for_crews).toBe(1170);
  });

  test('lots wait 600 rack-days for the crew between them', () => {
    const { racks } = result.floor.fleet;
    let between = 0;
    for (let rack = 0; rack < racks.count; rack++)
      between += racks.installStartAt[rack]! - racks.placedAt[rack]!;
    expect(between).toBe(600);
  });

  test('ready positions wait 4,400 position-days for their racks, 550 MW-days', () => {
    const record = rolloutRecord(result);
    expect(record.positions_waiting_for_racks).toBe(4400);
    expect(record.position_waiting_energy).toBeCloseTo(550, 9);
  });

  test('the retrofit displaces 57,600 GPU-days', () => {
    expect(rolloutRecord(result).displaced_load).toBe(57_600);
  });

  test('spend to day 365 is $204,249,600: 2,836,800 GPU-days at $3 an hour', () => {
    const record = rolloutRecord(result);
    expect(record.gpu_days).toBe(2_836_800);
    expect(record.spend_at_horizon).toBe(204_249_600);
  });

  test('1,200 racks are 600 of rivals, 360 of other tenants and 240 of the tenant', () => {
    const totals = lotTotals(result.market, result.programmes[0]!);
    expect(totals).toEqual({ finished: 1200, rivals: 600, otherTenants: 360, tenant: 240 });
  });

  test('the campus energizes 12 MW on day 195 and 24 MW on day 225', () => {
    const { tally, sites } = result.providers[0]!;
    const site = sites.findIndex(({ name }) => name === 'D1');
    const { change, moment } = tally.energizedMegawatts[site]!;
    const steps = [...change]
      .map((amount, i) => [amount, moment[i]! / amount])
      .filter(([amount]) => amount !== 0);
    expect(steps.map(([amount]) => amount)).toEqual([12, 12]);
    expect(steps.map(([, day]) => day)).toEqual([195, 225]);
  });

  test('the driving path to 11,520 GPUs is the hand solution, to the day', () => {
    const path = pathTo(result, 11_520).filter(({ from, to }) => to > from);
    expect(path.map(({ label, from, to }) => [label, to - from])).toEqual([
      ['substation concept', 20],
      ['transformer lead time', 130],
      ['dress-out', 20],
      ['checkout', 15],
      ['outage window', 10],
      ['L4/L5 commissioning', 15],
      ['install crew', 15],
      ['install', 5],
      ['burn-in', 3],
      ['acceptance', 7],
    ]);
  });

  test('its slacks are 10 days to the dress-out crew and 35 to cooling', () => {
    const path = pathTo(result, 11_520);
    const slacks = path.map(({ runnerUpLabel, slack }) => [runnerUpLabel, slack]);
    expect(slacks).toContainEqual([expect.stringContaining('dress-out'), 10]);
    expect(slacks).toContainEqual([expect.stringContaining('cooling'), 35]);
  });

  test('the driving path to 17,280 GPUs is the last lot', () => {
    const path = pathTo(result, 17_280).filter(({ from, to }) => to > from);
    expect(path.map(({ label, from, to }) => [label, to - from])).toEqual([
      ['vendor output', 300],
      ['freight', 5],
      ['install', 5],
      ['burn-in', 3],
      ['acceptance', 7],
    ]);
  });

  test('segments share end points and their sum is the milestone, exactly', () => {
    for (const [index, event] of result.programmes[0]!.milestones.events.entries()) {
      const path = drivingPath(result.world.simulation, event, { view: 'stop', since: 0 });
      let sum = 0;
      let previous = 0;
      for (const { from, to } of path) {
        expect(from).toBe(previous);
        previous = to;
        sum += to - from;
      }
      expect(sum).toBe(result.programmes[0]!.milestones.days[index]);
    }
  });
});

describe('relaxing the hand-solved rollout', () => {
  const EARLIER_UNIT = { 'sites.D1.power.orders.1': '100 days' };
  const NO_WINDOWS = { 'calendars.outages': 'any-day' };

  test('a unit thirty days earlier gains nothing: the outage window eats it', () => {
    const relaxed = run(EARLIER_UNIT);
    expect(milestone(relaxed, 11_520)).toBe(240);
    expect(milestone(relaxed, 17_280)).toBe(320);
  });

  test('no outage windows gain 10 days, and both together 20: more than their sum', () => {
    const open = run(NO_WINDOWS);
    const both = run({ ...EARLIER_UNIT, ...NO_WINDOWS });
    expect(milestone(open, 11_520)).toBe(230);
    expect(milestone(both, 11_520)).toBe(220);
    expect(milestone(open, 17_280)).toBe(320);
    expect(milestone(both, 17_280)).toBe(320);
  });
});

describe('the hand-solved rollout with ten times the chips, taken as halls are forecast', () => {
  // Of lot 1, docked on day 30, the 40 racks are taken that E1 has room for, and 160 are left. Lots 2 and 3 find no
  // further position within their freight; lot 4 does, as E2 is due on day 90, and docks on day 105.
  const AMPLE = {
    'chips.output.racks': '1000 rack',
    'policies.order.kind': 'need-by',
    'policies.order.buffer': '0 days',
    'policies.divert.repayCeiling': '0 %',
  };
  const days = (path: ReturnType<typeof pathTo>): [string, number][] =>
    path.filter(({ from, to }) => to > from).map(({ label, from, to }) => [label, to - from]);

  test('a rack that came last because it was asked to come then blames what its hall waited for', () => {
    expect(days(pathTo(run(AMPLE), 5760))).toEqual([
      ['retrofit', 60],
      ['flush', 10],
      ['L4/L5 commissioning', 20],
      ['rack asked for by the forecast', 15],
      ['install', 10],
      ['burn-in', 3],
      ['acceptance', 7],
    ]);
  });

  test('the first racks, which nobody asked to come later, blame the chips', () => {
    expect(days(pathTo(run(AMPLE), 2880))).toEqual([
      ['vendor output', 25],
      ['freight', 5],
      ['install', 10],
      ['burn-in', 3],
      ['acceptance', 7],
    ]);
  });

  test('where lots are taken whole from the first on, chips are to blame as before', () => {
    const scarce = run({ ...AMPLE, 'chips.output.racks': '100 rack' });
    expect(days(pathTo(scarce, 2880))[0]).toEqual(['vendor output', 50]);
  });

  // Of 20 racks a lot, E1 takes the first two; lot 3 is left, as E2, which is due on day 90, is beyond its 5 days of
  // freight; lot 4, of day 100, is asked for, and lot 5 brings the racks for which lot 4 had none.
  test('where lots are taken whole again after some were left, chips are to blame from then on alone', () => {
    const scarce = run({ ...AMPLE, 'chips.output.racks': '100 rack' });
    expect(days(pathTo(scarce, 5760))).toEqual([
      ['existing hall hand-over', 85],
      ['rack asked for by the forecast', 15],
      ['vendor output', 25],
      ['freight', 5],
      ['install', 5],
      ['burn-in', 3],
      ['acceptance', 7],
    ]);
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { financeOutputs } from '../../../../models/rollout/contract/financeOutputs.ts';
import type { FinanceScenario } from '../../../../models/rollout/contract/financeSchema.ts';
import { simulateRollout, type RolloutScenario } from '../../../../models/rollout/index.ts';
import { rolloutRecord } from '../../../../models/rollout/record.ts';
import type { Outcome } from '../../../../src/record/index.ts';
import { Simulation } from '../../../../src/kernel/index.ts';
import { constant, Streams } from '../../../../src/random/index.ts';
import { shippedScenario } from '../shippedScenario.ts';

const BASE = shippedScenario('paper-and-pencil').scenario;

const FINANCE: FinanceScenario = {
  rackPrice: constant(3_652_500),
  plantPrice: constant(10_000_000),
  powerPrice: constant(60),
  load: 0.8,
  rackLife: 5 * 365.25,
  plantLife: 20 * 365.25,
  carryingRate: 10,
};

function record(contract: Partial<RolloutScenario['contract']>, base = BASE): Outcome {
  const scenario = { ...base, contract: { ...base.contract, ...contract } };
  const streams = new Streams({ seed: 'any' });
  streams.begin(0);
  return rolloutRecord(simulateRollout(new Simulation(), scenario, streams));
}

describe('the money of the hand-solved rollout', () => {
  let outcome: Outcome;
  const series = (name: string): number[] => [...(outcome[name] as Float64Array)];
  beforeAll(() => {
    outcome = record({
      finance: FINANCE,
      schedules: [{ name: 'ramp', capacity: [{ mark: 'from', date: '2026-01-01', value: 0.5 }] }],
      takeOrPay: { floor: 0.8, schedule: 'ramp' },
    });
  });

  test('capital is 240 racks and the 20 MW of the new campus', () => {
    expect(outcome.capex_at_horizon).toBeCloseTo(240 * 3_652_500 + 20 * 10_000_000, 3);
  });

  test('3,800 rack-days of waiting cost depreciation of $2,000 and carrying of $1,000 each', () => {
    expect(outcome.cost_of_racks_waiting).toBeCloseTo(3800 * 3000, 3);
  });

  test('positions that wait cost their plant: 4,400 position-days until a rack docks and what stays empty', () => {
    // A position is 0.125 MW: $1.25M of plant, 1/20 of it a year in depreciation and 1/10 in carrying.
    const aDay = (1_250_000 * (1 / 20 + 1 / 10)) / 365.25;
    expect(outcome.cost_of_positions_waiting).toBeCloseTo(4400 * aDay, 3);
  });

  test('by quarter, capital adds up to the whole, and each quarter starts anew', () => {
    const capex = series('capex');
    expect(capex).toHaveLength(12);
    const quarters = [capex[2]!, capex[5]!, capex[8]!, capex[11]!];
    expect(quarters.reduce((sum, value) => sum + value, 0)).toBeCloseTo(240 * 3_652_500 + 200_000_000, 3);
    // Lots docked on days 30, 55 and 80.
    expect(capex[2]).toBeCloseTo(60 * 3_652_500, 3);
  });

  test('revenue is the larger of use and 80 % of half the contract, month by month', () => {
    const monthOfFloor = 0.8 * 0.5 * 17_280 * 72 * 31;
    // Nothing is in service in January; in December all but the first half of the floor is.
    expect(series('payable')[0]).toBeCloseTo(monthOfFloor, 3);
    expect(outcome.payable_at_horizon as number).toBeGreaterThan(outcome.spend_at_horizon as number);
  });

  test('electricity is the load of what is in service', () => {
    const total = [2, 5, 8, 11].reduce((sum, month) => sum + series('power_cost')[month]!, 0);
    // 1,970 lot-days of 20 racks at 0.125 MW.
    expect(total).toBeCloseTo(1970 * 20 * 0.125 * 24 * 0.8 * 60, 3);
  });

  test('over a year a plant takes its annual PUE of it: 850 of the lot-days are those of the new campus', () => {
    const plant = { kind: 'air-cooled-chillers', peakPue: 1.25, annualPue: 1.1 } as const;
    const powerCost = (of: RolloutScenario): number => {
      const sums = record({ finance: FINANCE }, of).power_cost as Float64Array;
      return [2, 5, 8, 11].reduce((sum, month) => sum + sums[month]!, 0);
    };
    const construction = { ...BASE.construction, referencePue: 1.25 };
    const aLotDay = 20 * 0.125 * 24 * 0.8 * 60;
    const everywhere = { ...construction, cooling: { ...construction.cooling, plant } };
    expect(powerCost({ ...BASE, construction: everywhere })).toBeCloseTo((1120 + 850 * 0.88) * aLotDay, 3);
    // Of one of two equal halls: half of the campus takes less.
    const sites = BASE.sites.map((site) =>
      site.kind !== 'dedicated'
        ? site
        : {
            ...site,
            halls: site.halls.map((hall, index) =>
              index > 0 ? hall : { ...hall, cooling: { ...hall.cooling, plant } },
            ),
          },
    );
    expect(powerCost({ ...BASE, construction, sites })).toBeCloseTo((1120 + 850 * 0.94) * aLotDay, 3);
  });

  test('the shortfall against the schedule is what spend lacks of it', () => {
    const spend = series('spend').at(-1)!;
    expect(series('shortfall_ramp').at(-1)).toBeCloseTo(0.5 * 17_280 * 72 * 365 - spend, 3);
  });

  test('capital waiting on a day is that of the racks and positions that wait then', () => {
    // End of January: the first lot docked on day 30 and was placed at once; 20 of 40 positions of E1 are empty.
    expect(series('capital_waiting')[0]).toBeCloseTo(20 * 1_250_000, 3);
  });
});

test('without finance, terms or schedules there are no such columns', () => {
  expect(financeOutputs(BASE)).toEqual([]);
  expect(Object.keys(record({})).filter((name) => /capex|payable|shortfall|waiting_cost/.test(name))).toEqual(
    [],
  );
});

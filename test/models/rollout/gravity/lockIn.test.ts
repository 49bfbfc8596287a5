import { describe, expect, test } from 'vitest';
import { rollout, simulateRollout, type RolloutScenario } from '../../../../models/rollout/index.ts';
import { lockInOutputs } from '../../../../models/rollout/gravity/lockInOutputs.ts';
import { rolloutRecord } from '../../../../models/rollout/record.ts';
import type { Outcome } from '../../../../src/record/index.ts';
import { Simulation } from '../../../../src/kernel/index.ts';
import { constant, Streams } from '../../../../src/random/index.ts';
import { shippedScenario } from '../shippedScenario.ts';

type Gravity = NonNullable<RolloutScenario['gravity']>;

const BASE = shippedScenario('paper-and-pencil').scenario;
// A PB takes 100,000 s.
const ROUTE = {
  bandwidth: constant(80),
  efficiency: 1,
  egress: constant(0.01),
  standstill: constant(0.5),
  requalification: constant(2),
} as const;
const ELSEWHERE: Gravity['offers'][number] = { name: 'elsewhere', discount: 0.5, ...ROUTE };
const GRAVITY: Gravity = {
  worth: constant(5),
  data: { base: constant(0.864), perGpu: constant(0), growth: constant(0) },
  offers: [ELSEWHERE],
};

function record(gravity: Gravity, rest: Partial<RolloutScenario> = {}): Outcome {
  const streams = new Streams({ seed: 'any' });
  streams.begin(0);
  return rolloutRecord(simulateRollout(new Simulation(), { ...BASE, ...rest, gravity }, streams));
}

const series = (outcome: Outcome, measure: string, offer = 'elsewhere'): number[] => [
  ...(outcome[`lock_in.${offer}.${measure}`] as Float64Array),
];

describe('leaving the hand-solved rollout at the end of February', () => {
  // 1,440 GPUs, in service since day 45; it is day 59. One day of copying at half work, two of acceptance: day 62.
  const FEBRUARY = 1;
  const GPU_DAYS_LOST = 1440 * (0.5 + 2);
  const COST = 0.864e6 * 0.01 + GPU_DAYS_LOST * 5 * 24;
  const outcome = record(GRAVITY);

  test('takes three days and 3,600 GPU-days', () => {
    expect(series(outcome, 'move')[FEBRUARY]).toBeCloseTo(3, 9);
    expect(series(outcome, 'standstill')[FEBRUARY]! * (365.25 / 12)).toBeCloseTo(3600, 6);
  });

  test('costs its egress, and $5 an hour of every GPU that stands still', () => {
    expect(series(outcome, 'leaving_bill')[FEBRUARY]).toBeCloseTo(8640, 6);
    expect(series(outcome, 'leaving_cost')[FEBRUARY]).toBeCloseTo(COST, 4);
  });

  test('gains 17,280 GPUs at half the price from day 62 until the term ends on day 366, and gives up those here', () => {
    // Here: GPU-days of twelve lots of 1,440 from day 62 on, each from its own day but the first; what accrues between the ends of
    // February and March is spread evenly, of 1,440 × 45 + 1,440 × 20 less 1,440 × 14 up to day 59.
    const days = [45, 70, 105, 120, 225, 230, 235, 240, 255, 270, 295, 320];
    const whole = days.reduce((sum, day) => sum + 1440 * (366 - day), 0);
    const toFebruary = 1440 * 14;
    const toMarch = 1440 * 45 + 1440 * 20;
    const upTo62 = toFebruary + (3 / 31) * (toMarch - toFebruary);
    const there = 17_280 * (366 - 62) * (5 - 1.5) * 24;
    const here = (whole - upTo62) * (5 - 3) * 24;
    expect(series(outcome, 'gain')[FEBRUARY]).toBeCloseTo(there - here - COST, 3);
    expect(series(outcome, 'pays')[FEBRUARY]).toBe(1);
  });

  test('an exit fee is a part of what is not yet spent', () => {
    const outcomeWithFee = record({ ...GRAVITY, offers: [{ ...ELSEWHERE, exitFee: 0.1 }] });
    const unspent = 454_118_400 - 1440 * 14 * 3 * 24;
    expect(series(outcomeWithFee, 'leaving_bill')[FEBRUARY]).toBeCloseTo(8640 + 0.1 * unspent, 3);
  });
});

test('an offer at the same price that comes when the fleet is whole never pays', () => {
  const { discount: _, ...same } = ELSEWHERE;
  const outcome = record({ ...GRAVITY, offers: [{ ...same, from: '2026-12-31' }] });
  expect(series(outcome, 'pays').every((pays) => pays === 0)).toBe(true);
});

test('what has to be ported first comes later, and costs its team', () => {
  const port = { time: constant(30), team: constant((365.25 / 12) * 1000) };
  const outcome = record({ ...GRAVITY, offers: [{ ...ELSEWHERE, port }] });
  expect(series(outcome, 'move')[1]).toBeCloseTo(33, 9);
  expect(series(outcome, 'leaving_bill')[1]).toBeCloseTo(8640 + 30_000, 4);
});

test('data grow with the fleet and with its work', () => {
  const outcome = record({
    ...GRAVITY,
    data: { base: constant(1), perGpu: constant(0.001), growth: constant(365.25 / 1e6) },
  });
  // End of February: 1 PB, 1.44 PB of 1,440 GPUs, and 14 days of each at a millionth.
  expect((outcome['lock_in.data'] as Float64Array)[1]).toBeCloseTo(1 + 1.44 + (1440 * 14) / 1e6, 9);
});

test('a borrowed hall that goes back moves the tenant part that stands in it, over the same kind of way', () => {
  const outcome = record(
    { ...GRAVITY, halls: ROUTE },
    { policies: { ...BASE.policies, returns: [{ site: 'E1', on: '2026-06-30', notice: 0 }] } },
  );
  // E1 has 2 of the 4 lots by then: 2,880 of 5,760 GPUs, half of 0.864 PB, half a day at half work and two of acceptance.
  expect(outcome['hall_moves_bill']).toBeCloseTo(0.432e6 * 0.01, 6);
  expect(outcome['hall_moves_standstill']).toBeCloseTo(2880 * (0.25 + 2), 6);
});

test('of several halls each that goes back moves its own part, one that is empty nothing, on its own day', () => {
  const back = (...returns: [site: string, on: string][]): Outcome =>
    record(
      { ...GRAVITY, halls: ROUTE },
      { policies: { ...BASE.policies, returns: returns.map(([site, on]) => ({ site, on, notice: 0 })) } },
    );
  const E1 = back(['E1', '2026-06-30']);
  const E2 = back(['E2', '2026-06-30']);
  // E2 has lots 3 and 4 by then, as many as E1: the same GPUs move out of either. By the end of April it has lot 3 alone.
  expect(E2['hall_moves_standstill']).toBe(E1['hall_moves_standstill']);
  const both = back(['E1', '2026-06-30'], ['E2', '2026-04-30']);
  const alone = back(['E2', '2026-04-30']);
  expect(alone['hall_moves_bill']).toBeCloseTo((0.864e6 / 3) * 0.01, 6);
  expect(both['hall_moves_bill']).toBeCloseTo(
    (alone['hall_moves_bill'] as number) + (E1['hall_moves_bill'] as number),
    6,
  );
  expect(back(['E2', '2026-01-31'])['hall_moves_standstill']).toBe(0);
});

test('costs of leaving are never negative, and grow while the fleet does', () => {
  const { scenario } = shippedScenario('data-gravity');
  const simulation = new Simulation();
  const streams = new Streams({ seed: '1' });
  for (let replication = 0; replication < 10; replication++) {
    streams.begin(replication);
    const outcome = rollout.run(simulation, scenario, streams);
    for (const { name } of scenario.gravity!.offers) {
      const cost = series(outcome, 'leaving_cost', name);
      expect(cost.every((dollars, i) => dollars >= (cost[i - 1] ?? 0))).toBe(true);
    }
  }
});

test('data gravity moves no other column of the agreement', () => {
  const own = new Set(
    lockInOutputs(shippedScenario('data-gravity').scenario).map(({ column }) => column.name),
  );
  const outcomes = ['openai-aws-38b', 'data-gravity'].map((name) => {
    const streams = new Streams({ seed: '1' });
    streams.begin(3);
    return rollout.run(new Simulation(), shippedScenario(name as 'data-gravity').scenario, streams);
  });
  const [base, added] = outcomes.map((outcome) =>
    Object.fromEntries(
      Object.entries(outcome).filter(([name]) => !own.has(name) && !name.startsWith('input_gravity.')),
    ),
  );
  expect(added).toEqual(base);
});
